// What the fetcher makes of every kind of answer, from a real server on loopback.

#include "sql/store/sha256.hpp"
#include "tests/fetch/compressed.hpp"
#include "tests/fetch/fetching.hpp"

#include <gmock/gmock.h>

#include <atomic>

namespace {

using fetch::Outcome;
using namespace std::chrono_literals;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A server that says the same to everyone.
HttpServer::Handler saying(
    const int status, const std::string& body, const std::vector<std::string>& headers = {}
) {
    return [=](const HttpRequest&, HttpConnection& to) { to.respond(status, body, headers); };
}

TEST_F(Fetching, keeps_the_body_and_what_to_ask_with_next_time) {
    const HttpServer server{
        saying(200, "a feed", {"ETag: \"v1\"", "Last-Modified: Mon, 16 Nov 2026 08:00:00 GMT"})};
    const auto fetched = fetch(server.url("/feed?key=1"));
    EXPECT_EQ(fetched.outcome, Outcome::changed) << fetched.reason;
    EXPECT_EQ(fetched.status, 200);
    EXPECT_EQ(fetched.known.etag, "\"v1\"");
    EXPECT_EQ(fetched.known.last_modified, "Mon, 16 Nov 2026 08:00:00 GMT");
    EXPECT_EQ(fetched.known.bytes, 6);
    EXPECT_EQ(fetched.known.sha256, store::sha256("a feed"));
    EXPECT_EQ(content(), "a feed");
    ASSERT_THAT(server.requests(), SizeIs(1));
    const HttpRequest request = server.requests().front();
    EXPECT_EQ(request.target, "/feed?key=1");
    EXPECT_EQ(request.header("User-Agent"), "jobscout/1.0");
    EXPECT_EQ(request.header("Accept-Encoding"), "gzip, br");
    EXPECT_THAT(request.header("If-None-Match"), IsEmpty());
    EXPECT_THAT(request.header("Authorization"), IsEmpty());
}

TEST_F(Fetching, asks_only_for_what_has_changed) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        if (request.header("If-None-Match") == "\"v1\"" &&
            request.header("If-Modified-Since") == "Mon, 16 Nov 2026 08:00:00 GMT") {
            to.respond(304, "", {"ETag: \"v1\""});
        } else {
            to.respond(
                200, "a feed", {"ETag: \"v1\"", "Last-Modified: Mon, 16 Nov 2026 08:00:00 GMT"}
            );
        }
    }};
    const auto first = fetch(server.url("/"));
    const auto second = fetch(server.url("/"), first.known);
    EXPECT_EQ(second.outcome, Outcome::unchanged) << second.reason;
    EXPECT_EQ(second.status, 304);
    EXPECT_EQ(second.known.etag, "\"v1\"");
    EXPECT_EQ(content(), "a feed");
    // What is not there any more is asked for as a whole.
    std::filesystem::remove(file());
    EXPECT_EQ(fetch(server.url("/"), first.known).outcome, Outcome::changed);
    EXPECT_EQ(content(), "a feed");
}

TEST_F(Fetching, knows_the_same_bytes_of_a_server_that_tells_no_versions) {
    std::atomic<int> count = 0;
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        to.respond(200, ++count < 3 ? "the same" : "another");
    }};
    const auto first = fetch(server.url("/"));
    EXPECT_EQ(first.outcome, Outcome::changed);
    EXPECT_EQ(fetch(server.url("/"), first.known).outcome, Outcome::unchanged);
    EXPECT_EQ(fetch(server.url("/"), first.known).outcome, Outcome::changed);
    EXPECT_EQ(content(), "another");
}

TEST_F(Fetching, refuses_a_304_that_answers_no_condition) {
    const HttpServer server{saying(304, "")};
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::refused);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Fetching, leaves_the_last_file_when_the_page_is_gone) {
    folder.write("state/feed", "last time");
    for (const int status : {404, 410}) {
        const HttpServer server{saying(status, "no longer advertised")};
        const auto fetched = fetch(server.url("/job?id=7"));
        EXPECT_EQ(fetched.outcome, Outcome::gone);
        EXPECT_EQ(fetched.status, status);
        EXPECT_THAT(fetched.reason, HasSubstr("/job?*** answered " + std::to_string(status)));
        EXPECT_THAT(server.requests(), SizeIs(1));
    }
    EXPECT_EQ(content(), "last time");
}

