// Matches, lift and score as a caller sees them, and that they agree with each other.

#include "tests/api/refused_query.hpp"
#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::candidate_document;
using api_test::json_of;
using api_test::RefusedQuery;
using api_test::stand;
using testing::HasSubstr;

std::string first_title(const http::Response& response) {
    return json_of(response).at("matches").at(0).at("posting").at("title").as_string().c_str();
}

/// The points of the posting's lift under a rule set.
boost::json::value points(const boost::json::value& match, const std::string_view rules) {
    for (const auto& lift : match.at("lift").as_array()) {
        if (lift.at("rules").as_string() == rules) {
            return lift.at("points");
        }
    }
    return "no such rules";
}

TEST(Matches, of_a_stored_candidate_are_those_of_the_same_document_byte_for_byte) {
    const std::string path = stand().store_candidate("candidate-1");
    for (const std::string query :
         {"",
          "?order=lift",
          "?order=fit&limit=3",
          "?rules=2016-11-19",
          "?as_of=2026-12-01",
          "?lang=fr",
          "?lang=en&order=lift&limit=1&rules=2025-03-25&as_of=2026-11-03"}) {
        const auto stored = stand().ask_as("candidate-1", "GET", path + "/matches" + query);
        const auto stateless = stand().ask("POST", "/v1/matches" + query, candidate_document());
        EXPECT_EQ(stored.status, stateless.status) << query;
        EXPECT_EQ(stored.body, stateless.body) << query;
    }
}

TEST(Matches, are_ordered_as_asked_and_show_the_lift_under_every_rule_set) {
    const auto by_fit = stand().ask("POST", "/v1/matches", candidate_document());
    ASSERT_EQ(by_fit.status, 200U) << by_fit.body;
    EXPECT_EQ(first_title(by_fit), "Software engineer");
    EXPECT_EQ(json_of(by_fit).at("live").as_int64(), std::int64_t{api_test::verified_records});
    const auto engineer = json_of(by_fit).at("matches").at(0);
    EXPECT_EQ(points(engineer, "2022-11-16").as_int64(), 50);
    EXPECT_EQ(points(engineer, "2025-03-25").as_int64(), 0);
    EXPECT_TRUE(points(engineer, "2026-11-03").is_null());

    const auto by_lift = stand().ask("POST", "/v1/matches?order=lift", candidate_document());
    EXPECT_EQ(first_title(by_lift), "Vice-president, engineering");
    EXPECT_EQ(points(json_of(by_lift).at("matches").at(0), "2022-11-16").as_int64(), 200);
}

/// `value` without the members that are not `kept`.
boost::json::object only(
    const boost::json::value& value, const std::vector<std::string_view>& kept
) {
    boost::json::object result;
    for (const std::string_view name : kept) {
        result[name] = value.at(name);
    }
    return result;
}

TEST(Matches, are_explained_where_that_is_asked) {
    const auto brief = json_of(stand().ask("POST", "/v1/matches", candidate_document()));
    const auto full =
        json_of(stand().ask("POST", "/v1/matches?explain=true", candidate_document()));
    ASSERT_EQ(brief.at("matches").as_array().size(), full.at("matches").as_array().size());
    for (std::size_t i = 0; i < brief.at("matches").as_array().size(); ++i) {
        const auto& one = brief.at("matches").at(i).as_object();
        const auto& explained = full.at("matches").at(i).as_object();
        EXPECT_FALSE(one.contains("prospects"));
        EXPECT_TRUE(explained.contains("prospects"));
        EXPECT_EQ(one.at("posting"), explained.at("posting"));
        EXPECT_EQ(one.at("placed_after"), explained.at("placed_after"));
        EXPECT_EQ(one.at("rank"), only(explained.at("rank"), {"position", "keys"}));
        EXPECT_EQ(one.at("fit").at("total"), explained.at("fit").at("total"));
        const auto& parts = explained.at("fit").at("parts").as_array();
        for (std::size_t part = 0; part < parts.size(); ++part) {
            EXPECT_EQ(
                one.at("fit").at("parts").at(part), only(parts[part], {"part", "points", "max"})
            );
        }
        const auto& lifts = explained.at("lift").as_array();
        for (std::size_t lift = 0; lift < lifts.size(); ++lift) {
            EXPECT_EQ(
                one.at("lift").at(lift),
                only(
                    lifts[lift],
                    {"rules",
                     "role",
                     "status",
                     "effective_from",
                     "effective_to",
                     "confirmed",
                     "points"}
                )
            );
        }
    }
    const auto refused = stand().ask("POST", "/v1/matches?explain=1", candidate_document());
    EXPECT_EQ(refused.status, 400U);
    EXPECT_EQ(json_of(refused).at("parameter"), "explain");
}

