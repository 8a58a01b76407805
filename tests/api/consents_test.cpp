// Candidates for a posting: only those who agree, only for the employer's own postings, never who
// they are, and never without a trace.

#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::candidate_document;
using api_test::header;
using api_test::json_of;
using api_test::Stand;
using api_test::stand;
using testing::HasSubstr;
using testing::Not;

constexpr const char* agreed = R"({"wording": "employers_1"})";

std::string store(const Stand& room, const std::string_view owner, const std::string& document) {
    return header(room.ask_as(owner, "POST", "/v1/candidates", document), "Location");
}

std::string candidates_of(const Stand& room, const std::string& source_id) {
    return "/v1/postings/" + room.posting_id(source_id) + "/candidates";
}

boost::json::array shown(const Stand& room, const std::string& path) {
    return json_of(room.ask_as("employer-1", "GET", path)).at("candidates").as_array();
}

TEST(Consent, is_none_until_it_is_given) {
    const Stand room;
    const std::string path = room.store_candidate("candidate-1");
    const auto before = json_of(room.ask_as("candidate-1", "GET", path + "/consent"));
    EXPECT_FALSE(before.at("given").as_bool());
    EXPECT_EQ(before.at("current").at("wording"), "employers_1");
    EXPECT_THAT(
        room.ask_as("candidate-1", "GET", path + "/consent?lang=fr").body,
        HasSubstr("Les employeurs")
    );
    const std::string employers = candidates_of(room, "engineer");
    EXPECT_TRUE(shown(room, employers).empty());

    const auto given = room.ask_as("candidate-1", "PUT", path + "/consent", agreed);
    ASSERT_EQ(given.status, 200U) << given.body;
    EXPECT_TRUE(json_of(given).at("given").as_bool());
    EXPECT_EQ(json_of(given).at("wording"), "employers_1");
    EXPECT_TRUE(before.at("since").is_null());
    EXPECT_EQ(shown(room, employers).size(), 1U);

    EXPECT_EQ(room.ask_as("candidate-1", "DELETE", path + "/consent").status, 204U);
    EXPECT_TRUE(shown(room, employers).empty());
}

TEST(Consent, is_given_to_the_current_words_by_the_owner_and_nobody_else) {
    const std::string path = stand().store_candidate("candidate-1") + "/consent";
    const auto old = stand().ask_as("candidate-1", "PUT", path, R"({"wording": "employers_0"})");
    EXPECT_EQ(old.status, 422U);
    EXPECT_EQ(json_of(old).at("pointer"), "/wording");
    for (const auto& [who, status] : std::vector<std::pair<std::string, unsigned>>{
             {"candidate-2", 404},
             {"advisor-1", 404},
             {"employer-1", 403},
             {"reviewer-1", 403},
             {"operator-1", 403}}) {
        EXPECT_EQ(stand().ask_as(who, "PUT", path, agreed).status, status) << who;
        EXPECT_EQ(stand().ask_as(who, "DELETE", path).status, status) << who;
    }
    EXPECT_EQ(stand().ask("PUT", path, agreed).status, 401U);
    EXPECT_FALSE(json_of(stand().ask_as("candidate-1", "GET", path)).at("given").as_bool());
}

TEST(CandidatesForPosting, are_seen_by_its_employer_only) {
    const Stand room;
    const std::string own = candidates_of(room, "engineer");
    const std::string other = candidates_of(room, "welder");
    EXPECT_EQ(room.ask_as("employer-1", "GET", own).status, 200U);
    EXPECT_EQ(room.ask_as("employer-1", "GET", other).status, 404U);
    EXPECT_EQ(room.ask_as("employer-1", "GET", "/v1/postings/999999/candidates").status, 404U);
    EXPECT_EQ(room.ask_as("employer-2", "GET", other).status, 200U);
    const auto another_day = room.ask_as("employer-1", "GET", own + "?as_of=2026-11-17");
    EXPECT_EQ(another_day.status, 400U) << "days side by side would tell when somebody worked";
    EXPECT_EQ(json_of(another_day).at("parameter"), "as_of");
    EXPECT_EQ(room.ask_as("employer-1", "GET", own + "?as_of=2026-11-16").status, 200U);
    for (const std::string who : {"candidate-1", "advisor-1", "reviewer-1", "operator-1"}) {
        EXPECT_EQ(room.ask_as(who, "GET", own).status, 403U) << who;
    }
    EXPECT_EQ(room.ask("GET", own).status, 401U);
}