TEST_F(Fetching, does_not_try_again_what_was_refused) {
    for (const int status : {400, 401, 403, 204, 206}) {
        const HttpServer server{saying(status, "")};
        const auto fetched = fetch(server.url("/"));
        EXPECT_EQ(fetched.outcome, Outcome::refused) << status;
        EXPECT_THAT(server.requests(), SizeIs(1)) << status;
    }
}

TEST_F(Fetching, tries_again_after_503) {
    std::atomic<int> count = 0;
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        ++count < 3 ? to.respond(503, "busy") : to.respond(200, "a feed");
    }};
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::changed);
    EXPECT_THAT(server.requests(), SizeIs(3));
    ASSERT_THAT(notes, SizeIs(2));
    EXPECT_THAT(notes.front(), HasSubstr("answered 503; trying again in 0.0 s"));
}

TEST_F(Fetching, gives_up_after_its_tries) {
    const HttpServer server{saying(500, "")};
    const auto fetched = fetch(server.url("/"));
    EXPECT_EQ(fetched.outcome, Outcome::failed);
    EXPECT_EQ(fetched.status, 500);
    EXPECT_THAT(server.requests(), SizeIs(3));
}

TEST_F(Fetching, waits_as_long_as_a_429_asks) {
    std::atomic<int> count = 0;
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        ++count == 1 ? to.respond(429, "", {"Retry-After: 1"}) : to.respond(200, "a feed");
    }};
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::changed);
    const auto requests = server.requests();
    ASSERT_THAT(requests, SizeIs(2));
    EXPECT_GE(requests[1].at - requests[0].at, 990ms);
}

TEST_F(Fetching, leaves_a_server_that_asks_for_a_long_pause) {
    const HttpServer server{saying(429, "", {"Retry-After: 3600"})};
    const auto fetched = fetch(server.url("/"));
    EXPECT_EQ(fetched.outcome, Outcome::failed);
    EXPECT_EQ(fetched.retry_after, 3600s);
    EXPECT_THAT(server.requests(), SizeIs(1));
}

TEST_F(Fetching, tries_again_where_nobody_listens) {
    std::string url;
    { url = HttpServer{saying(200, "")}.url("/"); }
    const auto fetched = fetch(url);
    EXPECT_EQ(fetched.outcome, Outcome::failed);
    EXPECT_EQ(fetched.status, 0);
    EXPECT_THAT(fetched.reason, HasSubstr("connect"));
    EXPECT_THAT(notes, SizeIs(2));
}

TEST_F(Fetching, ends_an_answer_that_drips) {
    const HttpServer server{[](const HttpRequest&, HttpConnection& to) {
        to.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        while (to.wait(100ms) && to.send("x")) {
        }
    }};
    source.limits.time = 2s;
    const auto start = std::chrono::steady_clock::now();
    const auto fetched = fetch(server.url("/"));
    EXPECT_EQ(fetched.outcome, Outcome::failed);
    EXPECT_THAT(fetched.reason, HasSubstr("timed out"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 4s);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Fetching, tries_again_an_answer_that_stalls) {
    std::atomic<int> count = 0;
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        if (++count == 1) {
            to.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            to.wait(10s);
        } else {
            to.respond(200, "a feed");
        }
    }};
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::changed);
    EXPECT_EQ(content(), "a feed");
}

TEST_F(Fetching, refuses_a_body_beyond_its_limit) {
    folder.write("state/feed", "last time");
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        const std::string piece(65536, 'x');
        if (request.target == "/told") {
            to.send("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n");
        } else {
            to.send("HTTP/1.1 200 OK\r\n\r\n");
        }
        while (to.send(piece)) {
        }
    }};
    for (const auto* target : {"/endless", "/told"}) {
        const auto fetched = fetch(server.url(target));
        EXPECT_EQ(fetched.outcome, Outcome::refused);
        EXPECT_THAT(fetched.reason, HasSubstr("larger than the limit of 1000000 bytes"));
    }
    EXPECT_THAT(server.requests(), SizeIs(2));
    EXPECT_EQ(content(), "last time");
    EXPECT_FALSE(std::filesystem::exists(file().string() + ".part"));
}

