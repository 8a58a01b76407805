// Saved searches over the API: who sees them, what is refused, and how two people do not overwrite
// each other. What is found for them is in tests/worker.

#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::header;
using api_test::json_of;
using api_test::last_segment;
using api_test::stand;
using testing::HasSubstr;

const std::string welding_in_alberta =
    R"({"name": "Welding", "query": {"q": "welder", "province": ["AB"]}})";
const std::string nobodys = "/v1/saved-searches/00000000-0000-4000-8000-000000000000";

std::string save(const std::string_view id, const std::string& body = welding_in_alberta) {
    return header(stand().ask_as(id, "POST", "/v1/saved-searches", body), "Location");
}

TEST(SavedSearch, is_created_read_replaced_and_removed_by_its_owner) {
    const auto created =
        stand().ask_as("candidate-2", "POST", "/v1/saved-searches", welding_in_alberta);
    ASSERT_EQ(created.status, 201U) << created.body;
    const std::string path = header(created, "Location");
    const auto saved = json_of(created);
    EXPECT_EQ(saved.at("query").at("q"), "welder");
    EXPECT_EQ(saved.at("query").at("province").at(0), "AB");
    EXPECT_TRUE(saved.at("notify").as_bool());
    EXPECT_FALSE(saved.at("feed").as_bool());
    EXPECT_TRUE(saved.at("candidate").is_null());
    EXPECT_TRUE(saved.at("order").is_null());
    EXPECT_TRUE(saved.at("query").at("pay_min").is_null());
    const auto digests = json_of(stand().ask_as("candidate-2", "GET", path + "/digests"));
    EXPECT_TRUE(digests.at("items").as_array().empty());
    EXPECT_TRUE(digests.at("next_cursor").is_null());
    EXPECT_EQ(stand().ask_as("candidate-2", "GET", path).body, created.body);
    EXPECT_EQ(
        json_of(stand().ask_as("candidate-2", "GET", "/v1/saved-searches")).at("items").at(0), saved
    );

    const std::string quiet = R"({"name": "Quiet", "query": {}, "notify": false})";
    const std::string etag = header(created, "ETag");
    const auto replaced = stand().ask_as("candidate-2", "PUT", path, quiet, {{"If-Match", etag}});
    EXPECT_EQ(replaced.status, 200U);
    EXPECT_EQ(json_of(replaced).at("name"), "Quiet");
    EXPECT_EQ(stand().ask_as("candidate-2", "PUT", path, quiet, {{"If-Match", etag}}).status, 412U);
    EXPECT_EQ(stand().ask_as("candidate-2", "DELETE", path).status, 204U);
    EXPECT_EQ(stand().ask_as("candidate-2", "GET", path).status, 404U);
    EXPECT_EQ(stand().ask_as("candidate-2", "DELETE", path).status, 404U);
}

TEST(SavedSearch, may_ask_for_all_that_a_search_may) {
    for (const std::string q : {"near:Calgary,50km welder", "lift:>=50", "posted:7d"}) {
        const auto saved = stand().ask_as(
            "candidate-2",
            "POST",
            "/v1/saved-searches",
            R"({"name": "n", "query": {"q": ")" + q + R"("}})"
        );
        EXPECT_EQ(saved.status, 201U) << q << saved.body;
    }
}

struct SavedSearchAccess {
    std::string_view principal;  ///< Empty: anonymous.
    unsigned create;
    unsigned read;     ///< Of one of advisor-1.
    unsigned replace;  ///< And of its feed: 201 instead of 200.
};

