#include "matcher/document/json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/posting_words.hpp"
#include "tests/support/values.hpp"

#include <boost/json/object.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using support::day;

domain::Posting engineers_posting() {
    domain::Posting result;
    result.id = 9007199254740993;  // More than a JavaScript number can tell apart.
    result.source = "sample";
    result.source_id = "101";
    result.title = "Software Engineer";
    result.hiring_organization = "Maple Harbour Robotics (fictional)";
    result.job_locations = {
        {.province = domain::Province::NS,
         .city = "Halifax",
         .postal_code = "",
         .gazetteer_id = {},
         .coordinates = {}}};
    result.date_posted = day("2026-11-03");
    result.noc = domain::NocCode::parse("21231").value();
    result.work_hours = domain::WeeklyHours{.min_tenths = 375, .max_tenths = 375};
    result.work_time = domain::WorkTime::full_time;
    result.term = domain::EmploymentTerm::permanent;
    return result;
}

TEST(PostingJson, tells_a_region_where_no_city_is_stated) {
    domain::Posting posting = engineers_posting();
    EXPECT_TRUE(wire::posting_json(posting).at("job_locations").at(0).at("region").is_null());
    domain::Place& place = posting.job_locations.front();
    place.city.clear();
    EXPECT_EQ(wire::place_text(posting), "NS");
    place.region = "Annapolis Valley";
    EXPECT_EQ(wire::place_text(posting), "Annapolis Valley, NS");
    const json::object shown = wire::posting_json(posting);
    EXPECT_EQ(shown.at("job_locations").at(0).at("region"), "Annapolis Valley");
    EXPECT_TRUE(shown.at("job_locations").at(0).at("city").is_null());
    EXPECT_TRUE(shown.at("job_locations").at(0).at("latitude").is_null());
}

TEST(PostingJson, says_null_for_what_is_not_stated) {
    const json::object shown = wire::posting_json(engineers_posting());
    EXPECT_EQ(shown.at("id"), "9007199254740993");
    EXPECT_EQ(shown.at("noc"), "21231");
    EXPECT_EQ(shown.at("teer"), 1);
    EXPECT_EQ(shown.at("last_live_day"), "2027-01-02");
    EXPECT_EQ(document::serialize(shown.at("work_hours")), R"({"min":37.5,"max":37.5})");
    for (const char* absent :
         {"url",
          "original_title",
          "valid_through",
          "closed_on",
          "starts_on",
          "noc_2016",
          "base_salary",
          "term_ends",
          "working_language",
          "education_asked",
          "experience_asked",
          "licence_asked",
          "refusal_quote",
          "lmia",
          "sponsorship",
          "sponsorship_quote",
          "description"}) {
        EXPECT_TRUE(shown.at(absent).is_null()) << absent;
    }
}

TEST(PostingJson, gives_the_first_day_of_work_and_the_words_of_a_refusal) {
    domain::Posting refusing = engineers_posting();
    refusing.starts_on = day("2026-12-01");
    refusing.for_students = true;
    refusing.refuses_outside_canada = true;
    refusing.refusal_quote = "Not authorized to work in Canada? Do not apply.";
    const json::object shown = wire::posting_json(refusing);
    EXPECT_EQ(shown.at("starts_on"), "2026-12-01");
    EXPECT_EQ(shown.at("for_students"), true);
    EXPECT_EQ(shown.at("refusal_quote"), "Not authorized to work in Canada? Do not apply.");
}

TEST(PostingJson, gives_pay_in_cents_with_the_period_as_stated) {
    domain::Posting paid = engineers_posting();
    paid.base_salary = domain::Pay{
        .min = 9800000,
        .max = 11800000,
        .period = domain::PayPeriod::year,
        .hourly_min = 5026,
        .hourly_max = 6051,
        .yearly_min = 9800000,
        .yearly_max = 11800000};
    EXPECT_EQ(
        document::serialize(wire::posting_json(paid).at("base_salary")),
        R"({"currency":"CAD","unit":"cents","period":"year","min":9800000,"max":11800000,)"
        R"("hourly_min":5026,"hourly_max":6051,"yearly_min":9800000,"yearly_max":11800000,)"
        R"("hours_assumed":false})"
    );
}