TEST_F(Fetching, decodes_gzip_and_brotli_within_the_same_limit) {
    const std::string bomb = gzipped(std::string(50'000'000, ' '));
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/gzip") {
            to.respond(200, gzipped("a feed"), {"Content-Encoding: gzip"});
        } else if (request.target == "/brotli") {
            to.respond(200, brotlied("a feed"), {"Content-Encoding: br"});
        } else if (request.target == "/bomb") {
            to.respond(200, bomb, {"Content-Encoding: gzip"});
        } else {
            to.respond(200, "?", {"Content-Encoding: zstd"});
        }
    }};
    for (const auto* target : {"/gzip", "/brotli"}) {
        const auto fetched = fetch(server.url(target));
        EXPECT_EQ(fetched.outcome, Outcome::changed) << fetched.reason;
        EXPECT_EQ(fetched.known.bytes, 6);
        EXPECT_EQ(content(), "a feed");
    }
    ASSERT_LT(bomb.size(), 100'000U);
    const auto bombed = fetch(server.url("/bomb"));
    EXPECT_EQ(bombed.outcome, Outcome::refused);
    EXPECT_THAT(bombed.reason, HasSubstr("larger than the limit"));
    const auto unknown = fetch(server.url("/zstd"));
    EXPECT_EQ(unknown.outcome, Outcome::refused);
    EXPECT_THAT(unknown.reason, HasSubstr("'zstd' was not asked for"));
    EXPECT_EQ(content(), "a feed");
}

TEST_F(Fetching, keeps_a_gzip_file_as_it_is) {
    const HttpServer server{saying(200, gzipped("a feed"), {"Content-Type: application/gzip"})};
    EXPECT_EQ(fetch(server.url("/feed.gz")).outcome, Outcome::changed);
    EXPECT_EQ(content(), gzipped("a feed"));
}

TEST_F(Fetching, takes_a_chunked_body) {
    const HttpServer server{[](const HttpRequest&, HttpConnection& to) {
        to.send(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            "2\r\na \r\n4\r\nfeed\r\n0\r\n\r\n"
        );
    }};
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::changed);
    EXPECT_EQ(content(), "a feed");
}

TEST_F(Fetching, keeps_the_last_file_when_a_body_is_cut_short) {
    folder.write("state/feed", "last time");
    const std::string packed = gzipped(std::string(1000, 'x') + "end");
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/length") {
            to.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
        } else if (request.target == "/chunked") {
            to.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n");
        } else if (request.target == "/gzip") {
            to.respond(200, packed.substr(0, packed.size() - 4), {"Content-Encoding: gzip"});
        } else {
            to.respond(200, "no gzip", {"Content-Encoding: gzip"});
        }
    }};
    for (const auto* target : {"/length", "/chunked", "/gzip", "/damaged"}) {
        const auto fetched = fetch(server.url(target));
        EXPECT_EQ(fetched.outcome, Outcome::failed) << target;
        EXPECT_THAT(fetched.reason, testing::Not(IsEmpty()));
    }
    EXPECT_THAT(server.requests(), SizeIs(12));
    EXPECT_EQ(content(), "last time");
    EXPECT_FALSE(std::filesystem::exists(file().string() + ".part"));
}

TEST_F(Fetching, sends_what_the_key_file_says_and_logs_none_of_it) {
    source.authorization_file = folder.write("key", "Bearer fictional-secret\n");
    const HttpServer elsewhere{saying(200, "")};
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/moved") {
            to.respond(302, "", {"Location: /feed"});
        } else {
            to.respond(
                request.header("Authorization") == "Bearer fictional-secret" ? 200 : 503, ""
            );
        }
    }};
    EXPECT_EQ(fetch(server.url("/feed")).outcome, Outcome::changed);
    EXPECT_EQ(fetch(server.url("/moved")).outcome, Outcome::changed);
    source.authorization_file = folder.write("key", "Bearer another-secret\n");
    const auto refused = fetch(server.url("/feed?token=third-secret"));
    EXPECT_EQ(refused.outcome, Outcome::failed);
    for (const std::string& text : {refused.reason, notes.at(0), notes.at(1)}) {
        EXPECT_THAT(text, testing::Not(HasSubstr("secret")));
    }
    source.authorization_file = folder.path() / "absent";
    EXPECT_THROW(fetch(server.url("/feed")), std::runtime_error);
}

TEST_F(Fetching, stops_when_told_to) {
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        to.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        stop.request_stop();
        to.wait(10s);
    }};
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(fetch(server.url("/")).outcome, Outcome::stopped);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Fetching, tells_the_next_page) {
    const HttpServer server{saying(200, "a feed", {"Link: </feed?page=2>; rel=\"next\""})};
    EXPECT_EQ(fetch(server.url("/feed")).known.next_page, server.url("/feed?page=2"));
}

TEST_F(Fetching, says_so_when_the_disk_refuses) {
    const HttpServer server{saying(200, "a feed")};
    folder.write("state", "a file where the folder should be");
    EXPECT_THROW(fetch(server.url("/")), std::system_error);
}

}  // namespace
