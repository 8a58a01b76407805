#include "services/wire/crs_json.hpp"

#include "matcher/document/json.hpp"
#include "matcher/rules/rule_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

namespace json = boost::json;
using wire::crs_input_from;

/// The smallest input with more members.
json::value input(const std::string_view more = "") {
    const std::string text =
        R"({"age": 30, "marital": "single", "education": "secondary")" + std::string{more} + "}";
    return document::parse(text).value();
}

constexpr std::string_view clb_9 =
    R"("clb": {"listening": 9, "reading": 9, "writing": 9, "speaking": 9})";
constexpr std::string_view ielts_9 =
    R"("test": "IELTS_GENERAL", "listening": 8, "reading": 7, "writing": 7, "speaking": 7)";

std::string language(const std::string_view code, const std::string_view members) {
    return R"({"language": ")" + std::string{code} + "\"" +
           std::string{members.empty() ? "" : ", "} + std::string{members} + "}";
}

TEST(CrsInput, needs_only_age_marital_and_education) {
    const auto read = crs_input_from(input()).value();
    EXPECT_EQ(read.age, 30);
    EXPECT_EQ(read.first_language, std::nullopt);
    EXPECT_EQ(read.canadian_work_years, 0);
    EXPECT_FALSE(read.job_offer);
    EXPECT_EQ(read.canadian_study, express_entry::CanadianStudy::none);
}

TEST(CrsInput, converts_test_scores_that_stand_in_place_of_levels) {
    const domain::LanguageLevels expected{
        .language = domain::OfficialLanguage::english, .levels = {9, 9, 9, 9}};
    const std::string raw = R"(, "raw_tests": {"first": {)" + std::string{ielts_9} + "}}";
    for (const std::string& stated :
         {std::string{},
          R"(, "first_language": null)" + std::string{},
          R"(, "first_language": )" + language("en", ""),
          R"(, "first_language": )" + language("en", clb_9)}) {
        const auto read = crs_input_from(input(raw + stated));
        ASSERT_TRUE(read) << read.error().message << stated;
        EXPECT_EQ(read->first_language, expected);
    }
}

TEST(CrsInput, takes_levels_that_agree_with_scores_as_far_as_points_go) {
    const auto read = crs_input_from(input(
        R"(, "first_language": {"language": "en",
            "clb": {"listening": 12, "reading": 10, "writing": 4, "speaking": 3}},
            "raw_tests": {"first": {"test": "CELPIP_GENERAL",
            "listening": 10, "reading": 12, "writing": 4, "speaking": 2}})"
    ));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->first_language->levels.listening, 12);
}

TEST(CrsInput, takes_months_abroad_for_whole_years) {
    EXPECT_EQ(crs_input_from(input(R"(, "foreign_work_months": 23)"))->foreign_work_years, 1);
    EXPECT_EQ(
        crs_input_from(input(R"(, "foreign_work_months": 24, "foreign_work_years": 2)"))
            ->foreign_work_years,
        2
    );
}

TEST(CrsInput, refuses_what_it_cannot_score_with_its_path) {
    struct Case {
        std::string more;
        std::string_view field;
    };
    const std::string offer = R"(, "job_offer": {"noc": "21231", "qualifying": true)";
    const std::string raw = R"(, "raw_tests": {"first": {)" + std::string{ielts_9} + "}}";
    for (const Case& one : {
             Case{R"(, "shoe_size": 43)", "shoe_size"},
             Case{R"(, "canadian_work_years": 1.5)", "canadian_work_years"},
             Case{R"(, "canadian_work_years": 61)", "canadian_work_years"},
             Case{R"(, "foreign_work_years": -1)", "foreign_work_years"},
             Case{R"(, "foreign_work_years": 2, "foreign_work_months": 18)", "foreign_work_months"},
             Case{R"(, "canadian_study": "some")", "canadian_study"},
             Case{R"(, "sibling_in_canada": "yes")", "sibling_in_canada"},
             Case{R"(, "first_language": {"language": "de"})", "first_language.language"},
             Case{R"(, "first_language": {"language": "en"})", "first_language.clb"},
             Case{
                 R"(, "first_language": {"language": "en", "clb": {"listening": 13}})",
                 "first_language.clb.listening"},
             Case{R"(, "second_language": )" + language("fr", clb_9), "second_language"},
             Case{
                 R"(, "first_language": )" + language("en", clb_9) + R"(, "second_language": )" +
                     language("en", clb_9),
                 "second_language.language"},
             Case{offer + R"(, "teer": 2})", "job_offer.teer"},
             Case{R"(, "job_offer": {"noc": "12", "qualifying": true})", "job_offer.noc"},
             Case{R"(, "job_offer": {"noc": 12, "qualifying": true})", "job_offer.noc"},
             Case{R"(, "job_offer": {"noc": "21231"})", "job_offer.qualifying"},
             Case{R"(, "spouse": {})", "spouse.education"},
             Case{
                 raw + R"(, "first_language": )" + language("fr", clb_9),
                 "first_language.language"},
             Case{
                 raw + R"(, "first_language": {"language": "en",
                  "clb": {"listening": 9, "reading": 9, "writing": 9, "speaking": 8}})",
                 "first_language.clb"},
             Case{
                 R"(, "raw_tests": {"first": {"test": "IELTS_GENERAL", "listening": 6.3,
                  "reading": 6, "writing": 6, "speaking": 6}})",
                 "raw_tests.first.listening"},
             Case{R"(, "raw_tests": {"third": {}})", "raw_tests.third"},
         }) {
        const auto refused = crs_input_from(input(one.more));
        ASSERT_FALSE(refused) << one.more;
        EXPECT_EQ(refused.error().field, one.field) << refused.error().message;
    }
    EXPECT_EQ(crs_input_from(document::parse(R"({"age": 30})").value()).error().field, "marital");
    EXPECT_FALSE(crs_input_from(document::parse("[]").value()));
}