TEST(SavedSearch, of_somebody_else_does_not_exist) {
    const std::string path = save("advisor-1");
    const std::vector<SavedSearchAccess> all{
        {"", 401, 401, 401},
        {"candidate-1", 201, 404, 404},
        {"candidate-2", 201, 404, 404},
        {"advisor-2", 201, 404, 404},
        {"employer-1", 403, 403, 403},
        {"reviewer-1", 403, 403, 403},
        {"operator-1", 403, 403, 403},
        {"advisor-1", 201, 200, 200},
    };
    for (const SavedSearchAccess& access : all) {
        SCOPED_TRACE(access.principal);
        const auto ask = [&](const std::string& method, const std::string& target) {
            const std::string body =
                method == "GET" || method == "DELETE" ? "" : welding_in_alberta;
            return access.principal.empty()
                       ? stand().ask(method, target, body).status
                       : stand().ask_as(access.principal, method, target, body).status;
        };
        EXPECT_EQ(ask("POST", "/v1/saved-searches"), access.create);
        EXPECT_EQ(ask("GET", path), access.read);
        EXPECT_EQ(ask("GET", path + "/digests"), access.read);
        EXPECT_EQ(ask("PUT", path), access.replace);
        EXPECT_EQ(ask("DELETE", path + "/feed"), access.read == 200U ? 204U : access.replace);
        if (access.read != 200U) {
            EXPECT_EQ(ask("DELETE", path), access.replace);
        }
        const auto list = access.principal.empty()
                              ? stand().ask("GET", "/v1/saved-searches")
                              : stand().ask_as(access.principal, "GET", "/v1/saved-searches");
        if (access.principal != "advisor-1") {
            EXPECT_THAT(list.body, testing::Not(HasSubstr(last_segment(path))));
        }
    }
}

TEST(SavedSearch, is_for_nobody_elses_candidate) {
    const std::string other = last_segment(stand().store_candidate("advisor-1"));
    const std::string body = R"({"name": "theirs", "candidate": ")" + other + R"("})";
    const auto refused = stand().ask_as("candidate-1", "POST", "/v1/saved-searches", body);
    EXPECT_EQ(refused.status, 422U);
    EXPECT_EQ(json_of(refused).at("pointer"), "/candidate");
    EXPECT_EQ(stand().ask_as("advisor-1", "POST", "/v1/saved-searches", body).status, 201U);
}

struct Refused {
    std::string body;
    std::string field;
};

TEST(SavedSearch, that_cannot_be_is_refused_with_its_path) {
    const std::string id = "00000000-0000-4000-8000-000000000000";
    const std::vector<Refused> all{
        {R"({"name": "nothing"})", ""},
        {R"({"query": {}})", "/name"},
        {R"({"name": "", "query": {}})", "/name"},
        {R"({"name": ")" + std::string(101, 'x') + R"(", "query": {}})", "/name"},
        {R"({"name": "n", "query": {"province": ["XX"]}})", "/query/province/0"},
        {R"({"name": "n", "query": {"noc": ["2123"]}})", "/query/noc/0"},
        {R"({"name": "n", "query": {"teer": [6]}})", "/query/teer/0"},
        {R"({"name": "n", "query": {"pay_min": -1}})", "/query/pay_min"},
        {R"({"name": "n", "query": {"limit": 3}})", "/query/limit"},
        {R"({"name": "n", "query": {"q": "provnce:NS"}})", "/query/q"},
        {R"({"name": "n", "query": {"q": "near:Atlantis,5km"}})", "/query/q"},
        {R"({"name": "n", "query": {}, "order": "fit"})", "/order"},
        {R"({"name": "n", "candidate": "me"})", "/candidate"},
        {R"({"name": "n", "candidate": ")" + id + R"(", "order": "luck"})", "/order"},
        {R"({"name": "n", "candidate": ")" + id + R"("})", "/candidate"},
        {R"({"name": "n", "query": {}, "owner": "me"})", "/owner"},
    };
    for (const Refused& refused : all) {
        SCOPED_TRACE(refused.body);
        const auto answer =
            stand().ask_as("candidate-1", "POST", "/v1/saved-searches", refused.body);
        EXPECT_EQ(answer.status, 422U) << answer.body;
        if (!refused.field.empty()) {
            EXPECT_EQ(json_of(answer).at("pointer").as_string(), refused.field);
        }
    }
    EXPECT_EQ(stand().ask_as("candidate-1", "GET", nobodys + "/digests?cursor=x").status, 400U);
    EXPECT_EQ(stand().ask_as("candidate-1", "GET", nobodys + "/digests").status, 404U);
    EXPECT_EQ(stand().ask_as("candidate-1", "POST", nobodys + "/feed", "{}").status, 404U);
    const auto feed = stand().ask_as("candidate-1", "POST", nobodys + "/feed", R"({"lang": "de"})");
    EXPECT_EQ(json_of(feed).at("pointer"), "/lang");
}

}  // namespace
