// A posting as JSON-LD, held against what the page named in job_posting_ld.hpp requires.

#include "services/wire/job_posting_ld.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::MatchesRegex;

domain::Posting welders_posting() {
    domain::Posting result;
    result.source = "fictional";
    result.source_id = "P-1";
    result.url = "https://jobs.example/p-1";
    result.title = "Welder";
    result.hiring_organization = "Exemple & Fils (fictional)";
    domain::Place& place = result.job_locations.emplace_back();
    place.province = domain::Province::AB;
    place.city = "Calgary";
    place.postal_code = "T2P 0A1";
    result.date_posted = domain::parse_date("2026-11-02").value();
    result.noc = domain::NocCode::parse("72106").value();
    return result;
}

std::string text(const json::object& object, const std::string_view name) {
    const json::value* const found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string{found->as_string()} : "";
}

/// What is asked of every posting, whatever it says.
void expect_by_the_rules(const domain::Posting& posting) {
    const json::object document = wire::job_posting_ld(posting);
    EXPECT_EQ(text(document, "@context"), "https://schema.org");
    EXPECT_EQ(text(document, "@type"), "JobPosting");
    EXPECT_EQ(text(document, "title"), posting.title);
    const std::string description = text(document, "description");
    EXPECT_THAT(description, MatchesRegex("<(p|ul)>.*</(p|ul)>"));
    EXPECT_NE(description, "<p>" + posting.title + "</p>") << "it must not be the title";
    EXPECT_THAT(text(document, "datePosted"), MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
    EXPECT_EQ(text(document.at("hiringOrganization").as_object(), "@type"), "Organization");
    EXPECT_FALSE(text(document.at("hiringOrganization").as_object(), "name").empty());
    const auto& places = document.at("jobLocation").as_array();
    EXPECT_EQ(places.size(), posting.job_locations.size());
    for (const json::value& place : places) {
        EXPECT_EQ(place.at("@type"), "Place");
        EXPECT_EQ(place.at("address").at("@type"), "PostalAddress");
        EXPECT_EQ(place.at("address").at("addressCountry"), "CA");
        EXPECT_EQ(place.at("address").at("addressRegion").as_string().size(), 2U);
    }
    EXPECT_EQ(document.contains("jobLocationType"), posting.remote);
    EXPECT_EQ(document.contains("applicantLocationRequirements"), posting.remote);
    if (posting.remote) {
        EXPECT_EQ(document.at("jobLocationType"), "TELECOMMUTE");
        EXPECT_EQ(document.at("applicantLocationRequirements").at("@type"), "Country");
        EXPECT_EQ(document.at("applicantLocationRequirements").at("name"), "Canada");
    }
    if (document.contains("validThrough")) {
        EXPECT_THAT(
            text(document, "validThrough"),
            MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
        );
    }
    if (document.contains("employmentType")) {
        const std::set<std::string> words{
            "FULL_TIME",
            "PART_TIME",
            "CONTRACTOR",
            "TEMPORARY",
            "INTERN",
            "VOLUNTEER",
            "PER_DIEM",
            "OTHER"};
        EXPECT_FALSE(document.at("employmentType").as_array().empty());
        for (const json::value& word : document.at("employmentType").as_array()) {
            EXPECT_TRUE(words.contains(std::string{word.as_string()})) << word;
        }
    }
    // What schema.org gives no JobPosting is not there either.
    const std::set<std::string> known{
        "@context",
        "@type",
        "title",
        "description",
        "datePosted",
        "validThrough",
        "jobStartDate",
        "identifier",
        "hiringOrganization",
        "directApply",
        "jobLocation",
        "jobLocationType",
        "applicantLocationRequirements",
        "baseSalary",
        "employmentType",
        "occupationalCategory",
        "url",
        "totalJobOpenings"};
    for (const auto& [name, ignored] : document) {
        EXPECT_TRUE(known.contains(std::string{name})) << name;
    }
}

TEST(JobPostingLd, has_what_is_required_of_every_posting) {
    for (const bool remote : {false, true}) {
        for (int term = 0; term < 5; ++term) {
            for (int time = 0; time < 3; ++time) {
                domain::Posting one = welders_posting();
                one.remote = remote;
                one.term = static_cast<domain::EmploymentTerm>(term);
                one.work_time = static_cast<domain::WorkTime>(time);
                expect_by_the_rules(one);
                one.description = "Weld frames.\n\nRead drawings.";
                one.valid_through = domain::parse_date("2026-12-15").value();
                expect_by_the_rules(one);
            }
        }
    }
}

TEST(JobPostingLd, says_of_pay_its_amount_currency_and_unit) {
    using domain::PayPeriod;
    struct Case {
        PayPeriod period;
        std::string unit;
        domain::Cents min;
        std::optional<domain::Cents> max;
        std::string value;
    };
    const std::vector<Case> all{
        {PayPeriod::hour, "HOUR", 3'000, std::nullopt, R"("value":3E1)"},
        {PayPeriod::hour, "HOUR", 2'850, 3'300, R"("minValue":2.85E1,"maxValue":3.3E1)"},
        {PayPeriod::day, "DAY", 24'000, 24'000, R"("value":2.4E2)"},
        {PayPeriod::week, "WEEK", 120'000, std::nullopt, R"("value":1.2E3)"},
        {PayPeriod::two_weeks, "YEAR", 240'000, std::nullopt, R"("value":6.24E4)"},
        {PayPeriod::month, "MONTH", 520'000, std::nullopt, R"("value":5.2E3)"},
        {PayPeriod::year, "YEAR", 6'240'000, 7'000'000, R"("minValue":6.24E4,"maxValue":7E4)"},
    };
    for (const Case& one : all) {
        domain::Posting paid = welders_posting();
        paid.base_salary = domain::Pay{
            .min = one.min,
            .max = one.max,
            .period = one.period,
            .hours_assumed = true,
            .hourly_min = 3'000,
            .hourly_max = 3'000,
            .yearly_min = 6'240'000,
            .yearly_max = 6'240'000};
        expect_by_the_rules(paid);
        const json::object document = wire::job_posting_ld(paid);
        const auto& salary = document.at("baseSalary").as_object();
        EXPECT_EQ(salary.at("@type"), "MonetaryAmount");
        EXPECT_EQ(salary.at("currency"), "CAD");
        EXPECT_EQ(salary.at("value").at("@type"), "QuantitativeValue");
        EXPECT_EQ(salary.at("value").at("unitText").as_string(), one.unit);
        EXPECT_THAT(json::serialize(salary), testing::HasSubstr(one.value));
    }
    EXPECT_FALSE(wire::job_posting_ld(welders_posting()).contains("baseSalary"));
}

TEST(JobPostingLd, says_how_long_it_is_open_only_where_the_posting_does) {
    domain::Posting one = welders_posting();
    EXPECT_FALSE(wire::job_posting_ld(one).contains("validThrough"));
    one.valid_through = domain::parse_date("2026-12-15").value();
    EXPECT_EQ(text(wire::job_posting_ld(one), "validThrough"), "2026-12-15T23:59:59Z");
    one.closed_on = domain::parse_date("2026-11-20").value();
    EXPECT_EQ(text(wire::job_posting_ld(one), "validThrough"), "2026-11-19T23:59:59Z");
}

TEST(JobPostingLd, says_when_the_job_starts_only_where_the_posting_does) {
    domain::Posting one = welders_posting();
    EXPECT_FALSE(wire::job_posting_ld(one).contains("jobStartDate"));
    one.starts_on = domain::parse_date("2027-01-04").value();
    expect_by_the_rules(one);
    EXPECT_EQ(text(wire::job_posting_ld(one), "jobStartDate"), "2027-01-04");
}

TEST(JobPostingLd, calls_a_job_for_students_an_internship) {
    domain::Posting one = welders_posting();
    one.for_students = true;
    expect_by_the_rules(one);
    const json::object document = wire::job_posting_ld(one);
    EXPECT_EQ(document.at("employmentType").as_array().back(), "INTERN");
}

TEST(JobPostingLd, writes_its_text_as_html_in_which_nothing_of_the_posting_is_markup) {
    domain::Posting one = welders_posting();
    one.description = "<script>alert(1)</script> R&D\n\nPay > $30 é";
    one.duties = {"Weld <b>frames</b>", ""};
    one.skills = {"TIG"};
    EXPECT_EQ(
        text(wire::job_posting_ld(one), "description"),
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; R&amp;D</p><p>Pay &gt; $30 é</p>"
        "<ul><li>Weld &lt;b&gt;frames&lt;/b&gt;</li><li></li></ul><ul><li>TIG</li></ul>"
    );
    EXPECT_EQ(
        text(wire::job_posting_ld(welders_posting()), "description"),
        "<p>Welder – Exemple &amp; Fils (fictional) – Calgary, AB</p>"
    );
}

TEST(JobPostingLd, leaves_out_what_the_posting_does_not_say) {
    domain::Posting one = welders_posting();
    one.url.clear();
    one.noc = std::nullopt;
    one.job_locations[0].city.clear();
    one.job_locations[0].postal_code.clear();
    expect_by_the_rules(one);
    const json::object document = wire::job_posting_ld(one);
    for (const char* name : {"url", "occupationalCategory", "employmentType", "totalJobOpenings"}) {
        EXPECT_FALSE(document.contains(name)) << name;
    }
    const auto& address = document.at("jobLocation").at(0).at("address").as_object();
    EXPECT_FALSE(address.contains("postalCode"));
    EXPECT_FALSE(address.contains("addressLocality"));
    one.job_locations[0].region = "Red Deer County";
    expect_by_the_rules(one);
    EXPECT_EQ(
        text(wire::job_posting_ld(one), "description"),
        "<p>Welder – Exemple &amp; Fils (fictional) – Red Deer County, AB</p>"
    );
    EXPECT_EQ(wire::job_posting_ld(one).at("jobLocation"), document.at("jobLocation"));
    one.vacancies = 3;
    EXPECT_EQ(wire::job_posting_ld(one).at("totalJobOpenings"), 3);
}

TEST(JobPostingLd, names_the_kinds_of_employment_it_is) {
    domain::Posting one = welders_posting();
    one.work_time = domain::WorkTime::full_time;
    one.term = domain::EmploymentTerm::seasonal;
    std::vector<std::string> words;
    const json::object document = wire::job_posting_ld(one);
    for (const json::value& word : document.at("employmentType").as_array()) {
        words.emplace_back(word.as_string());
    }
    EXPECT_THAT(words, ElementsAre("FULL_TIME", "TEMPORARY"));
}

}  // namespace
