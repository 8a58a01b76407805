#include "indexer/sources/json_ld.hpp"

#include "indexer/sources/json_repair.hpp"
#include "indexer/sources/raw_posting.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace {

using sources::Field;
using testing::ElementsAre;

TEST(JsonRepair, mends_what_real_pages_break) {
    struct Case {
        std::string_view broken;
        std::string_view mended;
    };
    const std::array cases{
        Case{R"({"a":1})", R"({"a":1})"},
        Case{R"({"a":1,})", R"({"a":1})"},
        Case{R"({"a":[1,2,],})", R"({"a":[1,2]})"},
        Case{"// said \"so\"\n{\"a\":1 /* {one} */}", R"({"a":1})"},
        Case{
            R"({"a":"http://x.example /* kept */ // kept"})",
            R"({"a":"http://x.example /* kept */ // kept"})"},
        Case{"{\"a\":\"one\n\ttwo\"}", R"({"a":"one\n\ttwo"})"},
        Case{"{\"a\":\"say \\\"yes\\\"\n\"}", R"({"a":"say \"yes\"\n"})"},
        Case{"<!-- by a machine -->\n{\"a\":\"<!-- kept -->\"};", R"({"a":"<!-- kept -->"})"},
        Case{"<!--\n{\"a\":1}\n-->", R"({"a":1})"},
        Case{"<![CDATA[ [[1]] ]]>", "[[1]]"},
        Case{"//<![CDATA[\n{\"a\":[[1]]}\n//]]>", R"({"a":[[1]]})"},
        Case{"{&quot;a&quot;:&quot;b &amp;amp; c&quot;}", R"({"a":"b &amp; c"})"},
        Case{R"({"a":"&quot;kept&quot;",})", R"({"a":"&quot;kept&quot;"})"},
    };
    for (const auto& [broken, mended] : cases) {
        const auto value = sources::parse_leniently(broken);
        ASSERT_TRUE(value) << broken << ": " << value.error().message;
        EXPECT_EQ(*value, boost::json::parse(mended)) << broken;
    }
}