struct StatusCase {
    std::string rules;
    std::string as_of;
    std::string english;
};

TEST(LiftJson, says_what_a_rule_set_is_worth_on_the_day) {
    const rules::RuleBook book = rules::built_in().value();
    for (const StatusCase& given : {
             StatusCase{"2022-11-16", "2026-11-16", "no longer in force since 2025-03-25"},
             {"2025-03-25",
              "2026-11-16",
              "last confirmed; reported to have been replaced on 2026-11-03"},
             {"2026-11-03",
              "2026-11-16",
              "reported to be in force since 2026-11-03, not confirmed"},
             {"2025-03-25", "2026-11-02", "in force"},
             {"2026-11-03", "2026-11-02", "proposed, to begin on 2026-11-03"},
             {"2022-11-16", "2023-01-01", "in force"},
         }) {
        EXPECT_EQ(
            wire::status_text(
                book, *book.find(given.rules), day(given.as_of), OfficialLanguage::english
            ),
            given.english
        ) << given.rules
          << " on " << given.as_of;
    }
}

json::value read(const std::string& text) { return document::parse(text).value(); }

matching::Matches matches(const rules::RuleBook& book) {
    matching::Matches result;
    result.query = {.as_of = day("2026-11-16")};
    result.revision = 3;
    result.live = 41;
    result.profile.input.age = 30;
    result.profile.notes = {
        {.note = express_entry::ProfileNote::education_without_eca, .path = "education[0]"}};
    matching::Match match;
    match.shelved = std::make_shared<const matching::Shelved>(engineers_posting());
    match.fit = {
        .total = 60,
        .parts = {
            {.kind = fit::PartKind::occupation,
             .points = 60,
             .max = 60,
             .reason = fit::Reason::same_unit_group,
             .candidate_noc = match.posting().noc,
             .months_held = 80}}};
    match.placed_after = {fit::PlacedAfter::licence_missing};
    match.lifts = express_entry::lifts(
        book,
        nullptr,
        result.query.as_of,
        result.profile.input,
        express_entry::offer_terms(match.posting())
    );
    result.best.push_back(std::move(match));
    return result;
}

TEST(MatchJson, shows_each_lift_beside_its_rule_set_and_never_a_bare_number) {
    const rules::RuleBook book = rules::built_in().value();
    const json::value answer =
        read(wire::matches_text(matches(book), book, OfficialLanguage::english));
    EXPECT_EQ(answer.at("basis"), "2022-11-16");
    EXPECT_EQ(answer.at("live"), 41);
    EXPECT_EQ(answer.at("scores").as_array().size(), 3U);
    EXPECT_EQ(answer.at("notes").at_pointer("/0/path"), "education[0]");
    const json::array& lifts = answer.at("matches").at_pointer("/0/lift").as_array();
    ASSERT_EQ(lifts.size(), 3U);
    EXPECT_EQ(lifts[0].at("points"), 50);
    EXPECT_EQ(lifts[0].at_pointer("/conditions/0/code"), "lmia_or_exemption");
    EXPECT_EQ(lifts[1].at("points"), 0);
    EXPECT_EQ(lifts[1].at_pointer("/reason/code"), "no_points_in_rule_set");
    EXPECT_TRUE(lifts[2].at("points").is_null());
    EXPECT_EQ(lifts[2].at_pointer("/reason/code"), "points_not_known");
    for (const json::value& lift : lifts) {
        EXPECT_TRUE(lift.at("rules").is_string());
        EXPECT_TRUE(lift.at("status_text").is_string());
    }
    EXPECT_EQ(answer.at("matches").at_pointer("/0/fit/parts/0/facts/candidate_noc"), "21231");
    EXPECT_EQ(answer.at("matches").at_pointer("/0/placed_after/0/code"), "licence_missing");
}

