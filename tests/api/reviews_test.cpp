// What readers report and reviewers decide, over the routes: who may, what is refused, what
// follows.

#include "indexer/verification/check.hpp"
#include "tests/api/stand.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

namespace json = boost::json;
using api_test::stand;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A stand of one's own with two postings more: one that a check of its text holds back, and one
/// whose record lacks what it must have.
class Reviewing {
public:
    Reviewing() {
        store::Database owned{{.conninfo = stand.database().conninfo()}};
        store::PostingStore postings{owned};
        auto scam = held("scam", verification::CheckKind::fees);
        scam.quarantine_field = "description";
        scam.quarantine_reason = "\"send $50 first\" (fictional)";
        postings.write({scam, held("undated", verification::CheckKind::dates)});
        scam_id = std::to_string(postings.history("scam").at(0).posting.id);
        undated_id = std::to_string(postings.history("undated").at(0).posting.id);
    }

    http::Response decide(
        const std::string_view who, const std::string& id, const std::string& body
    ) const {
        return stand.ask_as(who, "POST", "/v1/reviews/" + id + "/decisions", body);
    }

    /// What a decision led to; expects that it was taken.
    std::string effect(const std::string_view who, const std::string& id, const std::string& body)
        const {
        const auto response = decide(who, id, body);
        EXPECT_EQ(response.status, 201U) << response.body;
        return api_test::json_of(response).at("effect").as_string().c_str();
    }

    std::vector<std::string> waiting(const std::string& query = "") const {
        const auto response = stand.ask_as("reviewer-1", "GET", "/v1/reviews" + query);
        EXPECT_EQ(response.status, 200U) << response.body;
        std::vector<std::string> titles;
        const auto answer = api_test::json_of(response);
        for (const auto& item : answer.at("items").as_array()) {
            titles.emplace_back(item.at("title").as_string());
        }
        return titles;
    }

    api_test::Stand stand;
    std::string scam_id;
    std::string undated_id;

private:
    static store::PostingRecord held(const std::string& key, const verification::CheckKind kind) {
        auto record = api_test::records().back();
        record.posting.source_id = key;
        record.posting.title = key;
        record.raw = key;
        record.sha256 = store::sha256(key);
        record.verdicts.letters = std::string(verification::checks_count, 'p');
        record.verdicts.letters[static_cast<std::size_t>(kind)] = 'f';
        return record;
    }
};

struct Route {
    std::string method;
    std::string target;
    std::string body;
};

TEST(Reviews, are_for_reviewers_advisors_and_operators_only) {
    const std::vector<Route> routes{
        {"GET", "/v1/reviews", ""},
        {"GET", "/v1/reviews/999999", ""},
        {"POST", "/v1/reviews/999999/decisions", R"({"decision": "note", "note": "seen"})"},
    };
    for (const Route& route : routes) {
        SCOPED_TRACE(route.method + " " + route.target);
        const auto status = [&](const std::string_view who) {
            return stand().ask_as(who, route.method, route.target, route.body).status;
        };
        EXPECT_EQ(stand().ask(route.method, route.target, route.body).status, 401U);
        EXPECT_EQ(status("nobody"), 401U);
        EXPECT_EQ(status("candidate-1"), 403U);
        EXPECT_EQ(status("employer-1"), 403U);
        for (const std::string_view who : {"reviewer-1", "advisor-1", "operator-1"}) {
            EXPECT_EQ(status(who), route.target == "/v1/reviews" ? 200U : 404U) << who;
        }
    }
}

