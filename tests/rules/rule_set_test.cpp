#include "matcher/rules/rule_set.hpp"

#include "tests/rules/rule_files.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

namespace {

using rule_files::read;
using rule_files::with;
using rules::OfferPointsByMajorGroup;
using rules::parse_rule_set;
using rules::RuleSet;
using rules::Status;
using support::day;

const std::string& file() {
    static const std::string text = read("sets/2022-11-16.json");
    return text;
}

const std::string& grid() {
    static const std::string text = read("grids/common.json");
    return text;
}

domain::Result<RuleSet> parse(const std::string& set, const std::string& grid_text = grid()) {
    return parse_rule_set(set, {{.name = "common", .json = grid_text}});
}

domain::NocCode noc(const std::string_view code) { return domain::NocCode::parse(code).value(); }

constexpr std::string_view by_major_group =
    R"("job_offer": {"major_group_00": 200, "other": 50, "teer_max": 3})";

/// A file whose offer points go by these levels.
std::string with_levels(const std::string_view levels) {
    return with(
        file(), by_major_group, R"("job_offer": {"levels": [)" + std::string{levels} + "]}"
    );
}

TEST(RuleSet, is_read_from_its_file) {
    const RuleSet set = parse(file()).value();
    EXPECT_EQ(set.id, "2022-11-16");
    EXPECT_EQ(set.effective_from, day("2022-11-16"));
    EXPECT_EQ(set.effective_to, day("2025-03-24"));
    EXPECT_TRUE(set.confirmed);
    EXPECT_TRUE(std::holds_alternative<rules::CanadianWorkByGrid>(set.canadian_work));
    EXPECT_EQ(set.document, file());
    EXPECT_EQ(set.grid_document, grid());
    const auto& offer = std::get<OfferPointsByMajorGroup>(set.additional.job_offer);
    EXPECT_EQ(offer.major_group_00, 200);
    EXPECT_EQ(offer.other, 50);
    EXPECT_EQ(offer.teer_max, 3);
    EXPECT_TRUE(set.additional.offer_needs_lmia_or_exemption);
    EXPECT_EQ(set.additional.french->french_and_english, 50);
    EXPECT_EQ(set.additional.canadian_study->three_year_plus, 30);
    EXPECT_EQ(set.additional.sibling, 15);
    EXPECT_EQ(set.total_cap, 1200);
}

TEST(RuleSet, fills_its_tables_between_the_steps) {
    const rules::CoreGrid core = parse(file()).value().core;
    EXPECT_EQ(core.age[20], (rules::ByColumn{110, 100}));
    EXPECT_EQ(core.age[29], (rules::ByColumn{110, 100}));
    EXPECT_EQ(core.age[rules::age_max], (rules::ByColumn{0, 0}));
    EXPECT_EQ(core.canadian_work[rules::work_years_max], (rules::ByColumn{80, 70}));
    EXPECT_EQ(core.second_language[8], 3);
    EXPECT_EQ(core.first_language[domain::clb_max], (rules::ByColumn{34, 32}));
}

TEST(RuleSet, takes_null_for_not_known) {
    const RuleSet set = parse(read("sets/2026-11-03.json")).value();
    const auto& levels = std::get<rules::OfferPointsByOccupation>(set.additional.job_offer).list;
    ASSERT_EQ(levels.levels.size(), 3U);
    EXPECT_EQ(levels.levels[0].points, std::nullopt);
    EXPECT_EQ(levels.levels[0].nocs, std::nullopt);
    EXPECT_TRUE(std::holds_alternative<rules::UnknownCanadianWork>(set.canadian_work));
    EXPECT_FALSE(set.confirmed);
    EXPECT_EQ(set.effective_to, std::nullopt);
    EXPECT_FALSE(set.additional.offer_needs_lmia_or_exemption);
    const RuleSet unknown = parse(with(file(), by_major_group, R"("job_offer": null)")).value();
    EXPECT_TRUE(std::holds_alternative<rules::UnknownOfferPoints>(unknown.additional.job_offer));
}

TEST(RuleSet, reads_points_by_a_list_of_occupations) {
    const std::string offer = with(
        file(),
        by_major_group,
        R"("job_offer": {"levels": [{"level": "2x", "points": 60, "nocs": ["31100", "00012"]},
            {"level": "1.5x", "points": null, "nocs": ["21231"]}]})"
    );
    const RuleSet set =
        parse(with(offer, R"("canadian_work": "grid")", R"("canadian_work": {"years_min": 2,
            "levels": [{"level": "2x", "points": 30, "nocs": null}]})"))
            .value();
    const auto& levels = std::get<rules::OfferPointsByOccupation>(set.additional.job_offer).list;
    EXPECT_EQ(levels.levels[0].name, "2x");
    EXPECT_EQ(levels.levels[0].nocs->size(), 2U);
    EXPECT_EQ(levels.points(noc("00012")), 60);
    EXPECT_EQ(levels.points(noc("31100")), 60);
    EXPECT_EQ(levels.points(noc("21231")), std::nullopt);
    EXPECT_EQ(levels.points(noc("21232")), 0);
    const auto& work = std::get<rules::CanadianWorkByOccupation>(set.canadian_work);
    EXPECT_EQ(work.years_min, 2);
    EXPECT_EQ(work.list.points(noc("00012")), std::nullopt);
    EXPECT_EQ(work.list.levels[0].points, 30);
}

