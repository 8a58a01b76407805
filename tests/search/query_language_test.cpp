#include "indexer/search/query_language.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>

#include <array>
#include <random>

namespace {

using domain::PayPeriod;
using domain::Province;
using search::Clause;
using search::Field;
using search::LiftRange;
using search::Near;
using search::NocGroup;
using search::PayRange;
using search::PostedRange;
using search::QueryFaultCode;
using search::Remote;
using search::TeerRange;
using search::Text;
using search::Value;
using search::WorkIn;
using support::day;

struct Reading {
    std::string query;
    Field field;
    std::vector<Value> values;
};

TEST(QueryLanguage, reads_each_field) {
    const std::vector<Reading> all{
        {"title:welder", Field::title, {Text{.text = "welder", .begin = 6}}},
        {"Titre:\"chef de projet\"",
         Field::title,
         {Text{.text = "chef de projet", .phrase = true, .begin = 7}}},
        {"title:welder,fitter",
         Field::title,
         {Text{.text = "welder", .begin = 6}, Text{.text = "fitter", .begin = 13}}},
        {"employeur:« Granite Cove »",
         Field::employer,
         {Text{.text = " Granite Cove ", .phrase = true, .begin = 12}}},
        {"noc:21231,00*", Field::noc, {NocGroup{"21231"}, NocGroup{"00"}}},
        {"cnp:7", Field::noc, {NocGroup{"7"}}},
        {"teer:0,1", Field::teer, {TeerRange{0, 0}, TeerRange{1, 1}}},
        {"teer:<=3", Field::teer, {TeerRange{0, 3}}},
        {"feer:2..4", Field::teer, {TeerRange{2, 4}}},
        {"teer:>3", Field::teer, {TeerRange{4, 5}}},
        {"province:ns,Ontario", Field::province, {Province::NS, Province::ON}},
        {"province:\"île-du-prince-édouard\"", Field::province, {Province::PE}},
        {"near:Halifax,50km",
         Field::near,
         {Near{.place = "Halifax", .kilometres = 50, .begin = 5}}},
        {"près:\"St. John's\",NL,30",
         Field::near,
         {Near{.place = "St. John's", .province = Province::NL, .kilometres = 30, .begin = 7}}},
        {"near:Windsor,ON,Quebec,20km",
         Field::near,
         {Near{.place = "Windsor", .province = Province::ON, .begin = 5},
          Near{.place = "Quebec", .kilometres = 20, .begin = 16}}},
        {"pay:>=40/h", Field::pay, {PayRange{.min = 4'000}}},
        {"pay:40", Field::pay, {PayRange{.min = 4'000}}},
        {"pay:$22.50", Field::pay, {PayRange{.min = 2'250}}},
        {"pay:<=30.5/h", Field::pay, {PayRange{.max = 3'050}}},
        {"pay:<30/h", Field::pay, {PayRange{.max = 2'999}}},
        {"salaire:30..40$/h", Field::pay, {PayRange{.min = 3'000, .max = 4'000}}},
        {"pay:80k", Field::pay, {PayRange{.min = 8'000'000, .period = PayPeriod::year}}},
        {"pay:80000/an", Field::pay, {PayRange{.min = 8'000'000, .period = PayPeriod::year}}},
        {"pay:>5000/month", Field::pay, {PayRange{.min = 6'000'001, .period = PayPeriod::year}}},
        {"pay:1000/w", Field::pay, {PayRange{.min = 5'200'000, .period = PayPeriod::year}}},
        {"remote:yes", Field::remote, {Remote{true}}},
        {"TÉLÉTRAVAIL:non", Field::remote, {Remote{false}}},
        {"lang:fr", Field::lang, {WorkIn::french}},
        {"langue:anglais,Bilingue", Field::lang, {WorkIn::english, WorkIn::bilingual}},
        {"lift:>=50", Field::lift, {LiftRange{.min = 50}}},
        {"lift:50", Field::lift, {LiftRange{.min = 50, .max = 50}}},
        {"lift:<50", Field::lift, {LiftRange{.min = 0, .max = 49}}},
        {"posted:7d", Field::posted, {PostedRange{.days_max = 7}}},
        {"affichée:2sem", Field::posted, {PostedRange{.days_max = 14}}},
        {"posted:>30d", Field::posted, {PostedRange{.days_min = 31}}},
        {"posted:>=2026-11-01", Field::posted, {PostedRange{.from = day("2026-11-01")}}},
        {"posted:2026-11-01",
         Field::posted,
         {PostedRange{.from = day("2026-11-01"), .to = day("2026-11-01")}}},
        {"posted:2026-11-01..2026-11-05",
         Field::posted,
         {PostedRange{.from = day("2026-11-01"), .to = day("2026-11-05")}}},
        {"posted:<2026-11-01", Field::posted, {PostedRange{.to = day("2026-10-31")}}},
    };
    for (const Reading& one : all) {
        for (const bool excluded : {false, true}) {
            const auto read = search::parse_query((excluded ? "-" : "") + one.query);
            ASSERT_TRUE(read) << one.query;
            ASSERT_EQ(read->size(), 1U) << one.query;
            EXPECT_EQ(read->front().field, one.field) << one.query;
            EXPECT_EQ(read->front().excluded, excluded) << one.query;
            if (!excluded) {
                EXPECT_EQ(read->front().any_of, one.values) << one.query;
            }
        }
    }
}

TEST(QueryLanguage, reads_words_phrases_and_what_is_excluded) {
    const auto read =
        search::parse_query(" welder \"night shift\" -junior -\"no visa\" C++ e-mail -").value();
    ASSERT_EQ(read.size(), 7U);
    const auto text = [&](const std::size_t at) { return std::get<Text>(read[at].any_of.front()); };
    EXPECT_EQ(text(0), (Text{.text = "welder", .begin = 1}));
    EXPECT_EQ(text(1), (Text{.text = "night shift", .phrase = true, .begin = 9}));
    EXPECT_EQ(text(2).text, "junior");
    EXPECT_TRUE(read[2].excluded);
    EXPECT_EQ(text(3).text, "no visa");
    EXPECT_TRUE(read[3].excluded && text(3).phrase);
    EXPECT_EQ(text(4).text, "C++");
    EXPECT_EQ(text(5).text, "e-mail");
    EXPECT_EQ(text(6).text, "-");
    EXPECT_FALSE(read[6].excluded);
}

TEST(QueryLanguage, leaves_a_colon_in_prose_alone) {
    EXPECT_EQ(search::parse_query("note: welder at 8:30").value().size(), 4U);
    EXPECT_EQ(search::parse_query("\"ratio:3\" 24/7").value().size(), 2U);
    EXPECT_TRUE(search::parse_query("").value().empty());
    EXPECT_TRUE(search::parse_query(" \t\n").value().empty());
}

struct Refusal {
    std::string query;
    QueryFaultCode code;
    std::size_t position;
    std::string read;
    Field field = Field::text;
    std::string suggestion{};
};

TEST(QueryLanguage, says_where_and_why_it_cannot_read) {
    using enum QueryFaultCode;
    const std::vector<Refusal> all{
        {"welder \"night shift", quote_not_closed, 8, "\"night"},
        {"é «nuit", quote_not_closed, 3, "«nuit"},
        {"provnce:NS", unknown_field, 1, "provnce", Field::text, "province"},
        {"welder -tiltle:cook", unknown_field, 9, "tiltle", Field::text, "title"},
        {"https://jobs.example", unknown_field, 1, "https"},
        {"title:", value_missing, 7, "", Field::title},
        {"title: welder", value_missing, 7, "", Field::title},
        {"province:NS, NB", value_missing, 13, "", Field::province},
        {"province:,NS", value_missing, 10, ",NS", Field::province},
        {"title:\"\"", value_missing, 8, "", Field::title},
        {"province:NS,XX", value_not_understood, 13, "XX", Field::province},
        {"té province:XX", value_not_understood, 13, "XX", Field::province},
        {"noc:123456", value_not_understood, 5, "123456", Field::noc},
        {"noc:29", value_not_understood, 5, "29", Field::noc},
        {"teer:6", value_not_understood, 6, "6", Field::teer},
        {"teer:>5", value_not_understood, 6, ">5", Field::teer},
        {"teer:3..1", value_not_understood, 6, "3..1", Field::teer},
        {"pay:>=40/fortnight", value_not_understood, 5, ">=40/fortnight", Field::pay},
        {"pay:0", value_not_understood, 5, "0", Field::pay},
        {"pay:80,000/y", value_not_understood, 8, "000/y", Field::pay},
        {"pay:much", value_not_understood, 5, "much", Field::pay},
        {"remote:perhaps", value_not_understood, 8, "perhaps", Field::remote},
        {"lang:de", value_not_understood, 6, "de", Field::lang},
        {"lift:>=fifty", value_not_understood, 6, ">=fifty", Field::lift},
        {"posted:2026-02-30", value_not_understood, 8, "2026-02-30", Field::posted},
        {"posted:7", value_not_understood, 8, "7", Field::posted},
        {"near:50km", value_not_understood, 6, "50km", Field::near},
        {"near:Halifax,9000km", value_not_understood, 14, "9000km", Field::near},
    };
    for (const Refusal& one : all) {
        const auto read = search::parse_query(one.query);
        ASSERT_FALSE(read) << one.query;
        const search::QueryFault expected{
            .code = one.code,
            .position = one.position,
            .read = one.read,
            .field = one.field,
            .suggestion = one.suggestion};
        EXPECT_EQ(read.error(), expected) << one.query << ": " << search::name_of(read.error().code)
                                          << " at " << read.error().position << " '"
                                          << read.error().read << "' " << read.error().suggestion;
    }
    std::string many;
    for (std::size_t count = 0; count <= search::clauses_max; ++count) {
        many += "w ";
    }
    EXPECT_EQ(search::parse_query(many).error().code, too_many_clauses);
    std::string values = "title:a";
    for (std::size_t count = 0; count < search::values_max; ++count) {
        values += ",a";
    }
    EXPECT_EQ(search::parse_query(values).error().code, too_many_values);
}

/// What a clause means, written down again, is read as the same.
TEST(QueryLanguage, reads_what_it_is_told_in_any_order) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    static constexpr std::array<std::string_view, 12> pieces{
        "welder",
        "\"night shift\"",
        "-junior",
        "title:cook",
        "noc:21",
        "teer:<=3",
        "-province:QC,ON",
        "near:Halifax,50km",
        "pay:>=40/h",
        "remote:yes",
        "lift:>=50",
        "posted:7d"};
    const auto without_places = [](search::Clauses clauses) {
        for (Clause& clause : clauses) {
            for (Value& value : clause.any_of) {
                if (Text* text = std::get_if<Text>(&value)) {
                    text->begin = 0;
                } else if (Near* near = std::get_if<Near>(&value)) {
                    near->begin = 0;
                }
            }
        }
        return clauses;
    };
    std::uniform_int_distribution<std::size_t> at{0, pieces.size() - 1};
    for (int round = 0; round < 2'000; ++round) {
        std::string query;
        search::Clauses expected;
        for (int count = 0; count < round % 9; ++count) {
            const std::string_view piece = pieces[at(random)];
            query.append(round % 2 == 0 ? " " : "\t").append(piece).append("  ");
            expected.push_back(search::parse_query(piece).value().front());
        }
        const auto read = search::parse_query(query);
        ASSERT_TRUE(read) << query;
        EXPECT_EQ(without_places(*read), without_places(expected)) << query;
    }
}

TEST(QueryLanguage, points_into_the_query_whatever_the_bytes) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    static constexpr std::array<std::string_view, 20> pieces{
        "a",  "\"", "«",    "»", "-",     ":",   ",",  " ",  "title:", "pay:",
        "..", ">=", "\xFF", "é", "near:", "9km", "\n", "/h", "noc:",   "posted:"};
    std::uniform_int_distribution<std::size_t> at{0, pieces.size() - 1};
    for (int round = 0; round < 5'000; ++round) {
        std::string query;
        for (int count = 0; count < 1 + round % 14; ++count) {
            query += pieces[at(random)];
        }
        const auto read = search::parse_query(query);
        if (!read) {
            EXPECT_GE(read.error().position, 1U);
            EXPECT_LE(read.error().position, query.size() + 1) << testing::PrintToString(query);
            EXPECT_NE(query.find(read.error().read), std::string::npos);
            continue;
        }
        for (const Clause& clause : *read) {
            ASSERT_FALSE(clause.any_of.empty());
            for (const Value& value : clause.any_of) {
                if (const Text* text = std::get_if<Text>(&value)) {
                    EXPECT_EQ(query.substr(text->begin, text->text.size()), text->text);
                }
            }
        }
    }
}

}  // namespace