TEST(Reports, can_be_made_by_anybody_of_what_is_served) {
    const Reviewing one;
    const std::string path = "/v1/postings/" + one.stand.posting_id("welder") + "/reports";
    const std::string body = R"({"kind": "fee_asked", "text": "$50 « d'abord »"})";
    EXPECT_EQ(one.stand.ask("POST", path, body).status, 201U);
    for (const auto& known : api_test::known) {
        EXPECT_EQ(one.stand.ask_as(known.id, "POST", path, body).status, 201U) << known.id;
    }
    EXPECT_EQ(one.stand.ask("POST", path, R"({"kind": "closed", "text": null})").status, 201U);
    EXPECT_EQ(one.stand.ask("POST", "/v1/postings/999999/reports", body).status, 404U);
    EXPECT_EQ(one.stand.ask("POST", "/v1/postings/" + one.scam_id + "/reports", body).status, 404U);
    const auto review = api_test::json_of(
        one.stand.ask_as("reviewer-1", "GET", "/v1/reviews/" + one.stand.posting_id("welder"))
    );
    const auto& reports = review.at("reports").as_array();
    ASSERT_EQ(reports.size(), 2U + api_test::known.size());
    EXPECT_EQ(reports[0].at("kind"), "fee_asked");
    EXPECT_EQ(reports[0].at("text"), "$50 « d'abord »");
    EXPECT_EQ(json::serialize(reports).find("candidate-1"), std::string::npos) << "nobody is named";
    EXPECT_TRUE(reports.back().at("text").is_null());
    EXPECT_THAT(one.waiting(), testing::Contains("Welder"));
}

struct RefusedBody {
    std::string body;
    std::string field;
    unsigned status = 422;
};

void expect_refused(const http::Response& response, const RefusedBody& refusal) {
    SCOPED_TRACE(refusal.body);
    EXPECT_EQ(response.status, refusal.status) << response.body;
    const auto problem = api_test::json_of(response);
    EXPECT_EQ(
        problem.as_object().contains("pointer") ? problem.at("pointer").as_string() : "",
        refusal.field
    );
}

TEST(Reports, are_refused_by_the_field_that_is_wrong) {
    const std::string path = "/v1/postings/" + stand().posting_id("welder") + "/reports";
    const std::vector<RefusedBody> all{
        {"{", "", 400},
        {"[]", ""},
        {"{}", "/kind"},
        {R"({"kind": "scam"})", "/kind"},
        {R"({"kind": 1})", "/kind"},
        {R"({"kind": "other", "text": 5})", "/text"},
        {R"({"kind": "other", "text": ")" + std::string(1'001, 'x') + "\"}", "/text"},
        {R"({"kind": "other", "name": "somebody"})", "/name"},
    };
    for (const RefusedBody& refusal : all) {
        expect_refused(stand().ask("POST", path, refusal.body), refusal);
    }
    // A thousand letters are a thousand letters, whatever their bytes.
    std::string accents;
    for (int count = 0; count < 1'000; ++count) {
        accents += "é";
    }
    EXPECT_EQ(
        stand().ask("POST", path, R"({"kind": "other", "text": ")" + accents + "\"}").status, 201U
    );
}

TEST(Decisions, are_refused_by_the_field_that_is_wrong) {
    const Reviewing one;
    const std::vector<RefusedBody> all{
        {"{", "", 400},
        {"{}", "/decision"},
        {R"({"decision": "approve", "note": "w"})", "/decision"},
        {R"({"decision": "clear", "note": "w"})", "/check"},
        {R"({"decision": "confirm"})", "/check"},
        {R"({"decision": "reject", "note": "w", "check": "fees"})", "/check"},
        {R"({"decision": "note", "note": "w", "check": "fees"})", "/check"},
        {R"({"decision": "note"})", "/note"},
        {R"({"decision": "reject"})", "/note"},
        {R"({"decision": "clear", "check": "fees"})", "/note"},
        {R"({"decision": "note", "note": ""})", "/note"},
        {R"({"decision": "note", "note": ")" + std::string(1'001, 'x') + "\"}", "/note"},
        {R"({"decision": "clear", "check": "nonsense", "note": "w"})", "/check"},
        {R"({"decision": "clear", "check": "pressure", "note": "w"})", "/check"},
        {R"({"decision": "clear", "check": "review", "note": "w"})", "/check"},
        {R"({"decision": "note", "note": "w", "reviewer": "somebody else"})", "/reviewer"},
    };
    for (const RefusedBody& refusal : all) {
        expect_refused(one.decide("reviewer-1", one.scam_id, refusal.body), refusal);
    }
    const RefusedBody lacking{R"({"decision": "clear", "check": "dates", "note": "w"})", "/check"};
    expect_refused(one.decide("reviewer-1", one.undated_id, lacking.body), lacking);
    EXPECT_EQ(
        one.effect("reviewer-1", one.undated_id, R"({"decision": "confirm", "check": "dates"})"),
        "recorded"
    );
    EXPECT_EQ(
        one.decide("reviewer-1", "999999", R"({"decision": "note", "note": "w"})").status, 404U
    );
}