struct Malformed {
    std::string_view old;
    std::string_view changed;
    std::string_view field;
    std::string_view message;
};

void check(const domain::Result<RuleSet>& result, const Malformed& one) {
    ASSERT_FALSE(result) << one.changed;
    EXPECT_EQ(result.error().field, one.field) << one.changed;
    EXPECT_NE(result.error().message.find(one.message), std::string::npos)
        << result.error().message;
}

TEST(RuleSet, refuses_a_malformed_file_with_path_and_reason) {
    for (const Malformed& one : {
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": 15, "cousin": 5)",
                 "additional.cousin",
                 "unknown member"},
             Malformed{R"("confirmed": true,)", "", "confirmed", "missing"},
             Malformed{
                 R"("confirmed": true)", R"("confirmed": 1)", "confirmed", "not true or false"},
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": "15")",
                 "additional.sibling",
                 "not a whole number"},
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": 15.5)",
                 "additional.sibling",
                 "not a whole number"},
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": null)",
                 "additional.sibling",
                 "not a whole number"},
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": -1)",
                 "additional.sibling",
                 "-1 is not a whole number, 0 to 1200"},
             Malformed{
                 R"("sibling": 15)",
                 R"("sibling": 15, "sibling": 0)",
                 "additional.sibling",
                 "stands twice"},
             Malformed{
                 R"("major_group_00": 200, )",
                 "",
                 "additional.job_offer.major_group_00",
                 "missing"},
             Malformed{
                 R"("teer_max": 3)",
                 R"("teer_max": 6)",
                 "additional.job_offer.teer_max",
                 "6 is not a whole number, 0 to 5"},
             Malformed{
                 R"("french_only": 25)",
                 R"("french_only": 51)",
                 "additional.french.french_and_english",
                 "50 is not a whole number, 51 to 1200"},
             Malformed{
                 R"("english_level": 5)",
                 R"("english_level": 13)",
                 "additional.french.english_level",
                 "13 is not a whole number, 1 to 12"},
             Malformed{R"("id": "2022-11-16")", R"("id": "2022")", "id", "'2022' is not the day"},
             Malformed{
                 R"("effective_from": "2022-11-16")",
                 R"("effective_from": "2022-02-30")",
                 "effective_from",
                 "there is no day '2022-02-30'"},
             Malformed{"2025-03-24", "2022-11-15", "effective_to", "is before effective_from"},
             Malformed{
                 R"("grid": "common")", R"("grid": "other")", "grid", "there is no grid 'other'"},
             Malformed{
                 R"("canadian_work": "grid")",
                 R"("canadian_work": 0)",
                 "canadian_work",
                 "neither \"grid\", an object nor null"},
             Malformed{
                 R"("instrument": ")",
                 R"("instrument": "", "x": ")",
                 "instrument",
                 "0 characters, not 1 or more"},
             Malformed{R"("instrument": ")", R"("x": "", "instrument": ")", "x", "unknown member"},
             Malformed{"{", "[", "", "not JSON"},
         }) {
        check(parse(with(file(), one.old, one.changed)), one);
    }
    for (const auto* const text : {"", "null", "[]", "7", "{", "{} {}"}) {
        EXPECT_FALSE(parse(text)) << text;
    }
    EXPECT_EQ(parse("[]").error().message, "an array is not an object");
}

