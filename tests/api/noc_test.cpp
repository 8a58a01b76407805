#include "tests/api/stand.hpp"

#include <boost/json/array.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

namespace json = boost::json;
using api_test::stand;

json::array suggestions(const std::string& query) {
    const auto response = stand().ask("GET", "/v1/noc?" + query);
    EXPECT_EQ(response.status, 200U) << response.body;
    return json::parse(response.body).at("suggestions").as_array();
}

std::string first(const std::string& query) {
    const json::array all = suggestions(query);
    return all.empty() ? "" : std::string{all[0].at("noc").as_string()};
}

// Without the official index of titles: from the names of the unit groups and the model that ships.
TEST(Noc, is_found_as_people_type) {
    EXPECT_EQ(first("q=software%20dev"), "21232");
    EXPECT_EQ(first("q=sofware%20develpers"), "21232");
    EXPECT_EQ(first("q=soudeuse"), "72106");
    EXPECT_EQ(first("q=infirmi%C3%A8re%20auxiliaire"), "32101");
    EXPECT_EQ(first("q=truck%20driver"), "73300");
}

TEST(Noc, is_named_in_the_language_asked_for) {
    EXPECT_EQ(suggestions("q=cooks")[0].at("title").as_string(), "Cooks");
    EXPECT_EQ(suggestions("q=cooks&lang=fr")[0].at("title").as_string(), "Cuisiniers/cuisinières");
    EXPECT_EQ(suggestions("q=cooks")[0].at("teer").as_int64(), 3);
    EXPECT_EQ(suggestions("q=cooks")[0].at("matched").as_string(), "Cooks");
    const json::array likely = suggestions("q=zamboni%20operator");
    ASSERT_FALSE(likely.empty());
    EXPECT_GT(likely[0].at("p").as_double(), 0);
}

TEST(Noc, shows_as_many_as_asked_and_none_twice) {
    EXPECT_EQ(suggestions("q=nurse&limit=3").size(), 3U);
    std::set<std::string> seen;
    for (const json::value& one : suggestions("q=manager&limit=100")) {
        EXPECT_TRUE(seen.insert(std::string{one.at("noc").as_string()}).second);
    }
    EXPECT_GT(seen.size(), 30U);
    EXPECT_TRUE(suggestions("q=123").empty());
}

TEST(Noc, refuses_a_question_that_cannot_be) {
    const std::vector<std::string> queries{
        "", "?q=", "?q=" + std::string(201, 'a'), "?q=cook&limit=0", "?q=cook&lang=de"};
    for (const std::string& query : queries) {
        const auto response = stand().ask("GET", "/v1/noc" + query);
        EXPECT_EQ(response.status, 400U) << query;
    }
}

// The operator imports the index of titles, and takes it back, while the API runs.
TEST(Noc, follows_the_index_of_titles) {
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo()}};
    store::ReferenceStore reference{database};
    api::NocKeeper keeper{reference};
    const auto matched = [&keeper] {
        keeper.refresh();
        const auto all = wire::noc_suggestions_json(
            *keeper.current(), "zymurgist", domain::OfficialLanguage::english, 1
        );
        return all.empty() ? std::string{} : std::string{all[0].at("noc").as_string()};
    };
    const std::string before = matched();
    pqxx::connection connection{test_database.conninfo()};
    {
        pqxx::work work{connection};
        work.exec(
            "INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256, "
            "rows, refused, left_out, passed_over, shipped, active) VALUES ('noc_titles', 'test', "
            "'Fictional', '2026-01-01', 'titles.csv', repeat('a', 64), 1, 0, 0, '{}', false, true)"
        );
        work.exec(
            "INSERT INTO noc_title SELECT id, 1, 'en', '22110', 'zymurgist' FROM reference_import "
            "WHERE list = 'test'"
        );
        work.commit();
    }
    EXPECT_EQ(matched(), "22110");
    {
        pqxx::work work{connection};
        work.exec("DELETE FROM reference_import WHERE list = 'test'");
        work.commit();
    }
    EXPECT_EQ(matched(), before);
}

}  // namespace
