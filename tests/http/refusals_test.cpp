// What could be understood in two ways, byte by byte: the status, and nothing after it is taken for
// another request.

#include "services/http/request_reader.hpp"
#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace {

using client::Connection;
using client::request;
using http_test::echo;
using http_test::Running;

struct Refused {
    std::string name;
    std::string bytes;
    int status;
};

class Refusals : public testing::Test {
protected:
    void check(const std::vector<Refused>& all) {
        for (const Refused& refused : all) {
            SCOPED_TRACE(refused.name);
            Connection connection{server_.port()};
            connection.send(refused.bytes + request("GET", "/smuggled"));
            const auto answer = connection.receive();
            EXPECT_EQ(answer.status, refused.status);
            EXPECT_EQ(answer.header("Content-Type"), "application/problem+json; charset=utf-8");
            EXPECT_EQ(answer.header("Connection"), "close");
            EXPECT_TRUE(connection.closed_by_server());
            EXPECT_EQ(handled_, 0);
        }
        EXPECT_EQ(client::ask(server_.port(), "GET", "/alive").status, 200);
    }

    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n";
    const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";

private:
    std::atomic<int> handled_ = 0;
    const Running server_{[this](const http::Request& message) {
        handled_ += message.target == "/alive" ? 0 : 1;
        return echo(message);
    }};
};

