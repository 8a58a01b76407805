// What falls out of a table of routes.

#include "services/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using testing::HasSubstr;

http::Response say(std::string body) {
    http::Response response;
    response.body = std::move(body);
    return response;
}

const http::Router& router() {
    static const http::Router table{{
        {.method = "GET",
         .pattern = "/things",
         .parameters = {{"q"}, {"kind", true}},
         .handle = [](const http::Call& call
                   ) { return say(std::string{call.query.find("q").value_or("none")}); }},
        {.method = "GET",
         .pattern = "/things/{id:integer}",
         .handle = [](const http::Call& call
                   ) { return say(std::to_string(call.path_integer(0))); }},
        {.method = "PUT",
         .pattern = "/things/{id:integer}",
         .body_bytes_max = 5,
         .handle = [](const http::Call& call) { return say("put " + call.request.body); }},
        {.method = "GET",
         .pattern = "/people/{id:uuid}/notes/{note:integer}",
         .handle =
             [](const http::Call& call) {
                 return say(call.path_uuid(0) + " " + std::to_string(call.path_integer(1)));
             }},
        {.method = "DELETE",
         .pattern = "/people/{id:uuid}",
         .handle = [](const http::Call& call) { return say("gone " + call.path_uuid(0)); }},
        {.method = "GET",
         .pattern = "/secrets/{token:token}/it",
         .handle = [](const http::Call& call) { return say(call.path_token(0)); }},
        {.method = "GET",
         .pattern = "/folder/{name:file}",
         .handle = [](const http::Call& call) { return say(call.path_file(0)); }},
        {.method = "GET",
         .pattern = "/days/{id:day}",
         .handle = [](const http::Call& call) { return say(call.path_day(0)); }},
        {.method = "GET",
         .pattern = "/days/all",
         .handle = [](const http::Call&) { return say("every day"); }},
        {.method = "GET",
         .pattern = "/database",
         .handle = [](const http::Call&) -> http::Response {
             throw std::runtime_error{"ERROR: no such column\nDETAIL: born 1990-02-03"};
         }},
        {.method = "GET",
         .pattern = "/bug",
         .handle = [](const http::Call&) -> http::Response { throw std::logic_error{"a bug"}; }},
        {.method = "GET",
         .pattern = "/index",
         .handle = [](const http::Call&) -> http::Response { throw 7; }},
    }};
    return table;
}

http::Response answer(
    std::string method, std::string target, http::Headers headers = {}, std::string body = {}
) {
    http::Request request;
    request.method = std::move(method);
    request.target = std::move(target);
    request.headers = std::move(headers);
    request.body = std::move(body);
    return router().answer(request);
}

struct Answered {
    std::string method;
    std::string target;
    unsigned status;
    std::string body;
};

void check(const Answered& answered) {
    SCOPED_TRACE(answered.method + " " + answered.target);
    const auto response = answer(answered.method, answered.target);
    EXPECT_EQ(response.status, answered.status);
    EXPECT_THAT(response.body, HasSubstr(answered.body));
}

TEST(Router, finds_the_route_or_says_what_is_wrong) {
    const std::string person = "0a1b2c3d-0000-4000-8000-0123456789ab";
    const std::string secret(64, 'f');
    const std::vector<Answered> all{
        {"GET", "/things", 200, "none"},
        {"HEAD", "/things", 200, "none"},
        {"GET", "/things?q=a+b", 200, "a b"},
        {"GET", "/things?kind=1&kind=2", 200, "none"},
        {"GET", "/%74hings/./", 404, ""},
        {"GET", "/%74hings", 200, "none"},
        {"GET", "/things/9223372036854775807", 200, "9223372036854775807"},
        {"GET", "/people/" + person + "/notes/7", 200, person + " 7"},
        {"DELETE", "/people/" + person, 200, "gone " + person},
        {"GET", "/secrets/" + secret + "/it", 200, secret},
        {"GET", "/secrets/" + secret.substr(1) + "/it", 404, ""},
        {"GET", "/secrets/" + std::string(64, 'A') + "/it", 404, ""},
        {"GET", "/days/2026-11-03", 200, "2026-11-03"},
        {"GET", "/days/all", 200, "every day"},
        {"GET", "/folder/fit_and_lift.pdf", 200, "fit_and_lift.pdf"},
        {"GET", "/folder/" + std::string(60, 'a') + ".txt", 200, std::string(60, 'a') + ".txt"},

        {"GET", "/things?q=1&q=2", 400, R"("parameter":"q")"},
        {"GET", "/things?Q=1", 400, "unknown parameter 'Q'"},
        {"GET", "/things/1?q=1", 400, "unknown parameter 'q'"},
        {"GET", "/things?q=%", 400, "not a valid path"},

        {"GET", "/", 404, ""},
        {"GET", "/thing", 404, ""},
        {"GET", "/things/", 404, ""},
        {"GET", "//things", 404, ""},
        {"GET", "/things/1/2", 404, ""},
        {"GET", "/things/0", 404, ""},
        {"GET", "/things/-1", 404, ""},
        {"GET", "/things/+1", 404, ""},
        {"GET", "/things/01", 404, ""},
        {"GET", "/things/1.0", 404, ""},
        {"GET", "/things/9223372036854775808", 404, ""},
        {"GET", "/people/0A1B2C3D-0000-4000-8000-0123456789AB/notes/7", 404, ""},
        {"GET", "/people/0a1b2c3d/notes/7", 404, ""},
        {"GET", "/days/2026-11-3", 404, ""},
        {"GET", "/days/2026-1a-03", 404, ""},
        {"GET", "/days/20261103", 404, ""},
        {"GET", "/folder/resume", 404, ""},
        {"GET", "/folder/.txt", 404, ""},
        {"GET", "/folder/resume.", 404, ""},
        {"GET", "/folder/a.b.c", 404, ""},
        {"GET", "/folder/..%2Fa.txt", 404, ""},
        {"GET", "/folder/a%22.txt", 404, ""},
        {"GET", "/folder/" + std::string(61, 'a') + ".txt", 404, ""},
        {"DELETE", "/nothing", 404, ""},

        {"DELETE", "/things/1", 405, ""},
        {"PUT", "/things", 405, ""},
        {"get", "/things", 405, ""},

        {"GET", "/database", 503, "does not answer"},
        {"GET", "/index", 503, "does not answer"},
        {"GET", "/bug", 500, "of the service"},
    };
    for (const Answered& answered : all) {
        check(answered);
    }
}

