#include "indexer/sources/rounds.hpp"

#include "matcher/rules/regulations.hpp"
#include "tests/sources/reading.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/values.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace {

namespace json = boost::json;
using domain::Program;
using domain::Round;
using domain::RoundKind;
using support::content_of;
using support::day;
using support::moment;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

json::array fixture_rounds() {
    return json::parse(content_of(fixture("rounds.json"))).at("rounds").as_array();
}

std::string feed_of(json::array rounds) {
    return json::serialize(json::object{{"classes", "wb-tables"}, {"rounds", std::move(rounds)}});
}

/// The fixture with one member of its second round changed, or taken away where there is no value.
sources::RoundFeed read_with(const std::string_view name, const std::optional<json::value>& value) {
    auto rounds = fixture_rounds();
    auto& round = rounds[1].as_object();
    if (value) {
        round[name] = *value;
    } else {
        round.erase(name);
    }
    return sources::read_rounds(feed_of(std::move(rounds))).value();
}

std::vector<std::string> lines_of(const std::vector<sources::RefusedRound>& refused) {
    std::vector<std::string> lines;
    lines.reserve(refused.size());
    for (const auto& each : refused) {
        lines.push_back(each.field + ": " + each.reason);
    }
    return lines;
}

TEST(Rounds, are_read_oldest_first_with_all_that_the_feed_says) {
    const auto feed = sources::read_rounds_file(fixture("rounds.json")).value();
    EXPECT_THAT(lines_of(feed.refused), IsEmpty());
    const std::vector<Round> expected{
        {.number = "910a",
         .held_on = day("2031-05-01"),
         .kind = RoundKind::general,
         .program = {},
         .category = "",
         .name = "No Program Specified",
         .invitations = 3000,
         .cutoff_crs = {},
         .tie_break = moment("2031-05-01T00:00:00Z"),
         .pool_total = 1},
        {.number = "910b",
         .held_on = day("2031-05-01"),
         .kind = RoundKind::program,
         .program = Program::fstp,
         .category = "",
         .name = "Federal Skilled Trades",
         .invitations = 200,
         .cutoff_crs = 288,
         .tie_break = {},
         .pool_total = {}},
        {.number = "911",
         .held_on = day("2031-05-08"),
         .kind = RoundKind::program,
         .program = Program::pnp,
         .category = "",
         .name = "PROVINCIAL NOMINEE PROGRAM",
         .invitations = 90,
         .cutoff_crs = 1200,
         .tie_break = moment("2030-12-31T23:59:59Z"),
         .pool_total = {}},
        {.number = "912",
         .held_on = day("2031-05-08"),
         .kind = RoundKind::category,
         .program = {},
         .category = "trades",
         .name = "Trades Occupations, 2026-Version 3",
         .invitations = 1250,
         .cutoff_crs = 433,
         .tie_break = moment("2031-04-03T07:08:09Z"),
         .pool_total = 231'004}};
    EXPECT_EQ(feed.rounds, expected);
}

TEST(Rounds, are_in_the_same_order_whatever_the_order_of_the_feed) {
    auto rounds = fixture_rounds();
    std::ranges::reverse(rounds);
    EXPECT_EQ(
        sources::read_rounds(feed_of(rounds)).value().rounds,
        sources::read_rounds(feed_of(fixture_rounds())).value().rounds
    );
    // 9 and 10 on one day, as numbers and not as text.
    rounds.resize(2);
    rounds[0].as_object()["drawNumber"] = "10";
    rounds[1].as_object()["drawNumber"] = "9";
    EXPECT_EQ(sources::read_rounds(feed_of(rounds)).value().rounds[0].number, "9");
}

TEST(Rounds, that_are_not_understood_are_refused_by_place_and_stop_no_other) {
    struct Case {
        const char* name;
        std::optional<json::value> value;
        const char* reason;
    };
    for (const auto& [name, value, reason] : {
             Case{"drawNumber", {}, "missing"},
             Case{"drawNumber", "", "'' is no number of a round"},
             Case{"drawNumber", "911-A", "'911-A' is no number of a round"},
             Case{"drawNumber", "912", "there is another round '912' before it"},
             Case{"drawDate", {}, "missing"},
             Case{"drawDate", "2031-02-30", "there is no day '2031-02-30'"},
             Case{"drawDate", "May 8, 2031", "'May 8, 2031' is not a date of the form YYYY-MM-DD"},
             Case{"drawName", {}, "missing"},
             Case{
                 "drawName",
                 "Fishery occupations",
                 "'Fishery occupations' is no round that is known"},
             Case{"drawSize", {}, "missing"},
             Case{"drawSize", "", "'' is no whole number"},
             Case{"drawSize", "about 90", "'about 90' is no whole number"},
             Case{"drawSize", 90, "not text"},
             Case{"drawCRS", {}, "missing"},
             Case{"drawCRS", "47O", "'47O' is no whole number"},
             Case{"drawCRS", "1201", "'1201' is more than any score"},
             Case{"drawCRS", nullptr, "not text"},
             Case{"drawCutOff", {}, "missing"},
             Case{"drawCutOff", "yesterday", "'yesterday' is no moment that is understood"},
             Case{"dd18", {}, "missing"},
             Case{"dd18", "many", "'many' is no whole number"},
         }) {
        const auto feed = read_with(name, value);
        EXPECT_THAT(
            lines_of(feed.refused), ElementsAre("rounds[1]." + std::string{name} + ": " + reason)
        );
        EXPECT_THAT(feed.rounds, SizeIs(3)) << name;
    }
}

TEST(Rounds, that_are_no_objects_are_refused_by_place) {
    auto rounds = fixture_rounds();
    rounds.insert(rounds.begin(), {nullptr, "912", json::array{}});
    const auto feed = sources::read_rounds(feed_of(rounds)).value();
    EXPECT_THAT(
        lines_of(feed.refused),
        ElementsAre(
            "rounds[0]: not an object", "rounds[1]: not an object", "rounds[2]: not an object"
        )
    );
    EXPECT_THAT(feed.rounds, SizeIs(4));
}

TEST(Rounds, refuse_as_a_whole_what_is_no_such_feed) {
    for (const auto* const text : {"", "rounds", "[]", "{}", R"({"rounds": {}})", R"({"rounds")"}) {
        const auto feed = sources::read_rounds(text);
        ASSERT_FALSE(feed) << text;
        EXPECT_FALSE(feed.error().message.empty());
    }
    EXPECT_THAT(sources::read_rounds(R"({"rounds": []})").value().rounds, IsEmpty());
    const auto absent = sources::read_rounds_file("/nonexistent/rounds.json");
    ASSERT_FALSE(absent);
    EXPECT_THAT(absent.error().message, HasSubstr("/nonexistent/rounds.json"));
}

TEST(Rounds, are_read_from_a_file_as_any_source_is) {
    const TemporaryFolder folder;
    const auto text = content_of(fixture("rounds.json"));
    for (const auto& file :
         {folder.write("rounds.json.gz", gzipped(text)),
          folder.write("marked.json", "\xEF\xBB\xBF" + text)}) {
        const auto feed = sources::read_rounds_file(file);
        ASSERT_TRUE(feed) << file << feed.error().message;
        EXPECT_THAT(feed->rounds, SizeIs(4));
    }
}

class PublishedRounds : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(file_)) {
            GTEST_SKIP() << "../shared absent";
        }
        feed_ = sources::read_rounds_file(file_).value();
    }

    std::filesystem::path file_ =
        shared_data() / "express_entry" / "ee_rounds_123_en_2026-08-07.json";
    sources::RoundFeed feed_;
};