TEST(CrsScoreJson, names_its_rules_and_every_factor) {
    const auto book = rules::built_in().value();
    const auto person = crs_input_from(input(R"(, "sibling_in_canada": true)")).value();
    const auto written = [&](const std::string_view id) {
        return document::serialize(
            wire::crs_score_json(*book.find(id), domain::parse_date("2026-11-23").value(), person)
        );
    };
    EXPECT_THAT(
        written("2025-03-25"),
        testing::StartsWith(
            R"({"rules":{"id":"2025-03-25","status":"historic","effective_from":"2025-03-25",)"
            R"("effective_to":"2026-11-02","confirmed":true},"column":"without_spouse",)"
            R"("core":{"age":105,"education":30,"first_language":0,"second_language":0,)"
            R"("canadian_work":0,"subtotal":135},)"
            R"("spouse":{"education":0,"language":0,"canadian_work":0,"subtotal":0},)"
            R"("transferability":{"education_language":0,"education_canadian_work":0,)"
            R"("education_group":0,"foreign_language":0,"foreign_canadian_work":0,"foreign_group":0,)"
            R"("certificate_group":0,"subtotal":0},)"
            R"("additional":{"provincial_nomination":0,"job_offer":0,"french":0,"canadian_study":0,)"
            R"("sibling":15,"uncapped":15,"subtotal":15},"total":150,"unknown":[],)"
        )
    );
    EXPECT_THAT(
        written("2026-11-03"),
        testing::AllOf(
            testing::HasSubstr(R"("status":"reported")"),
            testing::HasSubstr(R"("effective_to":null,"confirmed":false)")
        )
    );
}

TEST(CrsScoreJson, writes_null_and_the_path_for_what_is_not_known) {
    const auto book = rules::built_in().value();
    const auto person =
        crs_input_from(
            input(R"(, "canadian_work_years": 1, "job_offer": {"noc": "00012", "qualifying": true})"
            )
        )
            .value();
    const auto& reported = *book.find("2026-11-03");
    const json::object written = wire::crs_score_json(reported, reported.effective_from, person);
    EXPECT_TRUE(written.at("total").is_null());
    EXPECT_TRUE(written.at("core").at("canadian_work").is_null());
    EXPECT_TRUE(written.at("additional").at("subtotal").is_null());
    EXPECT_EQ(
        document::serialize(written.at("unknown")),
        R"(["core.canadian_work","additional.job_offer"])"
    );
}

TEST(CrsScoreJson, sets_every_line_beside_its_most_and_says_what_the_caps_took) {
    const auto book = rules::built_in().value();
    const auto& basis = book.basis();
    const auto person = crs_input_from(document::parse(R"({"age": 29, "marital":
        "spouse_accompanying", "education": "doctoral", "canadian_work_years": 2,
        "foreign_work_years": 3, "certificate_of_qualification": true, "first_language":
        {"language": "en", "clb": {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}},
        "second_language":
        {"language": "fr", "clb": {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}},
        "provincial_nomination": true, "sibling_in_canada": true})")
                                           .value())
                            .value();
    const json::object written = wire::crs_score_json(basis, basis.effective_from, person);
    EXPECT_EQ(
        document::serialize(written.at("lost")),
        R"([{"path":"core.second_language","points":2},)"
        R"({"path":"transferability.education_group","points":50},)"
        R"({"path":"transferability.foreign_group","points":50},)"
        R"({"path":"transferability.subtotal","points":50},)"
        R"({"path":"additional.subtotal","points":65}])"
    );
    const json::object& most = written.at("max").as_object();
    EXPECT_EQ(most.at("core").at("subtotal"), 460);
    EXPECT_EQ(most.at("spouse").at("subtotal"), 40);
    EXPECT_EQ(most.at("total"), 1200);
    for (const wire::CrsFactor& factor : wire::crs_factors) {
        EXPECT_TRUE(most.at(factor.section()).as_object().contains(factor.name())) << factor.path;
    }
    const auto& reported = *book.find("2026-11-03");
    const json::object unknown = wire::crs_score_json(reported, reported.effective_from, person);
    EXPECT_TRUE(unknown.at("max").at("core").at("canadian_work").is_null());
    EXPECT_TRUE(unknown.at("max").at("additional").at("job_offer").is_null());
}

}  // namespace