TEST(Router, names_the_methods_of_a_path) {
    const http::Headers allow{{"Allow", "GET, HEAD, PUT, OPTIONS"}};
    EXPECT_EQ(answer("DELETE", "/things/1").headers, allow);
    const auto options = answer("OPTIONS", "/things/1");
    EXPECT_EQ(options.status, 204U);
    EXPECT_EQ(options.headers, allow);
}

TEST(Router, takes_json_bodies_only) {
    for (const std::string type : {"application/json", "Application/JSON; charset=utf-8"}) {
        EXPECT_EQ(answer("PUT", "/things/1", {{"content-type", type}}, "{}").body, "put {}");
    }
    for (const std::string type :
         {"", "text/plain", "application/jsonx", "application/x-www-form"}) {
        EXPECT_EQ(answer("PUT", "/things/1", {{"Content-Type", type}}, "{}").status, 415U) << type;
    }
}

TEST(Router, knows_the_body_limit_before_the_body) {
    const auto limit = [](const std::string& method, const std::string& target) {
        http::Request head;
        head.method = method;
        head.target = target;
        return router().body_bytes_max(head);
    };
    EXPECT_EQ(limit("PUT", "/things/1"), 5U);
    EXPECT_EQ(limit("GET", "/things/1"), 65536U);
    EXPECT_EQ(limit("PUT", "/nothing"), 65536U);
    EXPECT_EQ(limit("PUT", "%"), 65536U);
}

TEST(Router, tells_the_log_the_pattern_and_what_failed_but_no_values_of_rows) {
    EXPECT_EQ(answer("GET", "/things/1").route, "/things/{id:integer}");
    EXPECT_EQ(answer("DELETE", "/things/1").route, "/things/{id:integer}");
    EXPECT_EQ(answer("GET", "/nothing").route, "");
    EXPECT_EQ(answer("GET", "/database").failure, "std::runtime_error: ERROR: no such column");
    EXPECT_EQ(answer("GET", "/index").failure, "int");
    EXPECT_EQ(answer("GET", "/things/1").failure, "");
}

TEST(Router, tells_of_a_route_that_is_to_go) {
    const http::Router table{{
        {.method = "GET",
         .pattern = "/old",
         .deprecation =
             http::Deprecation{
                 .since = 1'767'225'600,
                 .sunset = 1'798'761'600,
                 .link = "https://jobs.example/new"},
         .handle = [](const http::Call&) { return http::Response{}; }},
        {.method = "GET",
         .pattern = "/new",
         .handle = [](const http::Call&) { return http::Response{}; }},
    }};
    const auto header = [&table](const std::string& target, const std::string_view name) {
        for (const auto& [key, value] : table.answer({"GET", target, {}, "", ""}).headers) {
            if (key == name) {
                return value;
            }
        }
        return std::string{};
    };
    EXPECT_EQ(header("/old", "Deprecation"), "@1767225600");
    EXPECT_EQ(header("/old", "Sunset"), "Fri, 01 Jan 2027 00:00:00 GMT");
    EXPECT_EQ(header("/old", "Link"), "<https://jobs.example/new>; rel=\"deprecation\"");
    EXPECT_EQ(header("/new", "Deprecation"), "");
    EXPECT_EQ(header("/new", "Sunset"), "");
}

TEST(Router, knows_which_routes_are_always_answered) {
    const http::Router table{{
        {.method = "GET", .pattern = "/vital", .vital = true, .handle = {}},
        {.method = "GET", .pattern = "/other", .handle = {}},
    }};
    EXPECT_TRUE(table.is_vital({"GET", "/vital", {}, "", ""}));
    EXPECT_TRUE(table.is_vital({"HEAD", "/vital?a=b", {}, "", ""}));
    EXPECT_FALSE(table.is_vital({"GET", "/./vital", {}, "", ""})) << "answered, as any other is";
    EXPECT_FALSE(table.is_vital({"POST", "/vital", {}, "", ""}));
    EXPECT_FALSE(table.is_vital({"GET", "/other", {}, "", ""}));
    EXPECT_FALSE(table.is_vital({"GET", "%", {}, "", ""}));
}

}  // namespace
