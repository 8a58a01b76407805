// The real server on a real socket: what it accepts, what it refuses, and how it stops.

#include "services/http/server.hpp"

#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <mutex>
#include <thread>

namespace {

using client::ask;
using client::Connection;
using client::request;
using http_test::echo;
using http_test::Gate;
using http_test::Running;

TEST(Server, knows_the_address_of_the_other_end) {
    const Running server{[](const http::Request& message) {
        http::Response response = echo(message);
        response.body = message.peer;
        return response;
    }};
    EXPECT_EQ(ask(server.port(), "GET", "/").body, "127.0.0.1");
}

TEST(Server, answers_with_what_http_and_browsers_are_owed) {
    const Running server;
    const auto answer = ask(server.port(), "GET", "/a?b=%20c");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a?b=%20c ");
    EXPECT_EQ(answer.header("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_FALSE(answer.header("X-Request-Id").empty());
    EXPECT_EQ(answer.header("Date").size(), std::string{"Tue, 03 Nov 2026 08:00:00 GMT"}.size());
    EXPECT_EQ(answer.header("Server"), "");
}

TEST(Server, answers_head_with_the_length_alone) {
    const Running server;
    Connection connection{server.port()};
    connection.send(request("HEAD", "/a"));
    const auto answer = connection.receive(Connection::Body::absent);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("Content-Length"), std::to_string(std::string{"HEAD /a "}.size()));
    connection.send(request("GET", "/b"));
    EXPECT_EQ(connection.receive().body, "GET /b ");
}

TEST(Server, answers_without_a_body_where_the_status_has_none) {
    const Running server{[](const http::Request& message) {
        http::Response response;
        response.status = message.target == "/304" ? 304 : 204;
        return response;
    }};
    for (const int status : {204, 304}) {
        const auto answer = ask(server.port(), "GET", "/" + std::to_string(status));
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(answer.header("Content-Type"), "");
        EXPECT_EQ(answer.body, "");
    }
}

TEST(Server, answers_pipelined_requests_in_their_order) {
    const Running server;
    Connection connection{server.port()};
    connection.send(request("GET", "/1") + request("POST", "/2", "body") + request("GET", "/3"));
    EXPECT_EQ(connection.receive().body, "GET /1 ");
    EXPECT_EQ(connection.receive().body, "POST /2 body");
    EXPECT_EQ(connection.receive().body, "GET /3 ");
}

TEST(Server, reads_a_body_in_chunks) {
    const Running server;
    Connection connection{server.port()};
    connection.send(
        "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0"
        "\r\n\r\n"
    );
    EXPECT_EQ(connection.receive().body, "POST /c abcde");
}

TEST(Server, invites_a_body_that_waits_for_it) {
    const Running server;
    Connection connection{server.port()};
    connection.send(
        "POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
    );
    EXPECT_EQ(connection.receive().status, 100);
    connection.send("ok");
    EXPECT_EQ(connection.receive().body, "POST /e ok");
}

TEST(Server, closes_after_an_answer_when_asked_to) {
    const Running server;
    for (const std::string_view text :
         {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
        Connection connection{server.port()};
        connection.send(text);
        EXPECT_EQ(connection.receive().status, 200);
        EXPECT_TRUE(connection.closed_by_server());
    }
}

TEST(Server, takes_the_body_limit_of_the_route) {
    const Running server;
    EXPECT_EQ(ask(server.port(), "POST", "/large", std::string(50'000, 'x')).status, 200);
    EXPECT_EQ(ask(server.port(), "POST", "/small", std::string(50'000, 'x')).status, 413);
    EXPECT_EQ(ask(server.port(), "POST", "/small", std::string(1'000, 'x')).status, 200);
}

TEST(Server, forgets_a_client_that_leaves_in_the_middle) {
    const Running server;
    for (const std::string_view text :
         {"", "GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"}) {
        Connection connection{server.port()};
        connection.send(text);
        connection.finish_sending();
        EXPECT_TRUE(connection.closed_by_server()) << text;
    }
    EXPECT_EQ(ask(server.port(), "GET", "/").status, 200);
}

TEST(Server, says_when_it_is_full) {
    Gate gate;
    const Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.queue = {.in_flight_max = 1}},
    };
    Connection slow{server.port()};
    slow.send(request("GET", "/slow"));
    gate.begun.wait();
    const auto refused = ask(server.port(), "GET", "/quick");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    gate.opened.set_value();
    EXPECT_EQ(slow.receive().status, 200);
    EXPECT_EQ(ask(server.port(), "GET", "/quick").status, 200);
}

TEST(Server, finishes_what_is_in_flight_when_it_stops) {
    Gate gate;
    Running server{[&gate](const http::Request& message) { return gate.pass(message); }};
    Connection idle{server.port()};
    idle.send(request("GET", "/quick"));
    EXPECT_EQ(idle.receive().status, 200);
    Connection slow{server.port()};
    slow.send(request("GET", "/slow"));
    gate.begun.wait();

    server.stop();
    EXPECT_TRUE(idle.closed_by_server());
    EXPECT_THROW(Connection{server.port()}, std::system_error);
    gate.opened.set_value();
    const auto answer = slow.receive();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(slow.closed_by_server());
    server.stop_and_wait();
    EXPECT_EQ(server.logged(), (std::vector<std::string>{"GET 200", "GET 200"}));
}

TEST(Server, does_not_wait_for_ever_when_it_stops) {
    Gate gate;
    Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.stop_timeout = std::chrono::milliseconds{20}},
    };
    Connection slow{server.port()};
    slow.send(request("GET", "/slow"));
    gate.begun.wait();
    server.stop_and_wait();  // Would hang: the handler is still at the gate.
    gate.opened.set_value();
}

TEST(Server, logs_every_answer_and_no_invented_method) {
    Running server;
    ask(server.port(), "GET", "/");
    ask(server.port(), "MALVINA", "/");
    Connection malformed{server.port()};
    malformed.send("hello\r\n\r\n");
    malformed.receive();
    server.stop_and_wait();
    EXPECT_EQ(server.logged(), (std::vector<std::string>{"GET 200", "_OTHER 200", "_OTHER 400"}));
}

TEST(Server, serves_eight_clients_at_once) {
    std::atomic<int> handled = 0;
    Running server{[&handled](const http::Request& message) {
        ++handled;
        return echo(message);
    }};
    constexpr int clients = 8;
    constexpr int requests = 50;
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&server, &right, client] {
            Connection connection{server.port()};
            for (int i = 0; i < requests; ++i) {
                const std::string target = "/" + std::to_string(client) + "/" + std::to_string(i);
                connection.send(request("POST", target, "x"));
                right += connection.receive().body == "POST " + target + " x" ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(right, clients * requests);
    EXPECT_EQ(handled, clients * requests);
}

TEST(Server, refuses_an_address_that_is_taken) {
    const Running server;
    const auto nothing = [](const http::Request&) { return http::Response{}; };
    const http::Application application{
        nothing, [](const http::Request&) { return std::size_t{0}; }, [](const http::Exchange&) {}};
    EXPECT_THROW((http::Server{{.port = server.port()}, application}), std::runtime_error);
    EXPECT_THROW((http::Server{{.address = "nowhere"}, application}), std::runtime_error);
}

}  // namespace
