// What browsers are told: what an answer is, who may read it, and that it came over TLS.

#include "services/http/cors.hpp"
#include "services/http/problem.hpp"
#include "services/http/protocol.hpp"
#include "services/http/trace_context.hpp"
#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

namespace {

using client::ask;
using http_test::echo;
using http_test::Running;

void expect_security_headers(const client::Answer& answer) {
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(
        answer.header("Content-Security-Policy"),
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    EXPECT_EQ(answer.header("X-Frame-Options"), "DENY");
    EXPECT_EQ(answer.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(answer.header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_NE(answer.header("Permissions-Policy").find("camera=()"), std::string::npos);
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_FALSE(answer.header("X-Request-Id").empty());
    EXPECT_EQ(answer.header("Server"), "");
    EXPECT_EQ(answer.header("Strict-Transport-Security"), "") << "nothing came over TLS";
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "");
    EXPECT_EQ(answer.header("Vary"), "");
}

TEST(Answers, have_security_headers_whatever_they_are) {
    const Running server{[](const http::Request& message) {
        return message.target == "/problem" ? http::problem(404, "nothing") : echo(message);
    }};
    expect_security_headers(ask(server.port(), "GET", "/", "", {{"Origin", "https://a.example"}}));
    expect_security_headers(ask(server.port(), "GET", "/problem"));
    client::Connection malformed{server.port()};
    malformed.send("hello\r\n\r\n");
    expect_security_headers(malformed.receive());
}

TEST(Answers, may_have_a_header_of_their_own) {
    const Running server{[](const http::Request& message) {
        http::Response response = echo(message);
        response.headers.emplace_back("Content-Security-Policy", "default-src 'self'");
        response.headers.emplace_back("Cache-Control", "no-cache");
        return response;
    }};
    const auto answer = ask(server.port(), "GET", "/");
    EXPECT_EQ(answer.header("Content-Security-Policy"), "default-src 'self'");
    EXPECT_EQ(answer.header("Cache-Control"), "no-cache");
    std::ptrdiff_t policies = 0;
    for (const auto& [name, value] : answer.headers) {
        policies += name == "Content-Security-Policy" ? 1 : 0;
    }
    EXPECT_EQ(policies, 1);
}

TEST(Answers, are_not_split_by_what_a_header_holds) {
    http::Response response = http::problem(404, "nothing");
    response.headers.emplace_back("Location", std::string{"/a\r\nSet-Cookie: b\0c", 19});
    const std::string head =
        http::format_head(response, http::Connection::closes, http::Transport::plain);
    EXPECT_NE(head.find("Location: /a  Set-Cookie: b c\r\n"), std::string::npos) << head;
    EXPECT_TRUE(head.starts_with("HTTP/1.1 404 Not Found\r\n"));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(Answers, keep_browsers_on_tls_behind_a_proxy_that_says_so) {
    http::ServerOptions options;
    options.trusted_proxies = http::TrustedProxies::parse({"127.0.0.1"}).value();
    const Running server{echo, options};
    const auto header = [&](const std::string& protocol) {
        return ask(server.port(),
                   "GET",
                   "/",
                   "",
                   {{"X-Forwarded-For", "192.0.2.1"}, {"X-Forwarded-Proto", protocol}}
        ).header("Strict-Transport-Security");
    };
    EXPECT_EQ(header("https"), "max-age=31536000; includeSubDomains");
    EXPECT_EQ(header("http"), "");
}

http::ServerOptions with_origin() {
    http::ServerOptions options;
    options.allowed_origins =
        http::AllowedOrigins::parse({"https://a.example", "http://localhost:5173"}).value();
    return options;
}

http::Response with_allow(const http::Request& message) {
    http::Response response = echo(message);
    if (message.method == "OPTIONS") {
        response.status = 204;
        response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
    }
    return response;
}

TEST(Cors, lets_pages_of_listed_origins_read_answers) {
    const Running server{with_allow, with_origin()};
    for (const std::string origin : {"https://a.example", "http://localhost:5173"}) {
        const auto answer = ask(server.port(), "GET", "/", "", {{"Origin", origin}});
        EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), origin);
        EXPECT_EQ(answer.header("Vary"), "Origin");
        EXPECT_EQ(answer.header("Access-Control-Allow-Credentials"), "");
        EXPECT_NE(answer.header("Access-Control-Expose-Headers").find("ETag"), std::string::npos);
    }
}

TEST(Cors, tells_others_nothing) {
    const Running server{with_allow, with_origin()};
    for (const std::string origin :
         {"https://b.example",
          "http://a.example",
          "https://a.example:8443",
          "https://a.example.b.example",
          "https://A.example",
          "null",
          "*"}) {
        const auto answer =
            ask(server.port(),
                "OPTIONS",
                "/",
                "",
                {{"Origin", origin}, {"Access-Control-Request-Method", "GET"}});
        EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "") << origin;
        EXPECT_EQ(answer.header("Access-Control-Allow-Methods"), "") << origin;
        EXPECT_EQ(answer.header("Vary"), "Origin") << "what is cached is for this origin alone";
    }
    EXPECT_EQ(ask(server.port(), "GET", "/").header("Vary"), "Origin");
}

TEST(Cors, answers_who_asks_first_with_the_methods_of_the_path) {
    const Running server{with_allow, with_origin()};
    const auto answer =
        ask(server.port(),
            "OPTIONS",
            "/",
            "",
            {{"Origin", "https://a.example"}, {"Access-Control-Request-Method", "GET"}});
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.header("Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
    EXPECT_NE(
        answer.header("Access-Control-Allow-Headers").find("Authorization"), std::string::npos
    );
    EXPECT_EQ(answer.header("Access-Control-Max-Age"), "600");
}

TEST(Cors, has_origins_and_nothing_else) {
    for (const char* text :
         {"*", "null", "https://", "https://a.example/", "a.example", "ftp://a", "https://A"}) {
        EXPECT_FALSE(http::AllowedOrigins::parse({text})) << text;
    }
}

TEST(TraceContext, reads_what_is_exactly_of_the_form) {
    const std::string id = "4bf92f3577b34da6a3ce929d0e0e4736";
    const std::string parent = "00f067aa0ba902b7";
    const auto read = http::parse_traceparent("00-" + id + "-" + parent + "-01");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->trace_id, id);
    EXPECT_EQ(read->parent_id, parent);
    EXPECT_TRUE(read->sampled);
    EXPECT_FALSE(http::parse_traceparent("00-" + id + "-" + parent + "-02").value().sampled);
    EXPECT_TRUE(http::parse_traceparent("01-" + id + "-" + parent + "-01-more"));
    for (const std::string& text : std::vector<std::string>{
             "",
             "00",
             "00-" + id + "-" + parent,
             "00-" + id + "-" + parent + "-1",
             "00-" + id + "-" + parent + "-01-",
             "00-" + id + "-" + parent + "-01-more",
             "01-" + id + "-" + parent + "-01more",
             "ff-" + id + "-" + parent + "-01",
             "0G-" + id + "-" + parent + "-01",
             "00-" + std::string(32, '0') + "-" + parent + "-01",
             "00-" + id + "-" + std::string(16, '0') + "-01",
             "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + parent + "-01",
             "00_" + id + "_" + parent + "_01",
             " 00-" + id + "-" + parent + "-01"}) {
        EXPECT_FALSE(http::parse_traceparent(text)) << text;
    }
}

TEST(TraceContext, is_continued_over_the_socket_and_begun_where_there_is_none) {
    const Running server;
    const std::string id = "4bf92f3577b34da6a3ce929d0e0e4736";
    const std::pair<std::string, std::string> header{
        "traceparent", "00-" + id + "-00f067aa0ba902b7-01"};
    const auto answered = [&](const std::vector<std::pair<std::string, std::string>>& headers) {
        return http::parse_traceparent(
            ask(server.port(), "GET", "/", "", headers).header("traceparent")
        );
    };
    const auto continued = answered({header});
    ASSERT_TRUE(continued);
    EXPECT_EQ(continued->trace_id, id);
    EXPECT_NE(continued->parent_id, "00f067aa0ba902b7");
    EXPECT_TRUE(continued->sampled);
    const auto begun = answered({});
    ASSERT_TRUE(begun);
    EXPECT_FALSE(begun->sampled);
    EXPECT_NE(answered({header, header})->trace_id, id) << "one of two may be anybody's";
    EXPECT_NE(begun->trace_id, answered({})->trace_id);
}

}  // namespace
