// Who takes more than a share: slow clients, many connections, many requests.

#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace {

using client::ask;
using client::Connection;
using client::request;
using http_test::echo;
using http_test::Gate;
using http_test::Running;
using std::chrono::milliseconds;

constexpr milliseconds soon{60};
constexpr milliseconds never{600'000};

TEST(Limits, end_connections_on_which_nothing_comes) {
    const Running server{echo, {.idle_timeout = soon, .head_timeout = never}};
    Connection silent{server.port()};
    EXPECT_TRUE(silent.closed_by_server());
    Connection done{server.port()};
    done.send(request("GET", "/"));
    EXPECT_EQ(done.receive().status, 200);
    EXPECT_TRUE(done.closed_by_server());
}

/// Sends `bytes` one at a time for as long as the server takes them.
client::Answer drip(Connection& connection, const std::string_view bytes) {
    for (std::size_t i = 0; connection.send(bytes.substr(i % bytes.size(), 1)); ++i) {
        if (connection.has_more_within(milliseconds{5})) {
            break;
        }
    }
    return connection.receive();
}

TEST(Limits, end_heads_that_come_byte_by_byte) {
    const Running server{echo, {.idle_timeout = never, .head_timeout = soon}};
    Connection connection{server.port()};
    connection.send("GET / HTTP/1.1\r\nHost: a\r\n");
    const auto answer = drip(connection, "A: b\r\n");
    EXPECT_EQ(answer.status, 408);
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(connection.closed_by_server());
}

TEST(Limits, end_bodies_that_come_byte_by_byte) {
    const Running server{echo, {.head_timeout = never, .body_timeout = soon}};
    Connection connection{server.port()};
    connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    EXPECT_EQ(drip(connection, "a").status, 408);
    EXPECT_TRUE(connection.closed_by_server());
    Connection chunks{server.port()};
    chunks.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    EXPECT_EQ(drip(chunks, "1\r\na\r\n").status, 408);
    EXPECT_TRUE(chunks.closed_by_server());
}

TEST(Limits, end_connections_that_do_not_read_the_answer) {
    const Running server{
        [](const http::Request& message) {
            http::Response response = echo(message);
            response.body.assign(64 * std::size_t{1024} * 1024, 'x');
            return response;
        },
        {.connections_max = 1, .write_timeout = soon},
    };
    Connection deaf{server.port()};
    deaf.send(request("HEAD", "/"));
    EXPECT_EQ(deaf.receive(Connection::Body::absent).status, 200);
    deaf.send(request("GET", "/"));
    // Has its turn only when the other one is gone.
    Connection next{server.port()};
    next.send(request("HEAD", "/"));
    EXPECT_EQ(next.receive(Connection::Body::absent).status, 200);
}

TEST(Limits, answer_in_place_of_a_handler_that_takes_too_long) {
    Gate gate;
    Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.queue = {.workers = 2}, .answer_timeout = soon},
    };
    Connection connection{server.port()};
    connection.send(request("GET", "/slow"));
    const auto late = connection.receive();
    EXPECT_EQ(late.status, 503);
    EXPECT_EQ(late.header("Retry-After"), "1");
    connection.send(request("GET", "/next"));
    EXPECT_EQ(connection.receive().body, "GET /next ") << "not the answer that came late";
    gate.opened.set_value();
}

TEST(Limits, let_further_connections_wait_for_a_place) {
    const Running server{echo, {.connections_max = 1}};
    std::optional<Connection> first{std::in_place, server.port()};
    first->send(request("GET", "/first"));
    EXPECT_EQ(first->receive().status, 200);
    Connection second{server.port()};
    second.send(request("GET", "/second"));
    first->send(request("GET", "/still-first"));
    EXPECT_EQ(first->receive().status, 200);
    first.reset();
    EXPECT_EQ(second.receive().body, "GET /second ");
}

http::TrustedProxies proxies(const std::string& network) {
    return http::TrustedProxies::parse({network}).value();
}

TEST(Limits, close_further_connections_of_one_address) {
    http::ServerOptions options{.connections_per_address_max = 2};
    for (const bool trusted : {false, true}) {
        options.trusted_proxies = trusted ? proxies("127.0.0.0/8") : http::TrustedProxies{};
        const Running server{echo, options};
        Connection first{server.port()};
        Connection second{server.port()};
        for (Connection* connection : {&first, &second}) {
            connection->send(request("GET", "/"));
            EXPECT_EQ(connection->receive().status, 200);
        }
        Connection third{server.port()};
        third.send(request("GET", "/"));
        EXPECT_EQ(third.receive().status, trusted ? 200 : 0);
    }
}

TEST(Limits, hold_no_pipelined_request_that_is_not_read_yet) {
    Gate gate;
    const Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.queue = {.workers = 4}},
    };
    Connection connection{server.port()};
    connection.send(request("GET", "/slow") + request("GET", "/quick"));
    gate.begun.wait();
    EXPECT_FALSE(connection.has_more_within(milliseconds{20})) << "an answer before its turn";
    gate.opened.set_value();
    EXPECT_EQ(connection.receive().body, "GET /slow ");
    EXPECT_EQ(connection.receive().body, "GET /quick ");
}

TEST(Limits, tell_one_caller_to_wait_and_serve_the_others) {
    http::ServerOptions options{.rate_per_address = {.burst = 2, .per_second = 1}};
    options.trusted_proxies = proxies("127.0.0.1");
    const Running server{echo, options};
    const auto ask_from = [&](const std::string& address, const std::string& target) {
        return ask(server.port(), "GET", target, "", {{"X-Forwarded-For", address}});
    };
    const auto first = ask_from("192.0.2.1", "/");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.header("RateLimit-Policy"), "\"address\";q=2;w=2");
    EXPECT_EQ(first.header("RateLimit"), "\"address\";r=1;t=1");
    EXPECT_EQ(ask_from("192.0.2.1", "/").status, 200);
    const auto refused = ask_from("192.0.2.1", "/");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(refused.header("Content-Type"), "application/problem+json; charset=utf-8");
    EXPECT_EQ(ask_from("192.0.2.2", "/").status, 200);
    EXPECT_EQ(ask_from("192.0.2.1", "/vital").status, 200);
}

TEST(Limits, keep_nobody_from_asking_how_the_service_is) {
    Gate gate;
    const Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.queue = {.workers = 1, .in_flight_max = 1}},
    };
    Connection slow{server.port()};
    slow.send(request("GET", "/slow"));
    gate.begun.wait();
    EXPECT_EQ(ask(server.port(), "GET", "/quick").status, 503);
    EXPECT_EQ(ask(server.port(), "GET", "/vital").status, 200);
    gate.opened.set_value();
}

}  // namespace
