// The real server on a real socket: what it accepts, what it refuses, and how it stops.

#include "services/http/server.hpp"

#include "tests/http/client.hpp"

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

/// Answers with method, target and body, so that a test sees what arrived.
http::Response echo(const http::Request& message) {
    return {
        .status = 200,
        .content_type = "text/plain; charset=utf-8",
        .headers = {},
        .body = message.method + " " + message.target + " " + message.body,
    };
}

/// A server that runs until the object goes.
class Running {
public:
    explicit Running(
        std::function<http::Response(const http::Request&)> handle = echo,
        http::ServerOptions options = {}
    )
        : server_{std::move(options), {std::move(handle), body_limit, log()}}, thread_{[this] {
              server_.run();
          }} {}
    ~Running() { stop_and_wait(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::uint16_t port() const { return port_; }
    void stop() { server_.stop(); }
    void stop_and_wait() {
        if (thread_.joinable()) {
            server_.stop();
            thread_.join();
        }
    }
    /// After stop_and_wait(): status and method of every answer.
    const std::vector<std::string>& logged() const { return logged_; }

private:
    static std::size_t body_limit(const http::Request& head) {
        return head.target == "/large" ? 100'000 : 1'000;
    }
    std::function<void(const http::Exchange&)> log() {
        return [this](const http::Exchange& exchange) {
            logged_.push_back(std::string{exchange.method} + " " + std::to_string(exchange.status));
        };
    }

    std::vector<std::string> logged_;
    http::Server server_;
    std::uint16_t port_ = server_.port();
    std::thread thread_;
};

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

struct Refused {
    std::string name;
    std::string bytes;
    int status;
};

void check(const Refused& refused) {
    SCOPED_TRACE(refused.name);
    std::atomic<int> handled = 0;
    const Running server{[&handled](const http::Request& message) {
        ++handled;
        return echo(message);
    }};
    Connection connection{server.port()};
    // What follows a refused request must not be taken for another one.
    connection.send(refused.bytes + request("GET", "/smuggled"));
    const auto answer = connection.receive();
    EXPECT_EQ(answer.status, refused.status);
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json; charset=utf-8");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(connection.closed_by_server());
    EXPECT_EQ(handled, 0);
}

TEST(Server, refuses_what_it_cannot_understand_in_one_way_only) {
    const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n";
    const std::vector<Refused> all{
        {"no HTTP", "hello\r\n\r\n", 400},
        {"another version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"a raw space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 505},
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two hosts", get + "Host: b\r\n\r\n", 400},
        {"a space before the colon", get + "Content-Length : 0\r\n\r\n", 400},
        {"a header without a name", get + ": a\r\n\r\n", 400},
        {"a control character in a header", get + "A: b\x01\r\n\r\n", 400},
        {"a length beside chunks",
         post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"chunks beside a length",
         post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
         400},
        {"two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na", 400},
        {"the same length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
        {"a negative length", post + "Content-Length: -1\r\n\r\n", 400},
        {"a length that is no number", post + "Content-Length: 1e3\r\n\r\n", 400},
        {"another encoding", post + "Transfer-Encoding: gzip\r\n\r\n", 501},
        {"chunks within another encoding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
        {"chunks twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 501},
        {"chunks under HTTP/1.0",
         "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         501},
        {"a chunk size that is no number",
         post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n",
         400},
        {"an unknown expectation", post + "Expect: miracles\r\nContent-Length: 1\r\n\r\n", 417},
        {"a body over the limit", request("POST", "/", std::string(1'001, 'x')), 413},
        {"a length over the limit, without the body",
         post + "Content-Length: 99999999999\r\n\r\n",
         413},
        {"chunks over the limit",
         post + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1'001, 'x') +
             "\r\n0\r\n\r\n",
         413},
        {"a header over the limit", get + "A: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
        {"a target over the limit", "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n", 431},
    };
    for (const Refused& refused : all) {
        check(refused);
    }
}

TEST(Server, takes_the_body_limit_of_the_route) {
    const Running server;
    EXPECT_EQ(ask(server.port(), "POST", "/large", std::string(50'000, 'x')).status, 200);
    EXPECT_EQ(ask(server.port(), "POST", "/small", std::string(50'000, 'x')).status, 413);
    EXPECT_EQ(ask(server.port(), "POST", "/small", std::string(1'000, 'x')).status, 200);
}

TEST(Server, closes_on_a_request_that_does_not_come_to_an_end) {
    const Running server{echo, {.read_timeout = std::chrono::milliseconds{50}}};
    for (const std::string_view text :
         {"", "GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"}) {
        Connection connection{server.port()};
        connection.send(text);
        EXPECT_TRUE(connection.closed_by_server()) << text;
    }
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

/// A handler that says when it has begun and waits to be told to end.
struct Gate {
    std::latch begun{1};
    std::promise<void> opened;
    std::shared_future<void> open = opened.get_future().share();

    http::Response pass(const http::Request& message) {
        if (message.target == "/slow") {
            begun.count_down();
            open.wait();
        }
        return echo(message);
    }
};

TEST(Server, says_when_it_is_full) {
    Gate gate;
    const Running server{
        [&gate](const http::Request& message) { return gate.pass(message); },
        {.requests_in_flight_max = 1},
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

TEST(Server, lets_further_connections_wait_for_a_place) {
    const Running server{echo, {.connections_max = 1}};
    std::optional<Connection> first{std::in_place, server.port()};
    first->send(request("GET", "/first"));
    EXPECT_EQ(first->receive().status, 200);
    Connection second{server.port()};
    second.send(request("GET", "/second"));
    first->send(request("GET", "/still first"));
    EXPECT_NE(first->receive().status, 0);
    first.reset();
    EXPECT_EQ(second.receive().body, "GET /second ");
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
