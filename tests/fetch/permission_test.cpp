// Where the fetcher may go at all: addresses, redirects, certificates, robots.txt, crawl delays.

#include "tests/fetch/fetching.hpp"

#include <gmock/gmock.h>

#include <atomic>

namespace {

using fetch::Addresses;
using fetch::Outcome;
using fetch::RobotsPolicy;
using namespace std::chrono_literals;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Permission : public Fetching {
protected:
    /// Fetches from a server whose robots.txt answers so.
    fetch::Fetched fetch_under(const int robots_status, const std::string& robots) {
        source.robots = RobotsPolicy::respect;
        server.emplace([=](const HttpRequest& request, HttpConnection& to) {
            if (request.target == "/robots.txt") {
                to.respond(robots_status, robots);
            } else {
                to.respond(200, "a feed");
            }
        });
        return fetch(server->url("/jobs/feed"));
    }

    std::optional<HttpServer> server;
};

HttpServer::Handler redirecting_to(const std::string& location) {
    return [=](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/start") {
            to.respond(302, "", {"Location: " + location});
        } else {
            to.respond(200, "a feed");
        }
    };
}

TEST_F(Permission, ends_at_private_addresses_whatever_they_are_called) {
    const HttpServer here{
        [](const HttpRequest&, HttpConnection& to) { to.respond(200, "inside"); }};
    source.addresses = Addresses::public_only;
    const std::string port = std::to_string(here.port());
    for (const auto* host :
         {"127.0.0.1",
          "localhost",
          "[::ffff:127.0.0.1]",
          "0x7f000001",
          "2130706433",
          "0.0.0.0",
          "127.1"}) {
        const auto fetched = fetch(std::string{"http://"} + host + ":" + port + "/");
        EXPECT_EQ(fetched.outcome, Outcome::refused) << host << ": " << fetched.reason;
        EXPECT_THAT(fetched.reason, HasSubstr("is not a public one")) << host;
    }
    EXPECT_THAT(here.requests(), IsEmpty());
}

TEST_F(Permission, for_private_addresses_ends_at_the_origin_of_the_source) {
    const HttpServer inside{
        [](const HttpRequest&, HttpConnection& to) { to.respond(200, "inside"); }};
    const std::string port = std::to_string(inside.port());
    for (const std::string& location :
         {inside.url("/"),
          "http://localhost:" + port + "/",
          "http://[::1]:" + port + "/",
          std::string{"http://10.0.0.1/"},
          std::string{"http://169.254.169.254/latest/"}}) {
        const HttpServer outside{redirecting_to(location)};
        const auto fetched = fetch(outside.url("/start"));
        EXPECT_EQ(fetched.outcome, Outcome::refused) << location;
        EXPECT_THAT(fetched.reason, HasSubstr("is not a public one")) << location;
    }
    EXPECT_THAT(inside.requests(), IsEmpty());
}

TEST_F(Permission, covers_redirects_within_the_origin_up_to_their_limit) {
    const HttpServer once{redirecting_to("/feed")};
    EXPECT_EQ(fetch(once.url("/start")).outcome, Outcome::changed);
    EXPECT_EQ(content(), "a feed");
    const HttpServer loop{redirecting_to("/start")};
    const auto fetched = fetch(loop.url("/start"));
    EXPECT_EQ(fetched.outcome, Outcome::refused);
    EXPECT_EQ(fetched.reason, "more than 5 redirects");
    EXPECT_THAT(loop.requests(), SizeIs(6));
}

TEST_F(Permission, covers_no_scheme_but_http_and_https) {
    const std::string secret = folder.write("secret", "do not read").string();
    for (const std::string& location :
         {"file://" + secret,
          std::string{"ftp://127.0.0.1/x"},
          std::string{"gopher://127.0.0.1/x"},
          std::string{"dict://127.0.0.1/x"},
          std::string{"http://user:pass@127.0.0.1/"}}) {
        const HttpServer outside{redirecting_to(location)};
        const auto fetched = fetch(outside.url("/start"));
        EXPECT_EQ(fetched.outcome, Outcome::refused) << location;
        EXPECT_THAT(fetched.reason, HasSubstr("redirected to what")) << location;
        EXPECT_THAT(fetched.reason, testing::Not(HasSubstr("pass@")));
        EXPECT_FALSE(std::filesystem::exists(file()));
    }
}