TEST_F(Refusals, of_request_lines) {
    check({
        {"no HTTP", "hello\r\n\r\n", 400},
        {"an empty line first", "\r\n" + get + "\r\n", 400},
        {"another version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"a version that does not exist", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
        {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"a greeting of TLS", "\x16\x03\x01\x02\x01\x01", 400},
        {"a raw space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 505},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a method that is no word", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a tunnel", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", 501},
        {"another host in the target", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a user in the target", "GET http://a@b/ HTTP/1.1\r\nHost: b\r\n\r\n", 400},
        {"a target over the limit", "GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\n", 414},
        {"a target without an end", "GET /" + std::string(20'000, 'x'), 414},
    });
}

TEST_F(Refusals, of_hosts) {
    check({
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"two hosts", get + "Host: b\r\n\r\n", 400},
        {"the same host twice", get + "Host: a\r\n\r\n", 400},
        {"two hosts in one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
        {"a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"a host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
    });
}

TEST_F(Refusals, of_header_fields) {
    check({
        {"a space before the colon", get + "Content-Length : 0\r\n\r\n", 400},
        {"a space in a name", get + "A b: c\r\n\r\n", 400},
        {"a field without a name", get + ": a\r\n\r\n", 400},
        {"a field without a colon", get + "abc\r\n\r\n", 400},
        {"a folded field", get + "A: b\r\n c\r\n\r\n", 400},
        {"a folded field with a tab", get + "A: b\r\n\tc\r\n\r\n", 400},
        {"a space before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"a control character in a value", get + "A: b\x01\r\n\r\n", 400},
        {"NUL in a value", get + std::string{"A: b\0c\r\n\r\n", 10}, 400},
        {"NUL in a name", get + std::string{"A\0: b\r\n\r\n", 9}, 400},
        {"DEL in a value", get + "A: \x7F\r\n\r\n", 400},
        {"a line feed alone", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"a line feed alone in the middle", get + "A: b\nC: d\r\n\r\n", 400},
        {"a line feed alone before the body", get + "\n", 400},
        {"a carriage return alone", get + "A: b\rC: d\r\n\r\n", 400},
        {"a header over the limit", get + "A: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
        {"a header without an end", get + "A: " + std::string(20'000, 'x'), 431},
        {"too many fields",
         get +
             [] {
                 std::string fields;
                 for (int i = 0; i < 200; ++i) {
                     fields += "A: b\r\n";
                 }
                 return fields + "\r\n";
             }(),
         431},
    });
}

TEST_F(Refusals, of_lengths) {
    const auto length = [this](const std::string& value) {
        return post + "Content-Length: " + value + "\r\n\r\n";
    };
    check({
        {"two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na", 400},
        {"the same length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
        {"two lengths in one", length("1, 2"), 400},
        {"the same length twice in one", length("1, 1"), 400},
        {"none", length(""), 400},
        {"a negative length", length("-1"), 400},
        {"a length with a sign", length("+5"), 400},
        {"a length in hexadecimal", length("0x5"), 400},
        {"a length that is no number", length("1e3"), 400},
        {"a length beyond 64 bits", length("18446744073709551616"), 400},
        {"a length that wraps around", length("99999999999999999999999999"), 400},
        {"a length over the limit, without the body", length("99999999999"), 413},
        {"a body over the limit", request("POST", "/", std::string(1'001, 'x')), 413},
        {"an unknown expectation", post + "Expect: miracles\r\nContent-Length: 1\r\n\r\n", 417},
        {"two expectations",
         post + "Expect: 100-continue\r\nExpect: b\r\nContent-Length: 1\r\n\r\n",
         417},
        {"a length over the limit that waits for an invitation",
         post + "Expect: 100-continue\r\nContent-Length: 99999\r\n\r\n",
         413},
    });
}

TEST_F(Refusals, of_encodings) {
    const auto encoded = [this](const std::string& value) {
        return post + "Transfer-Encoding: " + value + "\r\n\r\n0\r\n\r\n";
    };
    check({
        {"a length beside chunks",
         post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"chunks beside a length",
         post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
         400},
        {"another encoding beside a length",
         post + "Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
         501},
        {"another encoding", encoded("gzip"), 501},
        {"chunks within another encoding", encoded("gzip, chunked"), 501},
        {"another encoding within chunks", encoded("chunked, identity"), 501},
        {"chunks twice", encoded("chunked, chunked"), 501},
        {"chunks twice, in two fields",
         post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"chunks and another, in two fields",
         post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
         400},
        {"nearly chunks", encoded("xchunked"), 501},
        {"quoted chunks", encoded("\"chunked\""), 501},
        {"chunks with a parameter", encoded("chunked;q=1"), 501},
        {"chunks behind a vertical tab",
         encoded("\x0B"
                 "chunked"),
         400},
        {"chunks in a folded field", encoded("\r\n chunked"), 400},
        {"chunks behind a space before the colon",
         post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
         400},
        {"chunks under HTTP/1.0",
         "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         501},
    });
}

TEST_F(Refusals, of_chunks) {
    const auto chunks = [this](const std::string& bytes) {
        return post + "Transfer-Encoding: chunked\r\n\r\n" + bytes;
    };
    check({
        {"a size that is no number", chunks("xyz\r\nabc\r\n0\r\n\r\n"), 400},
        {"a negative size", chunks("-1\r\na\r\n0\r\n\r\n"), 400},
        {"a size with a sign", chunks("+1\r\na\r\n0\r\n\r\n"), 400},
        {"a size with 0x", chunks("0x1\r\na\r\n0\r\n\r\n"), 400},
        {"a size beyond 64 bits", chunks("10000000000000001\r\na\r\n0\r\n\r\n"), 400},
        {"a size that ends with a line feed alone", chunks("1\na\r\n0\r\n\r\n"), 400},
        {"a chunk longer than its size", chunks("1\r\nab\r\n0\r\n\r\n"), 400},
        {"a chunk without its end", chunks("1\r\na0\r\n\r\n"), 400},
        {"chunks over the limit",
         chunks("3e9\r\n" + std::string(1'001, 'x') + "\r\n0\r\n\r\n"),
         413},
        {"many chunks over the limit",
         chunks([] {
             std::string many;
             for (int i = 0; i < 1'001; ++i) {
                 many += "1\r\nx\r\n";
             }
             return many + "0\r\n\r\n";
         }()),
         413},
        {"an extension without an end", chunks("1;a=" + std::string(9'000, 'x')), 400},
        {"a trailer without an end", chunks("0\r\nA: " + std::string(9'000, 'x')), 400},
    });
}

/// RFC 9112, 7.1.2: what comes after the body is not part of the head.
TEST(Requests, take_nothing_from_behind_the_body) {
    const Running server{[](const http::Request& message) {
        http::Response response = echo(message);
        response.body = message.header("Authorization");
        return response;
    }};
    Connection connection{server.port()};
    connection.send(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n"
    );
    EXPECT_EQ(connection.receive().body, "");
    connection.send(request("GET", "/still open"));
    EXPECT_NE(connection.receive().status, 0);
}

/// Beast's parser stopped the process at the last bytes of this, sent one by one.
TEST(Requests, come_byte_by_byte) {
    const http::RequestReader::BodyLimit limit = [](const http::Request&) { return 100U; };
    for (const std::string body :
         {"0\r\n\r\n", "1\r\na\r\n0\r\n\r\n", "1\r\na\r\n0\r\nA: b\r\n\r\n"}) {
        const std::string bytes =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
        http::RequestReader reader{{}, limit};
        std::string left;
        for (const char byte : bytes) {
            EXPECT_NE(reader.stage(), http::RequestReader::Stage::whole);
            left += byte;
            left.erase(0, reader.read(left));
        }
        EXPECT_EQ(reader.stage(), http::RequestReader::Stage::whole) << body;
        EXPECT_EQ(reader.request().body, body.starts_with('1') ? "a" : "");
    }
}

TEST(Requests, are_taken_as_other_servers_take_them) {
    const Running server;
    const std::vector<std::pair<std::string, std::string>> all{
        {"GET /a HTTP/1.1\r\nhOST: a\r\n\r\n", "GET /a "},
        {"GET /a HTTP/1.1\r\nHost:a\r\n\r\n", "GET /a "},
        {"GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/b "},
        {"GET /a HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", "GET /a "},
        {"POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
         "Chunked\r\n\r\n1;x=y\r\nb\r\n00\r\n\r\n",
         "POST /a b"},
        {"GET /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", "GET /a "},
        {"GET /a HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", "GET /a "},
        {"GET /a HTTP/1.1\r\nHost: a\r\nA: \xC3\xA9\r\n\r\n", "GET /a "},
    };
    for (const auto& [bytes, body] : all) {
        Connection connection{server.port()};
        connection.send(bytes);
        EXPECT_EQ(connection.receive().body, body) << bytes;
    }
}

/// HTTP/1.0 knows no 100 (RFC 9110, 10.1.1).
TEST(Requests, of_http_1_0_are_not_invited) {
    const Running server;
    Connection connection{server.port()};
    connection.send("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nb");
    EXPECT_EQ(connection.receive().body, "POST / b");
    EXPECT_TRUE(connection.closed_by_server());
}

}  // namespace
