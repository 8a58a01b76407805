// Matches narrowed, counted and paged.

#include "tests/api/stand.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

using api_test::candidate_document;
using api_test::header;
using api_test::json_of;
using api_test::stand;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

http::Response ask_matches(const std::string& query) {
    return stand().ask("POST", "/v1/matches" + query, candidate_document());
}

boost::json::value matches(const std::string& query) {
    const auto response = ask_matches(query);
    EXPECT_EQ(response.status, 200U) << query << ' ' << response.body;
    return json_of(response);
}

std::vector<std::string> titles(const boost::json::value& answer) {
    std::vector<std::string> result;
    for (const auto& match : answer.at("matches").as_array()) {
        result.emplace_back(match.at("posting").at("title").as_string());
    }
    return result;
}

TEST(MatchPages, show_what_a_text_finds_in_the_order_of_the_ranking) {
    EXPECT_THAT(titles(matches("?q=welder")), UnorderedElementsAre("Welder", "Soudeuse-monteuse"));
    EXPECT_THAT(titles(matches("?q=title:welder")), ElementsAre("Welder"));
    EXPECT_THAT(titles(matches("?q=province:ON%20-manager")), Not(IsEmpty()));
    EXPECT_THAT(titles(matches("?q=nothing-of-the-kind")), IsEmpty());

    const auto all = titles(matches(""));
    const auto in_ontario = titles(matches("?q=province:ON"));
    std::vector<std::string> kept;
    for (const std::string& title : all) {
        if (std::ranges::find(in_ontario, title) != in_ontario.end()) {
            kept.push_back(title);
        }
    }
    EXPECT_EQ(in_ontario, kept);
    EXPECT_EQ(in_ontario.size(), 2U);
}

TEST(MatchPages, ask_what_an_offer_adds_for_the_candidate_and_not_for_just_anybody) {
    EXPECT_THAT(titles(matches("?q=lift:%3E%3D200")), ElementsAre("Vice-president, engineering"));
    auto document = boost::json::parse(candidate_document()).as_object();
    document["nomination"] = "ON";
    const auto response =
        stand().ask("POST", "/v1/matches?q=lift:%3E%3D200", boost::json::serialize(document));
    ASSERT_EQ(response.status, 200U) << response.body;
    EXPECT_THAT(titles(json_of(response)), IsEmpty());
}

TEST(MatchPages, narrow_by_what_a_posting_is) {
    EXPECT_THAT(titles(matches("?province=AB")), ElementsAre("Welder"));
    EXPECT_THAT(
        titles(matches("?province=AB&province=QC")),
        UnorderedElementsAre("Welder", "Soudeuse-monteuse")
    );
    EXPECT_THAT(titles(matches("?teer=0")), ElementsAre("Vice-president, engineering"));
    EXPECT_THAT(titles(matches("?noc=31301")), ElementsAre("Registered nurse"));
    EXPECT_THAT(titles(matches("?working_language=french")), ElementsAre("Soudeuse-monteuse"));
    EXPECT_THAT(
        titles(matches("?working_language=french&working_language=bilingual")),
        UnorderedElementsAre("Soudeuse-monteuse", "Registered nurse")
    );
    EXPECT_THAT(titles(matches("?pay_min=6000")), ElementsAre("Software engineer"));
    EXPECT_THAT(titles(matches("?remote=true")), IsEmpty());
    EXPECT_THAT(titles(matches("?province=AB&q=soudeuse-monteuse&lang=fr")), IsEmpty());

    const auto narrowed = matches("?province=AB");
    EXPECT_EQ(narrowed.at("live").as_int64(), std::int64_t{api_test::verified_records});
    EXPECT_EQ(narrowed.at("shown").as_int64(), 1);
}

TEST(MatchPages, count_what_each_value_would_show) {
    EXPECT_TRUE(matches("").at("facets").is_null());
    const auto facets = matches("?facets=true&province=QC").at("facets");
    // Choosing Quebec takes nothing from the other provinces, but from all else.
    EXPECT_EQ(facets.at("provinces"), boost::json::parse(R"([
            {"province": "ON", "count": 2},
            {"province": "AB", "count": 1},
            {"province": "BC", "count": 1},
            {"province": "NB", "count": 1},
            {"province": "QC", "count": 1}])"));
    EXPECT_EQ(facets.at("teers"), boost::json::parse(R"([{"teer": 2, "count": 1}])"));
    EXPECT_EQ(
        facets.at("working_languages"),
        boost::json::parse(R"([{"working_language": "french", "count": 1}])")
    );
    EXPECT_EQ(facets.at("remote"), 0);
    EXPECT_EQ(
        matches("?facets=true&q=title:welder").at("facets").at("provinces"),
        boost::json::parse(R"([{"province": "AB", "count": 1}])")
    );
}