TEST(Matches, are_none_on_a_day_without_live_postings) {
    const auto response = stand().ask("POST", "/v1/matches?as_of=2027-01-01", candidate_document());
    EXPECT_EQ(response.status, 200U);
    EXPECT_TRUE(json_of(response).at("matches").as_array().empty());
}

TEST(Matches, speak_french_when_asked) {
    const auto english = json_of(stand().ask("POST", "/v1/matches", candidate_document()));
    const auto french = json_of(stand().ask("POST", "/v1/matches?lang=fr", candidate_document()));
    EXPECT_NE(english.at("notice"), french.at("notice"));
}

TEST(Matches, refuse_a_parameter_that_cannot_be_by_its_name) {
    const std::vector<RefusedQuery> all{
        {"?order=best", "order"},
        {"?rules=2022-11-17", "rules"},
        {"?rules=", "rules"},
        {"?as_of=today", "as_of"},
        {"?limit=1000", "limit"},
        {"?lang=de", "lang"},
        {"?query=welder", "query"},
    };
    for (const RefusedQuery& refused : all) {
        SCOPED_TRACE(refused.query);
        const auto response =
            stand().ask("POST", "/v1/matches" + refused.query, candidate_document());
        expect_refused(response, refused);
    }
}

TEST(Lift, of_one_posting_is_that_of_the_match) {
    for (const char* key : {"engineer", "manager", "helper", "soudeuse"}) {
        SCOPED_TRACE(key);
        const std::string id = stand().posting_id(key);
        const auto one = stand().ask(
            "POST", "/v1/postings/" + id + "/lift?rules=2016-11-19", candidate_document()
        );
        ASSERT_EQ(one.status, 200U) << one.body;
        const auto all = json_of(
            stand().ask("POST", "/v1/matches?rules=2016-11-19&explain=true", candidate_document())
        );
        bool seen = false;
        for (const auto& match : all.at("matches").as_array()) {
            if (match.at("posting").at("id").as_string() == id) {
                // Alone it stands nowhere.
                boost::json::object unranked = match.as_object();
                EXPECT_EQ(unranked.erase("rank"), 1U);
                EXPECT_EQ(json_of(one).at("match"), unranked);
                seen = true;
            }
        }
        EXPECT_TRUE(seen);
    }
}

TEST(Lift, is_refused_for_a_posting_or_document_that_is_not) {
    const auto ask = [](const std::string& id, const std::string& body) {
        return stand().ask("POST", "/v1/postings/" + id + "/lift", body).status;
    };
    EXPECT_EQ(ask("999999", candidate_document()), 404U);
    EXPECT_EQ(ask(stand().posting_id("engineer"), "{"), 400U);
    EXPECT_EQ(ask(stand().posting_id("engineer"), "{}"), 422U);
}

TEST(Crs, scores_an_input_as_it_stands) {
    const std::string input = R"({"age": 29, "marital": "single", "education": "doctoral",
        "first_language": {"language": "en",
            "clb": {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}}})";
    const auto response = stand().ask("POST", "/v1/crs?rules=2025-03-25", input);
    ASSERT_EQ(response.status, 200U) << response.body;
    const auto scores = json_of(response).at("scores").as_array();
    ASSERT_EQ(scores.size(), 1U);
    // 110 age + 150 education + 4 x 31 language; 50 for the degree with CLB 9.
    EXPECT_EQ(scores[0].at("total").as_int64(), 110 + 150 + 4 * 31 + 50);
    EXPECT_GT(json_of(stand().ask("POST", "/v1/crs", input)).at("scores").as_array().size(), 1U);
}

TEST(Crs, scores_a_candidate_document_as_the_matches_do) {
    const auto crs = json_of(stand().ask("POST", "/v1/crs", candidate_document()));
    const auto matches = json_of(stand().ask("POST", "/v1/matches", candidate_document()));
    const auto& scores = matches.at("scores").as_array();
    ASSERT_EQ(crs.at("scores").as_array().size(), scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        EXPECT_EQ(crs.at("scores").at(i).at("total"), scores[i].at("total"));
    }
    EXPECT_EQ(crs.at("notes"), matches.at("notes"));
}

TEST(Crs, refuses_an_input_that_cannot_be_with_its_path) {
    const auto response = stand().ask(
        "POST", "/v1/crs", R"({"age": 400, "marital": "single", "education": "doctoral"})"
    );
    EXPECT_EQ(response.status, 422U);
    EXPECT_EQ(json_of(response).at("pointer").as_string(), "/age");
}

}  // namespace