/// Null for nothing, so that a round can be held against the facts.
template <class T>
json::value or_null(const std::optional<T>& value, const auto& write) {
    return value ? json::value(write(*value)) : json::value(nullptr);
}

TEST_F(PublishedRounds, say_what_is_known_of_every_one) {
    EXPECT_THAT(lines_of(feed_.refused), IsEmpty());
    const auto facts = json::parse(content_of(shared_data().parent_path() / "facts/rounds.json"));
    const auto& expected = facts.at("rounds").as_array();
    ASSERT_EQ(feed_.rounds.size(), expected.size());
    ASSERT_EQ(feed_.rounds.size(), 435U);
    const std::map<RoundKind, std::string> kinds{
        {RoundKind::general, "general"},
        {RoundKind::program, "program"},
        {RoundKind::category, "category"}};
    const std::map<Program, std::string> programs{
        {Program::cec, "CEC"},
        {Program::fswp, "FSWP"},
        {Program::fstp, "FSTP"},
        {Program::pnp, "PNP"}};
    const auto as_is = [](const auto value) { return value; };
    for (std::size_t index = 0; index < expected.size(); ++index) {
        const Round& round = feed_.rounds[index];
        const auto& fact = expected[index];
        const auto& pool = fact.at("pool");
        SCOPED_TRACE(round.number);
        EXPECT_EQ(fact.at("number"), json::value(round.number));
        EXPECT_EQ(fact.at("date"), json::value(domain::to_string(round.held_on)));
        EXPECT_EQ(fact.at("type"), json::value(kinds.at(round.kind)));
        EXPECT_EQ(fact.at("program"), or_null(round.program, [&](const Program program) {
                      return programs.at(program);
                  }));
        EXPECT_EQ(
            fact.at("category"),
            round.category.empty() ? json::value(nullptr) : json::value(round.category)
        );
        EXPECT_EQ(fact.at("name_as_published"), json::value(round.name));
        EXPECT_EQ(fact.at("invitations"), json::value(round.invitations));
        EXPECT_EQ(fact.at("cutoff_crs"), or_null(round.cutoff_crs, as_is));
        EXPECT_EQ(
            fact.at("tie_break_utc"),
            or_null(
                round.tie_break,
                [](const domain::Instant instant) { return domain::to_string(instant); }
            )
        );
        EXPECT_EQ(pool.is_null() ? pool : pool.at("total"), or_null(round.pool_total, as_is));
    }
}

TEST_F(PublishedRounds, are_of_categories_that_the_rules_know) {
    std::set<std::string> known;
    for (const auto& list : rules::regulations().categories) {
        for (const auto& category : list.categories) {
            known.insert(category.id);
        }
    }
    for (const Round& round : feed_.rounds) {
        EXPECT_TRUE(round.category.empty() || known.contains(round.category)) << round.name;
    }
}

}  // namespace