TEST(MatchJson, says_where_the_employers_title_belies_the_occupation) {
    const rules::RuleBook book = rules::built_in().value();
    matching::Matches found = matches(book);
    const auto reason = [&](const int title_support, const OfficialLanguage language) {
        found.best.front().fit.parts.front().title_support = title_support;
        return std::string{read(wire::matches_text(found, book, language))
                               .at("matches")
                               .at_pointer("/0/fit/parts/0/reason/text")
                               .as_string()};
    };
    EXPECT_THAT(
        reason(10, OfficialLanguage::english), testing::HasSubstr("speaks for another occupation")
    );
    EXPECT_THAT(
        reason(10, OfficialLanguage::french), testing::HasSubstr("évoque une autre profession")
    );
    EXPECT_THAT(
        reason(80, OfficialLanguage::english),
        testing::Not(testing::HasSubstr("speaks for another occupation"))
    );
}

TEST(MatchJson, quotes_what_places_a_match_after_the_others) {
    const rules::RuleBook book = rules::built_in().value();
    matching::Matches found = matches(book);
    found.best.front().placed_after = {
        fit::PlacedAfter::refuses_outside_canada, fit::PlacedAfter::licence_missing};
    domain::Posting refusing = engineers_posting();
    refusing.refusal_quote = "Do not apply from abroad.";
    found.best.front().shelved = std::make_shared<const matching::Shelved>(refusing);
    const json::value answer = read(wire::matches_text(found, book, OfficialLanguage::english));
    const json::value& after = answer.at_pointer("/matches/0/placed_after");
    EXPECT_EQ(after.at_pointer("/0/code"), "refuses_outside_canada");
    EXPECT_EQ(after.at_pointer("/0/quote"), "Do not apply from abroad.");
    EXPECT_EQ(after.at_pointer("/1/code"), "licence_missing");
    EXPECT_TRUE(after.at_pointer("/1/quote").is_null());
}

TEST(MatchJson, says_why_a_match_stands_where_it_does) {
    const rules::RuleBook book = rules::built_in().value();
    matching::Matches found = matches(book);
    const auto rank = [&](const OfficialLanguage language) {
        return read(wire::matches_text(found, book, language)).at("matches").at_pointer("/0/rank");
    };
    EXPECT_EQ(
        rank(OfficialLanguage::english).at("text"),
        "placed after all others for a fact that fit does not weigh; fit 60 of 100, most of it "
        "from "
        "occupation; +50 points under the basis"
    );
    found.best.front().placed_after.clear();
    found.query.order = ranking::Order::pay;
    found.best.front().order_key = 4'805;
    EXPECT_EQ(
        rank(OfficialLanguage::french).at("text"),
        "jusqu’à 48,05 $ l’heure; adéquation 60 sur 100, surtout par profession; +50 points "
        "selon la "
        "base"
    );
    EXPECT_EQ(
        document::serialize(rank(OfficialLanguage::english).at("keys")),
        R"([{"key":"placed_after","value":false},{"key":"pay","value":4805},)"
        R"({"key":"fit","value":60},{"key":"basis_points","value":50}])"
    );
    found.query.order = ranking::Order::distance;
    found.best.front().order_key.reset();
    EXPECT_EQ(
        rank(OfficialLanguage::english).at("text"),
        "distance not known; fit 60 of 100, most of it from occupation; +50 points under the basis"
    );
}

TEST(MatchJson, gives_the_same_bytes_for_the_same_matches) {
    const rules::RuleBook book = rules::built_in().value();
    const auto bytes = [&] {
        return wire::matches_text(matches(book), book, OfficialLanguage::french);
    };
    const std::string first = bytes();
    EXPECT_EQ(bytes(), first);
    EXPECT_EQ(document::serialize(document::parse(first).value()), first);
}

}  // namespace