TEST_F(Permission, needs_a_certificate_that_holds) {
    using support::Validity;
    const auto feed = [](const HttpRequest&, HttpConnection& to) { to.respond(200, "a feed"); };
    const auto good = support::tls_identity("localhost");
    const auto expired = support::tls_identity("localhost", Validity::expired);
    const auto of_another = support::tls_identity("jobs.example");

    const HttpServer trusted{feed, good};
    EXPECT_THAT(
        fetch(trusted.url("/")).reason, HasSubstr("certificate")
    );  // Of no known authority.
    source.ca_file = folder.write("good.pem", good.certificate);
    const auto fetched = fetch(trusted.url("/"));
    EXPECT_EQ(fetched.outcome, Outcome::changed) << fetched.reason;
    EXPECT_EQ(content(), "a feed");

    struct Case {
        support::TlsIdentity identity;
        std::string why;
    };
    for (const auto& [identity, why] :
         {Case{expired, "expired"}, Case{of_another, "does not match"}}) {
        const HttpServer server_{feed, identity};
        source.ca_file = folder.write("ca.pem", identity.certificate);
        const auto refused = fetch(server_.url("/"));
        EXPECT_EQ(refused.outcome, Outcome::refused) << why;
        EXPECT_THAT(
            refused.reason, testing::AnyOf(HasSubstr(why), HasSubstr("no alternative certificate"))
        );
        EXPECT_THAT(server_.requests(), IsEmpty());
    }
    source.ca_file = folder.path() / "absent.pem";
    EXPECT_EQ(fetch(trusted.url("/")).outcome, Outcome::refused);
    EXPECT_THAT(notes, IsEmpty());  // None of this was tried twice.
}

TEST_F(Permission, ends_where_https_would_become_http) {
    const auto identity = support::tls_identity("localhost");
    source.ca_file = folder.write("ca.pem", identity.certificate);
    const HttpServer secure{redirecting_to("http://jobs.example/"), identity};
    const auto fetched = fetch(secure.url("/start"));
    EXPECT_EQ(fetched.outcome, Outcome::refused);
    EXPECT_EQ(fetched.reason, "redirected from https to http");
}

TEST_F(Permission, is_asked_of_robots_txt_once_a_day) {
    EXPECT_EQ(fetch_under(200, "User-agent: *\nDisallow: /private").outcome, Outcome::changed);
    EXPECT_EQ(fetch(server->url("/jobs/more")).outcome, Outcome::changed);
    ASSERT_THAT(server->requests(), SizeIs(3));
    EXPECT_EQ(server->requests()[0].target, "/robots.txt");
    EXPECT_EQ(server->requests()[1].target, "/jobs/feed");
    EXPECT_EQ(server->requests()[2].target, "/jobs/more");
}

TEST_F(Permission, ends_where_robots_txt_says_no) {
    const auto fetched = fetch_under(200, "User-agent: jobscout\nDisallow: /jobs/");
    EXPECT_EQ(fetched.outcome, Outcome::refused);
    EXPECT_THAT(fetched.reason, HasSubstr("robots.txt disallows"));
    ASSERT_THAT(server->requests(), SizeIs(1));
    EXPECT_EQ(server->requests()[0].target, "/robots.txt");
    // Another crawler is another matter, and the operator may know better.
    source.user_agent = "another";
    EXPECT_EQ(fetch(server->url("/jobs/feed")).outcome, Outcome::changed);
    source.user_agent = "jobscout";
    source.robots = RobotsPolicy::none;
    EXPECT_EQ(fetch(server->url("/jobs/feed")).outcome, Outcome::changed);
}