TEST(Decisions, of_two_different_people_clear_a_finding) {
    const Reviewing one;
    const std::string clear = R"({"decision": "clear", "check": "fees", "note": "a dictionary"})";
    EXPECT_EQ(one.effect("reviewer-1", one.scam_id, clear), "needs_another_person");
    EXPECT_EQ(one.effect("reviewer-1", one.scam_id, clear), "needs_another_person");
    EXPECT_EQ(one.effect("advisor-1", one.scam_id, clear), "cleared");
    const auto evidence =
        api_test::json_of(one.stand.ask_as("reviewer-1", "GET", "/v1/reviews/" + one.scam_id))
            .at("evidence");
    const auto& fees =
        evidence.at("checks").at(static_cast<std::size_t>(verification::CheckKind::fees));
    EXPECT_EQ(fees.at("check"), "fees");
    EXPECT_EQ(fees.at("cleared"), true);
    EXPECT_EQ(fees.at("verdict"), "fail") << "the finding stands beside who cleared it";
    EXPECT_EQ(one.stand.ask("GET", "/v1/postings/" + one.scam_id).status, 404U)
        << "only the indexer lets it back in";
    EXPECT_EQ(
        one.effect("operator-1", one.scam_id, R"({"decision": "confirm", "check": "fees"})"),
        "recorded"
    );
    EXPECT_EQ(one.effect("reviewer-1", one.scam_id, clear), "needs_another_person");
}

TEST(Decisions, sign_with_who_asks) {
    const Reviewing one;
    const auto response =
        one.decide("advisor-2", one.scam_id, R"({"decision": "note", "note": "« vu »"})");
    ASSERT_EQ(response.status, 201U) << response.body;
    const auto decision = api_test::json_of(response).at("decisions").at(0);
    EXPECT_EQ(decision.at("reviewer"), "advisor-2");
    EXPECT_EQ(decision.at("note"), "« vu »");
    EXPECT_TRUE(decision.at("check").is_null());
    EXPECT_EQ(decision.at("of_this_record"), true);
}

TEST(Decisions, take_a_rejected_posting_out_of_every_answer_at_once) {
    const Reviewing one;
    const std::string id = one.stand.posting_id("nurse");
    const std::string path = "/v1/postings/" + id;
    EXPECT_EQ(
        one.effect("reviewer-1", id, R"({"decision": "reject", "note": "no such employer"})"),
        "taken_out"
    );
    EXPECT_EQ(one.stand.ask("GET", path).status, 404U);
    EXPECT_EQ(one.stand.ask("GET", path + "/evidence").status, 404U);
    EXPECT_EQ(one.stand.ask("GET", path, "", {{"Accept", "application/ld+json"}}).status, 404U);
    EXPECT_EQ(one.stand.ask("POST", path + "/reports", R"({"kind": "other"})").status, 404U);
    EXPECT_EQ(one.stand.ask("POST", path + "/lift", api_test::candidate_document()).status, 404U);
    EXPECT_THAT(one.stand.ask("GET", "/v1/postings").body, testing::Not(HasSubstr("\"nurse\"")));
    EXPECT_THAT(
        one.stand.ask("POST", "/v1/matches", api_test::candidate_document()).body,
        testing::Not(HasSubstr("\"nurse\""))
    );
    EXPECT_THAT(one.waiting(), testing::Contains("Registered nurse"));

    const std::string clear = R"({"decision": "clear", "check": "review", "note": "it exists"})";
    EXPECT_EQ(one.effect("advisor-1", id, clear), "needs_another_person");
    EXPECT_EQ(one.effect("operator-1", id, clear), "cleared");
}