TEST(CandidatesForPosting, are_ranked_by_the_fit_that_the_candidate_sees) {
    const Stand room;
    std::string technician = candidate_document();
    for (std::size_t at = technician.find("21231"); at != std::string::npos;
         at = technician.find("21231")) {
        technician.replace(at, 5, "72106");
    }
    std::string uninterested = candidate_document();
    uninterested.insert(
        uninterested.find('{') + 1,
        R"~("exclusions": {"employers": ["Example Engineer (fictional)"]},)~"
    );
    const std::string second = store(room, "candidate-1", technician);
    const std::string first = store(room, "candidate-2", candidate_document());
    const std::string excluding = store(room, "advisor-1", uninterested);
    const std::string silent = store(room, "advisor-2", candidate_document());
    for (const auto& [who, path] : std::vector<std::pair<std::string, std::string>>{
             {"candidate-1", second}, {"candidate-2", first}, {"advisor-1", excluding}}) {
        ASSERT_EQ(room.ask_as(who, "PUT", path + "/consent", agreed).status, 200U);
    }
    const auto answer = room.ask_as("employer-1", "GET", candidates_of(room, "engineer"));
    const auto candidates = json_of(answer).at("candidates").as_array();
    ASSERT_EQ(candidates.size(), 2U) << answer.body;
    const auto matches = json_of(room.ask_as("candidate-2", "GET", first + "/matches"));
    EXPECT_EQ(
        candidates[0].at("fit").at("total"), matches.at("matches").at(0).at("fit").at("total")
    );
    EXPECT_GT(
        candidates[0].at("fit").at("total").as_int64(),
        candidates[1].at("fit").at("total").as_int64()
    );
    std::int64_t sum = 0;
    for (const auto& part : candidates[0].at("fit").at("parts").as_array()) {
        sum += part.at("points").as_int64();
    }
    EXPECT_EQ(candidates[0].at("fit").at("total"), sum);
    EXPECT_EQ(
        json_of(room.ask_as("employer-1", "GET", candidates_of(room, "engineer") + "?limit=1"))
            .at("candidates")
            .as_array()
            .size(),
        1U
    );
}

TEST(CandidatesForPosting, are_nobody_who_could_be_known) {
    const Stand room;
    const std::string path = store(room, "candidate-1", candidate_document("Rare skill"));
    ASSERT_EQ(room.ask_as("candidate-1", "PUT", path + "/consent", agreed).status, 200U);
    for (const std::string lang : {"en", "fr"}) {
        const auto answer =
            room.ask_as("employer-1", "GET", candidates_of(room, "engineer") + "?lang=" + lang);
        for (const std::string& secret :
             {path.substr(path.rfind('/') + 1),
              std::string{"candidate-1"},
              std::string{"1996"},
              std::string{"IN"},
              std::string{"Rare"},
              std::string{"ielts"},
              std::string{"2018"},
              std::string{"abroad"},
              std::string{"level_held"},
              std::string{"masters"}}) {
            EXPECT_THAT(answer.body, Not(HasSubstr("\"" + secret))) << lang;
            EXPECT_THAT(answer.body, Not(HasSubstr(secret + "\""))) << lang;
        }
    }
    // 99 months are five years and more, and no figure says how many.
    const auto candidate = shown(room, candidates_of(room, "engineer")).at(0);
    EXPECT_EQ(candidate.at("fit").at("parts").at(0).at("months").at("code"), "over_5_years");
    EXPECT_EQ(candidate.at("fit").at("parts").at(0).at("noc"), "21231");
    EXPECT_EQ(candidate.as_object().size(), 5U);
    EXPECT_TRUE(candidate.at("interest").is_null());
    EXPECT_TRUE(candidate.at("agreement").is_null());
    // Another posting knows them by another name.
    const auto elsewhere = json_of(room.ask_as("employer-2", "GET", candidates_of(room, "welder")));
    EXPECT_NE(elsewhere.at("candidates").at(0).at("alias"), candidate.at("alias"));
    EXPECT_EQ(
        shown(room, candidates_of(room, "engineer")).at(0).at("alias"), candidate.at("alias")
    );
}

