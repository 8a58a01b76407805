// Answers to whoever takes gzip, as they come over a real socket.

#include "services/http/problem.hpp"
#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

#include <random>
#include <zlib.h>

namespace {

using client::Answer;
using client::Connection;
using http_test::Running;

std::string inflated(std::string compressed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string text(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(stream.avail_in, 0U) << "nothing after its end";
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

/// Answers with the response.
Answer ask(
    const http::Response& response, const std::string& accepted, const std::string& method = "GET"
) {
    const Running server{[&](const http::Request&) { return response; }};
    Connection connection{server.port()};
    connection.send(method + " / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: " + accepted + "\r\n\r\n");
    return connection.receive(
        method == "HEAD" ? Connection::Body::absent : Connection::Body::expected
    );
}

http::Response text_of(const std::size_t bytes) {
    http::Response response;
    while (response.body.size() < bytes) {
        response.body += R"({"title": "Soudeur", "city": "Québec"}, )";
    }
    response.body.resize(bytes);
    return response;
}

TEST(Compression, is_for_text_that_is_long_and_whoever_takes_it) {
    const http::Response response = text_of(100'000);
    for (const std::string accepted : {"gzip", "br, gzip;q=0.5", "deflate, GZIP"}) {
        const Answer answer = ask(response, accepted);
        EXPECT_EQ(answer.header("Content-Encoding"), "gzip") << accepted;
        EXPECT_EQ(answer.header("Vary"), "Accept-Encoding");
        EXPECT_LT(answer.body.size(), response.body.size() / 20);
        EXPECT_EQ(inflated(answer.body), response.body);
    }
    for (const std::string accepted : {"", "identity", "br", "gzip;q=0", "gzip;q=0.000"}) {
        const Answer answer = ask(response, accepted);
        EXPECT_EQ(answer.header("Content-Encoding"), "") << accepted;
        EXPECT_EQ(answer.header("Vary"), "Accept-Encoding") << "a cache has to know";
        EXPECT_EQ(answer.body, response.body);
    }
    EXPECT_EQ(ask(text_of(1023), "gzip").header("Content-Encoding"), "");
    EXPECT_EQ(ask(text_of(1024), "gzip").header("Content-Encoding"), "gzip");
}

TEST(Compression, brings_any_bytes_back) {
    std::mt19937 random{20261129};
    http::Response response;
    for (int count = 0; count < 300'000; ++count) {
        response.body += static_cast<char>(random());
    }
    EXPECT_EQ(inflated(ask(response, "gzip").body), response.body);
}

TEST(Compression, tells_of_a_head_what_a_get_would_be) {
    const http::Response response = text_of(50'000);
    EXPECT_EQ(
        ask(response, "gzip", "HEAD").header("Content-Length"),
        std::to_string(ask(response, "gzip").body.size())
    );
}

TEST(Compression, leaves_a_problem_to_be_told_its_trace) {
    const Answer answer = ask(http::problem(422, std::string(60'000, 'x')), "gzip");
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.header("Content-Encoding"), "");
    EXPECT_NE(answer.body.find("trace_id"), std::string::npos);
}

TEST(Compression, leaves_alone_what_is_named_by_its_bytes_or_stands_beside_a_secret) {
    for (const http::Headers::value_type& header :
         {http::Headers::value_type{"ETag", "\"1\""},
          {"Set-Cookie", "a=b"},
          {"Content-Encoding", "br"}}) {
        http::Response response = text_of(50'000);
        response.headers.push_back(header);
        EXPECT_EQ(ask(response, "gzip").body, response.body) << header.first;
    }
    http::Response picture = text_of(50'000);
    picture.content_type = "application/pdf";
    EXPECT_EQ(ask(picture, "gzip").body, picture.body);
}

}  // namespace