TEST_F(Permission, is_given_by_a_host_without_robots_txt) {
    for (const int status : {404, 403, 410, 401}) {
        EXPECT_EQ(fetch_under(status, "User-agent: *\nDisallow: /").outcome, Outcome::changed)
            << status;
    }
}

TEST_F(Permission, is_not_given_by_a_host_that_cannot_tell) {
    for (const int status : {500, 503, 429}) {
        const auto fetched = fetch_under(status, "");
        EXPECT_EQ(fetched.outcome, Outcome::failed) << status;
        EXPECT_THAT(fetched.reason, HasSubstr("robots.txt cannot be read"));
        EXPECT_THAT(server->requests(), SizeIs(3)) << status;
    }
}

TEST_F(Permission, of_robots_txt_is_read_through_redirects_and_asked_of_each_host) {
    source.robots = RobotsPolicy::respect;
    const HttpServer moved{[](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/robots.txt") {
            to.respond(301, "", {"Location: /rules"});
        } else if (request.target == "/rules") {
            to.respond(200, "User-agent: *\nDisallow: /feed");
        } else {
            to.respond(302, "", {"Location: /feed"});
        }
    }};
    const auto fetched = fetch(moved.url("/start"));
    EXPECT_EQ(fetched.outcome, Outcome::refused);
    EXPECT_THAT(fetched.reason, HasSubstr("robots.txt disallows"));
    EXPECT_THAT(fetched.reason, HasSubstr("/feed"));
    EXPECT_THAT(moved.requests(), SizeIs(3));
}

TEST_F(Permission, reads_no_more_of_robots_txt_than_it_has_to) {
    source.robots = RobotsPolicy::respect;
    const HttpServer endless{[](const HttpRequest& request, HttpConnection& to) {
        if (request.target != "/robots.txt") {
            to.respond(200, "a feed");
            return;
        }
        to.send("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n");
        while (to.send(std::string(1000, '#') + "\n")) {
        }
    }};
    EXPECT_EQ(fetch(endless.url("/private/feed")).outcome, Outcome::refused);
    EXPECT_EQ(fetch(endless.url("/feed")).outcome, Outcome::changed);
}

TEST_F(Permission, takes_turns_at_a_host_as_slowly_as_asked) {
    ASSERT_EQ(fetch_under(200, "User-agent: *\nCrawl-delay: 0.4").outcome, Outcome::changed);
    ASSERT_EQ(fetch(server->url("/jobs/2")).outcome, Outcome::changed);
    source.crawl_delay = 700ms;  // The longer of both holds.
    ASSERT_EQ(fetch(server->url("/jobs/3")).outcome, Outcome::changed);
    const auto requests = server->requests();
    ASSERT_THAT(requests, SizeIs(4));
    // The server notes a request some time after it was sent: later on a busy machine.
    EXPECT_GE(requests[1].at - requests[0].at, 300ms);
    EXPECT_GE(requests[2].at - requests[1].at, 300ms);
    EXPECT_GE(requests[3].at - requests[2].at, 600ms);
    EXPECT_LT(requests[3].at - requests[0].at, 5s);
}

TEST_F(Permission, of_another_host_waits_for_nobody) {
    ASSERT_EQ(fetch_under(404, "").outcome, Outcome::changed);
    source.crawl_delay = 5s;
    const HttpServer another{[](const HttpRequest&, HttpConnection& to) { to.respond(200, "x"); }};
    const auto start = std::chrono::steady_clock::now();
    source.robots = RobotsPolicy::none;
    EXPECT_EQ(fetch(another.url("/")).outcome, Outcome::changed);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
}

TEST_F(Permission, that_would_come_too_late_is_not_waited_for) {
    source.limits.time = 1s;
    const auto fetched = fetch_under(200, "User-agent: *\nCrawl-delay: 2");
    EXPECT_EQ(fetched.outcome, Outcome::failed);
    EXPECT_THAT(fetched.reason, HasSubstr("crawl delay is longer than the time limit"));
    EXPECT_THAT(server->requests(), SizeIs(1));
}

}  // namespace
