#include "services/http/message.hpp"

#include "services/http/problem.hpp"

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
};

TEST(Problem, gives_each_kind_of_error_its_status) {
    using enum domain::ErrorKind;
    const std::vector<Mapping> all{
        {invalid, http::Input::syntax, 400},
        {invalid, http::Input::document, 422},
        {not_found, http::Input::document, 404},
        {unauthenticated, http::Input::document, 401},
        {forbidden, http::Input::document, 403},
        {conflict, http::Input::document, 412},
    };
    for (const Mapping& mapping : all) {
        const auto response =
            http::problem({mapping.kind, "a \"quoted\" reason", "a.b"}, mapping.input);
        EXPECT_EQ(response.status, mapping.status);
        EXPECT_EQ(response.content_type, "application/problem+json; charset=utf-8");
        EXPECT_EQ(
            response.body,
            R"({"type":"about:blank","title":")" + std::string{http::title_of(mapping.status)} +
                R"(","status":)" + std::to_string(mapping.status) +
                R"(,"detail":"a \"quoted\" reason","field":"a.b"})"
        );
    }
}

TEST(Problem, tells_who_is_not_known_how_to_say_who_they_are) {
    const auto response =
        http::problem({domain::ErrorKind::unauthenticated, "who?", ""}, http::Input::syntax);
    EXPECT_EQ(response.headers, (http::Headers{{"WWW-Authenticate", "Bearer"}}));
}

}  // namespace