TEST(RuleSet, refuses_levels_that_contradict_themselves) {
    constexpr std::string_view first = R"({"level": "2x", "points": 60, "nocs": ["00012"]}, )";
    constexpr std::string_view path = "additional.job_offer.levels";
    struct Case {
        std::string levels;
        std::string field;
        std::string_view message;
    };
    for (const Case& one : {
             Case{"", "", "no levels"},
             Case{
                 std::string{first} + R"({"level": "1x", "points": 9, "nocs": ["21231", "00012"]})",
                 "[1].nocs[1]",
                 "'00012' stands on level '2x' already"},
             Case{
                 R"({"level": "2x", "points": 60, "nocs": ["00012", "00012"]})",
                 "[0].nocs[1]",
                 "'00012' stands on level '2x' already"},
             Case{
                 std::string{first} + R"({"level": "2x", "points": 9, "nocs": null})",
                 "[1].level",
                 "two levels are called '2x'"},
             Case{R"({"level": "2x", "points": 60, "nocs": []})", "[0].nocs", "no occupations"},
             Case{R"({"level": "2x", "points": 60, "nocs": ["12"]})", "[0].nocs[0]", "'12' is not"},
             Case{R"({"level": "2x", "points": 0, "nocs": null})", "[0].points", "0 is not"},
             Case{R"({"level": "2x", "nocs": null})", "[0].points", "missing"},
             Case{R"({"level": "2x", "points": 60})", "[0].nocs", "missing"},
             Case{R"({"level": "", "points": 60, "nocs": null})", "[0].level", "0 characters"},
         }) {
        const std::string field = std::string{path} + one.field;
        check(parse(with_levels(one.levels)), {"", one.levels, field, one.message});
    }
    check(
        parse(with(
            file(),
            R"("canadian_work": "grid")",
            R"("canadian_work": {"years_min": 0, "levels": [)"
            R"({"level": "2x", "points": 60, "nocs": null}]})"
        )),
        {"", "", "canadian_work.years_min", "0 is not a whole number, 1 to 60"}
    );
}

TEST(RuleSet, refuses_a_malformed_grid_with_path_and_reason) {
    for (const Malformed& one : {
             Malformed{
                 R"({"from": 19, )",
                 R"({"from": 18, )",
                 "grid.core.age[2].from",
                 "steps do not rise"},
             Malformed{
                 R"({"from": 0, )",
                 R"({"from": 1, )",
                 "grid.core.age[0].from",
                 "the first step is not 0"},
             Malformed{
                 R"({"from": 45, )",
                 R"({"from": 121, )",
                 "grid.core.age[19].from",
                 "121 is not a whole number, 0 to 120"},
             Malformed{
                 R"("doctoral": {"without_spouse": 150, )",
                 R"("doctoral": {)",
                 "grid.core.education.doctoral.without_spouse",
                 "missing"},
             Malformed{
                 R"("language_tiers": [7, 9])",
                 R"("language_tiers": [9, 7])",
                 "grid.transferability.language_tiers",
                 "the upper tier is below the lower"},
             Malformed{
                 R"("certificate_language": [25, 50])",
                 R"("certificate_language": [25])",
                 "grid.transferability.certificate_language",
                 "not two numbers"},
             Malformed{
                 R"("cap": 100)",
                 R"("cap": 100, "cap": 100)",
                 "grid.transferability.cap",
                 "stands twice"},
             Malformed{
                 R"("group_cap": 50)",
                 R"("group_cap": true)",
                 "grid.transferability.group_cap",
                 "not a whole number"},
         }) {
        check(parse(file(), with(grid(), one.old, one.changed)), one);
    }
    check(parse(file(), "{"), {"", "{", "grid", "not JSON"});
}

TEST(RuleSet, has_the_status_of_the_day) {
    RuleSet set = parse(file()).value();
    EXPECT_EQ(rules::status_on(set, day("2022-11-15")), Status::proposed);
    EXPECT_EQ(rules::status_on(set, day("2022-11-16")), Status::in_force);
    EXPECT_EQ(rules::status_on(set, day("2025-03-24")), Status::in_force);
    EXPECT_EQ(rules::status_on(set, day("2025-03-25")), Status::historic);
    set.effective_to.reset();
    EXPECT_EQ(rules::status_on(set, day("2099-01-01")), Status::in_force);
    set.confirmed = false;
    EXPECT_EQ(rules::status_on(set, day("2022-11-15")), Status::proposed);
    EXPECT_EQ(rules::status_on(set, day("2022-11-16")), Status::reported);
    EXPECT_EQ(rules::name(Status::in_force), "in_force");
    EXPECT_EQ(rules::name(Status::proposed), "proposed");
}

}  // namespace