TEST(CandidatesForPosting, see_who_saw_them) {
    const Stand room;
    const std::string path = room.store_candidate("candidate-1");
    const auto views = [&](const std::string& query = "") {
        return json_of(room.ask_as("candidate-1", "GET", path + "/views" + query));
    };
    EXPECT_TRUE(views().at("items").as_array().empty());
    ASSERT_EQ(room.ask_as("candidate-1", "PUT", path + "/consent", agreed).status, 200U);
    const auto fit = shown(room, candidates_of(room, "engineer")).at(0).at("fit").at("total");
    room.ask_as("employer-2", "GET", candidates_of(room, "welder"));
    const auto seen = views();
    ASSERT_EQ(seen.at("items").as_array().size(), 2U);
    EXPECT_EQ(seen.at("items").at(0).at("viewer_name"), "Example welder (fictional)");
    EXPECT_EQ(seen.at("items").at(1).at("viewer"), "employer");
    EXPECT_EQ(seen.at("items").at(1).at("hiring_organization"), "Example engineer (fictional)");
    EXPECT_EQ(seen.at("items").at(1).at("fit"), fit);
    const auto page = views("?limit=1");
    const std::string cursor{page.at("next_cursor").as_string()};
    EXPECT_EQ(views("?cursor=" + cursor).at("items").at(0), seen.at("items").at(1));
    EXPECT_EQ(room.ask_as("candidate-2", "GET", path + "/views").status, 404U);
    EXPECT_EQ(room.ask_as("employer-1", "GET", path + "/views").status, 403U);
    // What is seen by a principal who may not is seen by nobody.
    room.ask_as("employer-1", "GET", candidates_of(room, "welder"));
    EXPECT_EQ(views().at("items").as_array().size(), 2U);
}

/// Nobody lets in a firm that is none.
TEST(FirmConsent, is_given_to_a_firm_that_there_is) {
    const Stand room;
    const std::string path = room.store_candidate("candidate-1") + "/firms/";
    const auto refused = room.ask_as(
        "candidate-1",
        "PUT",
        path + "00000000-0000-4000-8000-000000000000",
        R"({"wording": "firm_1"})"
    );
    EXPECT_EQ(refused.status, 404U);
    EXPECT_EQ(json_of(refused).at("parameter"), "firm");
    EXPECT_TRUE(json_of(room.ask_as("candidate-1", "GET", path.substr(0, path.size() - 1)))
                    .at("items")
                    .as_array()
                    .empty());
}

TEST(Clients, are_listed_to_the_firm_that_may_read_a_page_at_a_time_and_noted) {
    const Stand room;
    std::vector<std::string> paths;
    for (const char* const who : {"candidate-1", "candidate-2"}) {
        paths.push_back(room.store_candidate(who));
        const std::string firm = paths.back() + "/firms/" + std::string{api_test::first_firm};
        EXPECT_EQ(room.ask_as(who, "PUT", firm, R"({"wording": "firm_1"})").status, 200U);
    }
    const std::string list = "/v1/advisor/candidates?limit=1";
    const auto first = json_of(room.ask_as("advisor-1", "GET", list));
    EXPECT_EQ(
        "/v1/candidates/" + std::string{first.at("items").at(0).at("candidate").as_string()},
        paths[1]
    ) << "the newest first";
    const std::string cursor{first.at("next_cursor").as_string()};
    const auto second = json_of(room.ask_as("advisor-1", "GET", list + "&cursor=" + cursor));
    EXPECT_EQ(
        "/v1/candidates/" + std::string{second.at("items").at(0).at("candidate").as_string()},
        paths[0]
    );
    const auto views = json_of(room.ask_as("candidate-1", "GET", paths[0] + "/views"));
    ASSERT_EQ(views.at("items").as_array().size(), 1U);
    EXPECT_EQ(views.at("items").at(0).at("what"), "listed");
    EXPECT_EQ(views.at("items").at(0).at("viewer"), "advisor");

    EXPECT_TRUE(json_of(room.ask_as("advisor-2", "GET", list)).at("items").as_array().empty())
        << "another firm";
    const std::string firm = paths[0] + "/firms/" + std::string{api_test::first_firm};
    EXPECT_EQ(room.ask_as("candidate-1", "DELETE", firm).status, 204U);
    const auto left = json_of(room.ask_as("advisor-3", "GET", "/v1/advisor/candidates"));
    EXPECT_EQ(left.at("items").as_array().size(), 1U) << "taken back";
}

}  // namespace