TEST(Queue, comes_page_by_page_each_once) {
    const Reviewing one;
    EXPECT_THAT(one.waiting(), ElementsAre("Software engineer", "scam", "undated"));
    std::vector<std::string> titles;
    std::string query = "?limit=1";
    for (int page = 0; page < 5 && !query.empty(); ++page) {
        const auto answer =
            api_test::json_of(one.stand.ask_as("operator-1", "GET", "/v1/reviews" + query));
        for (const auto& item : answer.at("items").as_array()) {
            titles.emplace_back(item.at("title").as_string());
        }
        const auto& next = answer.at("next_cursor");
        query = next.is_null() ? "" : "?limit=1&cursor=" + std::string{next.as_string()};
    }
    EXPECT_THAT(titles, ElementsAre("Software engineer", "scam", "undated"));
    EXPECT_EQ(query, "");
    for (const auto& [bad, field] : std::vector<std::pair<std::string, std::string>>{
             {"?cursor=x", "cursor"},
             {"?cursor=-1", "cursor"},
             {"?limit=0", "limit"},
             {"?lang=de", "lang"}}) {
        const auto response = one.stand.ask_as("reviewer-1", "GET", "/v1/reviews" + bad);
        EXPECT_EQ(response.status, 400U) << bad;
        EXPECT_EQ(api_test::json_of(response).at("parameter").as_string(), field);
    }
}

TEST(Queue, says_in_the_language_asked_why_each_waits) {
    const Reviewing one;
    const auto scam = [&](const std::string& language) {
        return api_test::json_of(
                   one.stand.ask_as("reviewer-1", "GET", "/v1/reviews?lang=" + language)
        )
            .at("items")
            .at(1);
    };
    const auto english = scam("en");
    EXPECT_EQ(english.at("posting_id"), json::value(one.scam_id));
    EXPECT_EQ(english.at("held_back"), true);
    EXPECT_EQ(english.at("field"), "description");
    EXPECT_EQ(english.at("reason"), "\"send $50 first\" (fictional)");
    EXPECT_EQ(english.at("hard_fails").at(0).at("check"), "fees");
    EXPECT_EQ(english.at("hard_fails").at(0).at("title"), "Fees and money");
    EXPECT_NE(
        scam("fr").at("hard_fails").at(0).at("title"), english.at("hard_fails").at(0).at("title")
    );
}

TEST(Review, shows_a_posting_that_nobody_else_sees) {
    const Reviewing one;
    for (const std::string& path :
         {"/v1/postings/" + one.scam_id, "/v1/postings/" + one.scam_id + "/evidence"}) {
        EXPECT_EQ(one.stand.ask("GET", path).status, 404U);
        EXPECT_EQ(one.stand.ask_as("candidate-1", "GET", path).status, 404U);
        EXPECT_EQ(one.stand.ask_as("reviewer-1", "GET", path).status, 404U)
            << "it has its own route";
    }
    const auto review =
        api_test::json_of(one.stand.ask_as("reviewer-1", "GET", "/v1/reviews/" + one.scam_id));
    EXPECT_EQ(review.at("posting").at("title"), "scam");
    EXPECT_EQ(review.at("evidence").at("state"), "quarantined");
    EXPECT_THAT(review.at("reports").as_array(), IsEmpty());
    EXPECT_THAT(review.at("decisions").as_array(), IsEmpty());
    EXPECT_EQ(json::serialize(review).find("/somewhere/private"), std::string::npos)
        << "the operator's folder is the operator's affair";
    EXPECT_EQ(one.stand.ask_as("reviewer-1", "GET", "/v1/reviews/999999").status, 404U);
}

}  // namespace