TEST(MatchPages, follow_each_other_without_a_gap) {
    for (const std::string order : {"fit", "pay", "newest"}) {
        const auto whole = matches("?limit=100&order=" + order);
        EXPECT_TRUE(whole.at("next_cursor").is_null());
        EXPECT_FALSE(whole.at("moved").as_bool());
        std::vector<std::string> paged;
        std::vector<std::int64_t> positions;
        std::string cursor;
        int pages = 0;
        do {
            const auto response = ask_matches(
                "?limit=2&order=" + order + (cursor.empty() ? "" : "&cursor=" + cursor)
            );
            ASSERT_EQ(response.status, 200U) << response.body;
            const auto page = json_of(response);
            for (const std::string& title : titles(page)) {
                paged.push_back(title);
            }
            for (const auto& match : page.at("matches").as_array()) {
                positions.push_back(match.at("rank").at("position").as_int64());
            }
            const auto& next = page.at("next_cursor");
            cursor = next.is_null() ? "" : next.as_string().c_str();
            EXPECT_EQ(header(response, "Link").empty(), next.is_null());
            EXPECT_FALSE(page.at("moved").as_bool());
            ++pages;
        } while (!cursor.empty() && pages < 10);
        EXPECT_EQ(pages, 3);
        EXPECT_EQ(paged, titles(whole));
        EXPECT_THAT(positions, ElementsAre(1, 2, 3, 4, 5, 6));
    }
}

TEST(MatchPages, of_a_stored_candidate_lead_on_at_their_own_address) {
    const std::string path = stand().store_candidate("candidate-1");
    const auto first =
        stand().ask_as("candidate-1", "GET", path + "/matches?limit=4&teer=2&teer=1");
    ASSERT_EQ(first.status, 200U) << first.body;
    EXPECT_TRUE(json_of(first).at("next_cursor").is_null());
    const auto all = stand().ask_as("candidate-1", "GET", path + "/matches?limit=4");
    EXPECT_THAT(header(all, "Link"), HasSubstr("<" + path + "/matches?limit=4&"));
    EXPECT_THAT(header(all, "Link"), HasSubstr("&cursor=4."));
}

TEST(MatchPages, say_that_what_is_ranked_has_changed_since_the_first) {
    const std::string cursor = matches("?limit=2").at("next_cursor").as_string().c_str();
    const std::size_t dot = cursor.find('.');
    const std::string older = cursor.substr(0, dot) + ".0" + cursor.substr(cursor.rfind('.'));
    EXPECT_FALSE(matches("?limit=2&cursor=" + cursor).at("moved").as_bool());
    EXPECT_TRUE(matches("?limit=2&cursor=" + older).at("moved").as_bool());
}

TEST(MatchPages, refuse_what_cannot_be_by_its_name) {
    const std::string cursor = matches("?limit=2").at("next_cursor").as_string().c_str();
    const std::map<std::string, std::string> all{
        {"?cursor=", "cursor"},
        {"?cursor=2", "cursor"},
        {"?cursor=2.1.x", "cursor"},
        {"?cursor=-2" + cursor.substr(1), "cursor"},
        {"?cursor=1001" + cursor.substr(1), "cursor"},
        {"?cursor=" + cursor + "0", "cursor"},
        {"?order=pay&cursor=" + cursor, "cursor"},
        {"?q=welder&cursor=" + cursor, "cursor"},
        {"?province=ZZ", "province"},
        {"?teer=6", "teer"},
        {"?noc=1", "noc"},
        {"?working_language=en", "working_language"},
        {"?remote=yes", "remote"},
        {"?pay_min=-1", "pay_min"},
        {"?facets=1", "facets"},
        {"?q=nocc:1", "q"},
        {"?q=%22open", "q"},
    };
    for (const auto& [query, parameter] : all) {
        const auto response = ask_matches(query);
        EXPECT_EQ(response.status, 400U) << query;
        EXPECT_EQ(json_of(response).at("parameter").as_string(), parameter) << query;
    }
    const auto fault = json_of(ask_matches("?q=welder%20nocc:1&lang=fr"));
    EXPECT_EQ(fault.at("position"), 8);
    EXPECT_THAT(std::string{fault.at("hint").as_string()}, HasSubstr("noc"));
    // The size of a page is no part of what is asked.
    EXPECT_EQ(ask_matches("?limit=1&lang=fr&facets=true&cursor=" + cursor).status, 200U);
}

}  // namespace
