// Stored candidates: who sees them, and how two people do not overwrite each other.

#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::candidate_document;
using api_test::header;
using api_test::json_of;
using api_test::stand;

TEST(Candidate, is_created_read_and_replaced_by_its_owner) {
    const auto created =
        stand().ask_as("candidate-1", "POST", "/v1/candidates", candidate_document());
    ASSERT_EQ(created.status, 201U) << created.body;
    const std::string path = header(created, "Location");
    EXPECT_EQ(path, "/v1/candidates/" + std::string{json_of(created).at("id").as_string()});

    const auto read = stand().ask_as("candidate-1", "GET", path);
    EXPECT_EQ(read.status, 200U);
    EXPECT_EQ(json_of(read), boost::json::parse(candidate_document()));
    EXPECT_EQ(header(read, "ETag"), header(created, "ETag"));

    const auto replaced =
        stand().ask_as("candidate-1", "PUT", path, candidate_document("Rust"), {{"If-Match", "*"}});
    EXPECT_EQ(replaced.status, 200U);
    EXPECT_NE(header(replaced, "ETag"), header(read, "ETag"));
    const auto read_again = stand().ask_as("candidate-1", "GET", path);
    EXPECT_EQ(json_of(read_again).at("skills").at(0).as_string(), "Rust");
    EXPECT_EQ(header(read_again, "ETag"), header(replaced, "ETag"));
}

TEST(Candidate, is_not_replaced_by_who_has_read_an_older_one) {
    const std::string path = stand().store_candidate("advisor-1");
    const std::string old_etag = header(stand().ask_as("advisor-1", "GET", path), "ETag");
    const auto put = [&](const std::string& if_match) {
        return stand().ask_as(
            "advisor-1", "PUT", path, candidate_document("Go"), {{"If-Match", if_match}}
        );
    };
    const auto first = put("\"another\", " + old_etag);
    EXPECT_EQ(first.status, 200U) << first.body;
    EXPECT_EQ(put(old_etag).status, 412U);
    EXPECT_EQ(put("W/" + header(first, "ETag")).status, 412U);
    EXPECT_EQ(put("nonsense").status, 412U);
    EXPECT_EQ(put(header(first, "ETag")).status, 200U);
    EXPECT_EQ(
        stand().ask_as("advisor-1", "PUT", path, candidate_document("without If-Match")).status,
        200U
    );
}

TEST(Candidate, is_not_sent_again_to_who_has_it) {
    const std::string path = stand().store_candidate("candidate-1");
    const std::string etag = header(stand().ask_as("candidate-1", "GET", path), "ETag");
    const auto again = stand().ask_as("candidate-1", "GET", path, "", {{"If-None-Match", etag}});
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.body, "");
}

/// The status of create, read, replace and matches, on a candidate of advisor-1, for each caller.
struct CandidateAccess {
    std::string_view principal;  ///< Empty: anonymous.
    unsigned create;
    unsigned own_or_not;  ///< Read, replace, matches.
};

void check(const CandidateAccess& access, const std::string& path) {
    SCOPED_TRACE(access.principal);
    const auto ask = [&](const std::string& method, const std::string& target) {
        const std::string body = method == "GET" ? "" : candidate_document();
        return access.principal.empty()
                   ? stand().ask(method, target, body).status
                   : stand().ask_as(access.principal, method, target, body).status;
    };
    EXPECT_EQ(ask("POST", "/v1/candidates"), access.create);
    EXPECT_EQ(ask("GET", path), access.own_or_not);
    EXPECT_EQ(ask("PUT", path), access.own_or_not);
    EXPECT_EQ(ask("GET", path + "/matches"), access.own_or_not);
}

TEST(Candidate, of_somebody_else_does_not_exist) {
    const std::string path = stand().store_candidate("advisor-1");
    const std::vector<CandidateAccess> all{
        {"", 401, 401},
        {"candidate-1", 201, 404},
        {"candidate-2", 201, 404},
        {"advisor-1", 201, 200},
        {"advisor-2", 201, 404},
        {"employer-1", 403, 403},
        {"reviewer-1", 403, 403},
        {"operator-1", 403, 403},
    };
    for (const CandidateAccess& access : all) {
        check(access, path);
    }
}

TEST(Candidate, that_never_was_looks_like_one_of_somebody_else) {
    const std::string none = "/v1/candidates/00000000-0000-4000-8000-000000000000";
    const std::string other = stand().store_candidate("advisor-1");
    auto of_none = json_of(stand().ask_as("candidate-1", "GET", none)).as_object();
    auto of_other = json_of(stand().ask_as("candidate-1", "GET", other)).as_object();
    of_none.erase("detail");  // Names the id.
    of_other.erase("detail");
    EXPECT_EQ(of_none, of_other);
    EXPECT_EQ(stand().ask_as("candidate-1", "GET", "/v1/candidates/7").status, 404U);
}

TEST(Token, that_nobody_knows_is_refused_even_where_none_is_needed) {
    const auto response =
        stand().ask("GET", "/v1/postings", "", {{"Authorization", "Bearer guess"}});
    EXPECT_EQ(response.status, 401U);
    EXPECT_EQ(header(response, "WWW-Authenticate"), "Bearer");
    EXPECT_EQ(stand().ask("GET", "/healthz", "", {{"Authorization", "Basic eDp5"}}).status, 401U);
}

struct Document {
    std::string text;
    unsigned status;
    std::string field;
};

TEST(Candidate, document_that_cannot_be_is_refused_with_its_path) {
    std::string unknown = candidate_document();
    unknown.replace(unknown.find("\"marital\""), 9, "\"maritall\"");
    std::string impossible = candidate_document();
    impossible.replace(impossible.find("2018-06-30"), 10, "2018-06-31");
    const std::vector<Document> all{
        {"", 400, ""},
        {"{", 400, ""},
        {R"({"a": 1, "a": 2})", 400, ""},
        {"[]", 422, ""},
        {unknown, 422, "/marital"},
        {impossible, 422, "/education/0/completed"},
    };
    for (const Document& document : all) {
        SCOPED_TRACE(document.text);
        for (const std::string target : {"/v1/candidates", "/v1/matches"}) {
            const auto response = stand().ask_as("candidate-1", "POST", target, document.text);
            EXPECT_EQ(response.status, document.status);
            const auto problem = json_of(response).as_object();
            if (!document.field.empty()) {
                EXPECT_EQ(problem.at("pointer").as_string(), document.field);
            }
        }
    }
}

TEST(Candidate, may_hold_any_text_that_json_can) {
    const std::string text = R"(\\u0000 \ud83d\ude00 é ')";
    const auto created =
        stand().ask_as("candidate-1", "POST", "/v1/candidates", candidate_document(text));
    ASSERT_EQ(created.status, 201U) << created.body;
    EXPECT_EQ(
        stand().ask_as("candidate-1", "GET", header(created, "Location") + "/matches").status, 200U
    );
}

}  // namespace