TEST(JsonRepair, refuses_what_is_no_json) {
    for (const auto* text :
         {"", "{", "not json", R"({"a":"b"c"})", R"({"a" 1})", "/*", "\"", "\"\\", "<!--"}) {
        EXPECT_FALSE(sources::parse_leniently(text)) << text;
    }
}

sources::RawPosting posting_with(const std::string& members) {
    const auto value = boost::json::parse(
        R"({"@type":"JobPosting")" + (members.empty() ? "" : "," + members) + "}"
    );
    return sources::posting_from_json_ld(value, {});
}

TEST(JsonLd, finds_postings_wherever_they_stand) {
    struct Case {
        std::string_view document;
        std::size_t count;
    };
    const std::array cases{
        Case{R"({"@type":"JobPosting"})", 1},
        Case{R"({"@type":["Thing","JobPosting"]})", 1},
        Case{R"({"@type":"http://schema.org/JobPosting"})", 1},
        Case{R"({"@type":"schema:JobPosting"})", 1},
        Case{R"([{"@type":"JobPosting"},{"@type":"JobPosting"}])", 2},
        Case{R"({"@graph":[{"@type":"WebPage"},{"@type":"JobPosting"}]})", 1},
        Case{R"({"@type":"ItemList","itemListElement":[{"item":{"@type":"JobPosting"}}]})", 1},
        Case{R"({"jobSchema":{"@type":"JobPosting"}})", 1},
        Case{R"({"@type":"NotAJobPosting"})", 0},
        Case{R"({"title":"JobPosting"})", 0},
        Case{"[]", 0},
    };
    for (const auto& [document, count] : cases) {
        EXPECT_EQ(sources::job_postings_in(boost::json::parse(document)).size(), count) << document;
    }
}

TEST(JsonLd, takes_each_property_in_every_shape_it_comes_in) {
    struct Case {
        std::string members;
        Field field;
        std::vector<std::string> values;
    };
    const std::array cases{
        Case{R"("title":{"@value":"Soudeur","@language":"fr"})", Field::title, {"Soudeur"}},
        Case{R"("name":"Cook")", Field::title, {"Cook"}},
        Case{R"("hiringOrganization":"Example Inc.")", Field::employer, {"Example Inc."}},
        Case{
            R"("hiringOrganization":[{"name":"Example Inc."}])", Field::employer, {"Example Inc."}},
        Case{
            R"("hiringOrganization":{"legalName":"1 Example Ltd."})",
            Field::employer,
            {"1 Example Ltd."}},
        Case{R"("jobLocation":"Gaspé, QC")", Field::location, {"Gaspé, QC"}},
        Case{R"("jobLocation":{"address":"Gaspé, QC"})", Field::location, {"Gaspé, QC"}},
        Case{R"("jobLocation":{"name":"Gaspé"})", Field::location, {"Gaspé"}},
        Case{
            R"("jobLocation":{"address":{"addressLocality":"Gaspé","addressRegion":"QC","postalCode":"G4X 0A0","addressCountry":"Canada"}})",
            Field::location,
            {"Gaspé, QC G4X 0A0"}},
        Case{
            R"("jobLocation":[{"address":{"addressLocality":"A"}},{"address":{"addressLocality":"B"}}])",
            Field::location,
            {"A", "B"}},
        Case{
            R"("jobLocation":{"address":{"addressLocality":", Springfield","addressCountry":{"name":"US"}}})",
            Field::location,
            {"Springfield, US"}},
        Case{R"("jobLocation":{"address":{"addressLocality":"Gaspé"}})", Field::city, {"Gaspé"}},
        Case{R"("jobLocationType":"TELECOMMUTE")", Field::remote, {"TELECOMMUTE"}},
        Case{
            R"("applicantLocationRequirements":{"@type":"Country","name":"Canada"})",
            Field::location_hint,
            {"Canada"}},
        Case{
            R"("baseSalary":{"value":{"minValue":20,"maxValue":25.5,"unitText":"HOUR"}})",
            Field::pay_max,
            {"25.5"}},
        Case{
            R"("baseSalary":{"value":{"value":"69,693-86,541","unitText":"YEAR"}})",
            Field::pay_min,
            {"69,693"}},
        Case{
            R"("baseSalary":{"value":{"value":"69,693-86,541","unitText":"YEAR"}})",
            Field::pay_max,
            {"86,541"}},
        Case{R"("baseSalary":{"value":{"value":"20 à 25"}})", Field::pay_max, {"25"}},
        Case{R"("baseSalary":{"currency":"CAD","value":60000})", Field::pay_min, {"60000"}},
        Case{
            R"("baseSalary":{"@type":"QuantitativeValue","value":40.0,"unitText":"HOUR"})",
            Field::pay_min,
            {"40"}},
        Case{R"("baseSalary":{"value":{"value":"competitive"}})", Field::pay_text, {"competitive"}},
        Case{R"("baseSalary":52000)", Field::pay_min, {"52000"}},
        Case{R"("baseSalary":"$25 to $30 per hour")", Field::pay_text, {"$25 to $30 per hour"}},
        Case{R"("baseSalary":52000,"salaryCurrency":"CAD")", Field::pay_currency, {"CAD"}},
        Case{
            R"("employmentType":["FULL_TIME","TEMPORARY"])",
            Field::employment,
            {"FULL_TIME; TEMPORARY"}},
        Case{R"("employmentType":[])", Field::employment, {}},
        Case{R"("jobStartDate":"2026-09-01")", Field::starts_on, {"2026-09-01"}},
        Case{
            R"("experienceRequirements":{"monthsOfExperience":36})",
            Field::experience,
            {"36 months"}},
        Case{
            R"("experienceRequirements":"Two years at sea")",
            Field::experience,
            {"Two years at sea"}},
        Case{
            R"("educationRequirements":[{"credentialCategory":"bachelor degree"},"or college"])",
            Field::education,
            {"bachelor degree; or college"}},
        Case{
            R"("educationRequirements":"college","experienceInPlaceOfEducation":"True")",
            Field::education,
            {"college", "or equivalent experience"}},
        Case{R"("occupationalCategory":"21231 Software engineers")", Field::noc_2021, {"21231"}},
        Case{
            R"("occupationalCategory":{"inCodeSet":"CNP 2016","codeValue":"2173"})",
            Field::noc_2016,
            {"2173"}},
        Case{R"("occupationalCategory":"15-1252.00")", Field::noc_2021, {}},
        Case{R"("occupationalCategory":"2512")", Field::noc_2016, {}},
        Case{R"("skills":"C++, SQL")", Field::skills, {"C++", "SQL"}},
        Case{
            R"("skills":[{"@type":"DefinedTerm","name":"C++"},"SQL, basic; Git"])",
            Field::skills,
            {"C++", "SQL, basic", "Git"}},
        Case{R"("inLanguage":"fr-CA")", Field::text_language, {"fr"}},
        Case{R"("inLanguage":{"@type":"Language","name":"English"})", Field::text_language, {"en"}},
        Case{R"("inLanguage":"de")", Field::text_language, {}},
    };
    for (const auto& [members, field, values] : cases) {
        EXPECT_EQ(posting_with(members).all(field), values) << members;
    }
}

TEST(JsonLd, gives_every_posting_a_key_that_stays) {
    const auto key_of = [](const std::string& members) {
        return std::string{posting_with(members).get(Field::source_id)};
    };
    EXPECT_EQ(key_of(R"("identifier":"A-1")"), "A-1");
    EXPECT_EQ(key_of(R"("identifier":{"name":"Example","value":17})"), "Example/17");
    EXPECT_EQ(key_of(R"("url":"https://jobs.example/1","@id":"#1")"), "https://jobs.example/1");
    const std::string told =
        R"("title":"Cook","hiringOrganization":"Example","jobLocation":"Gaspé","datePosted":"2026-06-01")";
    EXPECT_EQ(key_of(told), key_of(told + R"(,"description":"edited later")"));
    // One generator gives all its postings the same @id: it cannot be a key.
    const std::string id = R"(,"@id":"https://jobs.example/#schema-1")";
    EXPECT_NE(key_of(told + id), key_of(R"("title":"Baker")" + id));
    EXPECT_EQ(key_of(told).size(), 36U);
}

TEST(JsonLd, links_to_the_posting_before_the_page_it_stands_on) {
    const auto link_of = [](const std::string& members) {
        const auto value = boost::json::parse(R"({"@type":"JobPosting",)" + members + "}");
        return std::string{
            sources::posting_from_json_ld(value, {.url = "https://page.example/", .language = "fr"})
                .get(Field::url)};
    };
    EXPECT_EQ(link_of(R"("url":"https://jobs.example/1")"), "https://jobs.example/1");
    EXPECT_EQ(link_of(R"("url":"/jobs/1")"), "https://page.example/");
    EXPECT_EQ(
        posting_with(R"("mainEntityOfPage":{"@id":"https://x.example"})").get(Field::url),
        "https://x.example"
    );
    EXPECT_EQ(posting_with(R"("@id":"https://y.example")").get(Field::url), "https://y.example");
    EXPECT_EQ(posting_with(R"("url":"javascript:void")").get(Field::url), "");
}

}  // namespace
