#include "services/http/message.hpp"

#include "services/http/problem.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace {

using http::EtagComparison;

TEST(Request, finds_a_header_whatever_its_case) {
    http::Request request;
    request.headers = {{"If-Match", "\"a\""}, {"X", "1"}};
    EXPECT_EQ(request.header("if-match"), "\"a\"");
    EXPECT_EQ(request.header("If-Matc"), "");
}

struct Comparison {
    std::string list;
    bool strong;
    bool weak;
};

void check(const Comparison& comparison) {
    SCOPED_TRACE(comparison.list);
    EXPECT_EQ(
        http::etag_matches(comparison.list, "abc", EtagComparison::strong), comparison.strong
    );
    EXPECT_EQ(http::etag_matches(comparison.list, "abc", EtagComparison::weak), comparison.weak);
}

TEST(Etag, is_looked_for_in_a_list) {
    const std::vector<Comparison> all{
        {"\"abc\"", true, true},
        {"*", true, true},
        {"\"x\", \"abc\"", true, true},
        {"\"x\",\"abc\" ,\"y\"", true, true},
        {"W/\"abc\"", false, true},
        {"W/\"x\", W/\"abc\"", false, true},
        {"\"a,b\", \"abc\"", true, true},
        {"", false, false},
        {"abc", false, false},
        {"\"abc", false, false},
        {"\"x\" \"abc\"", false, false},
        {"\"ABC\"", false, false},
        {"\"x\", *", false, false},
    };
    for (const Comparison& comparison : all) {
        check(comparison);
    }
}

struct Mapping {
    domain::ErrorKind kind;
    http::Input input;
    unsigned status;
    std::string place = {};
};

TEST(Problem, gives_each_kind_of_error_its_status) {
    using enum domain::ErrorKind;
    const std::vector<Mapping> all{
        {invalid, http::Input::syntax, 400, R"(,"parameter":"a.b")"},
        {invalid, http::Input::document, 422, R"(,"pointer":"/a/b")"},
        {not_found, http::Input::document, 404, R"(,"parameter":"a.b")"},
        {unauthenticated, http::Input::document, 401, R"(,"parameter":"a.b")"},
        {forbidden, http::Input::document, 403, R"(,"parameter":"a.b")"},
        {conflict, http::Input::document, 412, R"(,"parameter":"a.b")"},
    };
    for (const Mapping& mapping : all) {
        const auto response =
            http::problem({mapping.kind, "a \"quoted\" reason", "a.b"}, mapping.input);
        EXPECT_EQ(response.status, mapping.status);
        EXPECT_EQ(response.content_type, "application/problem+json; charset=utf-8");
        EXPECT_EQ(
            response.body,
            R"({"type":"/docs#problem-)" + http::problem_name(mapping.status) + R"(","title":")" +
                std::string{http::title_of(mapping.status)} + R"(","status":)" +
                std::to_string(mapping.status) + R"(,"detail":"a \"quoted\" reason")" +
                mapping.place + "}"
        );
    }
}

TEST(Problem, has_a_type_that_stays_and_says_what_offends) {
    using boost::json::parse;
    const auto named = parse(http::problem(409, "d", http::in_body("a[0].b"), "of_another").body);
    EXPECT_EQ(named.at("type"), "/docs#problem-of_another");
    EXPECT_EQ(named.at("title"), "Conflict");
    EXPECT_EQ(named.at("pointer"), "/a/0/b");
    EXPECT_EQ(parse(http::problem(422, "d", http::in_body("")).body).at("pointer"), "");
    EXPECT_EQ(
        parse(http::problem(412, "d", http::in_header("If-Match")).body).at("header"), "If-Match"
    );
    EXPECT_FALSE(parse(http::problem(404, "d").body).as_object().contains("pointer"));
}

TEST(Problem, is_told_the_trace_and_other_answers_are_not) {
    auto problem = http::problem(404, "d");
    http::tell_trace(problem, "0123");
    EXPECT_EQ(boost::json::parse(problem.body).at("trace_id"), "0123");
    http::Response other;
    other.body = "{}";
    http::tell_trace(other, "0123");
    EXPECT_EQ(other.body, "{}");
}

TEST(Problem, tells_who_is_not_known_how_to_say_who_they_are) {
    const auto response =
        http::problem({domain::ErrorKind::unauthenticated, "who?", ""}, http::Input::syntax);
    EXPECT_EQ(response.headers, (http::Headers{{"WWW-Authenticate", "Bearer"}}));
}

}  // namespace
