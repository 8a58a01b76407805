#include "services/http/client_address.hpp"

#include "tests/http/client.hpp"
#include "tests/http/running.hpp"

#include <gtest/gtest.h>

namespace {

using http::ForwardedHeader;
using http::Headers;
using http::TrustedProxies;

struct Case {
    std::string name;
    std::string peer;
    Headers headers;
    std::string client;
    bool secure = false;
};

void check(const ForwardedHeader header, const std::vector<Case>& all) {
    const auto proxies = TrustedProxies::parse({"10.0.0.0/8", "2001:db8:1::/48"}).value();
    for (const Case& one : all) {
        const auto client = http::client_of({one.peer, false}, one.headers, proxies, header);
        EXPECT_EQ(client.address, one.client) << one.name;
        EXPECT_EQ(client.secure, one.secure) << one.name;
    }
}

TEST(ClientAddress, is_the_last_one_that_nobody_can_invent) {
    const std::string list = "X-Forwarded-For";
    const std::string proto = "X-Forwarded-Proto";
    check(
        ForwardedHeader::x_forwarded,
        {
            {"a stranger's word", "192.0.2.9", {{list, "10.0.0.1"}, {proto, "https"}}, "192.0.2.9"},
            {"a proxy that says nothing", "10.0.0.1", {}, "10.0.0.1"},
            {"one proxy", "10.0.0.1", {{list, "192.0.2.1"}}, "192.0.2.1"},
            {"a forged beginning", "10.0.0.1", {{list, "198.51.100.7, 192.0.2.1"}}, "192.0.2.1"},
            {"a forged proxy", "10.0.0.1", {{list, "10.0.0.9, 192.0.2.1"}}, "192.0.2.1"},
            {"two proxies", "10.0.0.1", {{list, "6.6.6.6, 192.0.2.1,10.0.0.2"}}, "192.0.2.1"},
            {"two fields", "10.0.0.1", {{list, "192.0.2.1"}, {list, "10.0.0.2"}}, "192.0.2.1"},
            {"proxies alone", "10.0.0.1", {{list, "10.0.0.3, 10.0.0.2"}}, "10.0.0.3"},
            {"no address", "10.0.0.1", {{list, "192.0.2.1, unknown"}}, "10.0.0.1"},
            {"nothing", "10.0.0.1", {{list, "192.0.2.1,"}}, "10.0.0.1"},
            {"a port", "10.0.0.1", {{list, "192.0.2.1:4711"}}, "192.0.2.1"},
            {"IPv6", "10.0.0.1", {{list, "2001:DB8:2::0001"}}, "2001:db8:2::1"},
            {"a proxy of IPv6", "2001:db8:1::5", {{list, "192.0.2.1"}}, "192.0.2.1"},
            {"IPv4 as IPv6", "::ffff:10.0.0.1", {{list, "::ffff:192.0.2.1"}}, "192.0.2.1"},
            {"TLS at the proxy",
             "10.0.0.1",
             {{list, "192.0.2.1"}, {proto, "https"}},
             "192.0.2.1",
             true},
            {"TLS forged by the caller",
             "10.0.0.1",
             {{list, "192.0.2.1"}, {proto, "https, http"}},
             "192.0.2.1"},
            {"the other header", "10.0.0.1", {{"Forwarded", "for=192.0.2.1"}}, "10.0.0.1"},
        }
    );
}

TEST(ClientAddress, is_read_from_forwarded_where_proxies_write_that) {
    const std::string name = "Forwarded";
    check(
        ForwardedHeader::forwarded,
        {
            {"one proxy", "10.0.0.1", {{name, "for=192.0.2.1;proto=https"}}, "192.0.2.1", true},
            {"in other words",
             "10.0.0.1",
             {{name, "Proto=HTTP ; For=\"192.0.2.1:80\";by=10.0.0.1"}},
             "192.0.2.1"},
            {"IPv6", "10.0.0.1", {{name, "for=\"[2001:db8:2::1]:4711\""}}, "2001:db8:2::1"},
            {"two proxies",
             "10.0.0.1",
             {{name, "for=6.6.6.6, for=192.0.2.1, for=10.0.0.2"}},
             "192.0.2.1"},
            {"hidden", "10.0.0.1", {{name, "for=192.0.2.1, for=_hidden"}}, "10.0.0.1"},
            {"a comma in quotes", "10.0.0.1", {{name, "for=\"192.0.2.1, 10.0.0.2\""}}, "10.0.0.1"},
            {"not closed", "10.0.0.1", {{name, "for=\"192.0.2.1"}}, "10.0.0.1"},
            {"the other header", "10.0.0.1", {{"X-Forwarded-For", "192.0.2.1"}}, "10.0.0.1"},
        }
    );
}

TEST(ClientAddress, trusts_networks_that_can_be_read) {
    for (const char* text :
         {"",
          "10.0.0.0/33",
          "10.0.0.0/",
          "10.0.0.0/8x",
          "10.0.0/8",
          "::/129",
          "proxy",
          "10.0.0.1/-1"}) {
        EXPECT_FALSE(TrustedProxies::parse({text})) << text;
    }
    const auto odd = TrustedProxies::parse({"192.0.2.128/25", "198.51.100.7"}).value();
    const auto contains = [&odd](const char* text) {
        return odd.contains(http::Address::parse(text).value());
    };
    EXPECT_TRUE(contains("192.0.2.128"));
    EXPECT_TRUE(contains("192.0.2.255"));
    EXPECT_FALSE(contains("192.0.2.127"));
    EXPECT_TRUE(contains("198.51.100.7"));
    EXPECT_FALSE(contains("198.51.100.6"));
    EXPECT_FALSE(TrustedProxies{}.contains(http::Address{}));
}

TEST(ClientAddress, counts_a_network_of_ipv6_as_one_caller) {
    EXPECT_EQ(http::caller_of("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(http::caller_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    EXPECT_EQ(http::caller_of("2001:db8:1:2::"), http::caller_of("2001:db8:1:2:ffff::1"));
    EXPECT_NE(http::caller_of("2001:db8:1:3::"), http::caller_of("2001:db8:1:2::"));
    EXPECT_EQ(http::caller_of("no address"), "no address");
}

/// Over the socket: what a stranger says counts for nothing, unless strangers are trusted.
TEST(ClientAddress, is_not_taken_from_strangers) {
    const auto tell = [](const http::Request& message) {
        http::Response response = http_test::echo(message);
        response.body = message.peer + (message.secure ? " secure" : "");
        return response;
    };
    const std::vector<std::pair<std::string, std::string>> forged{
        {"X-Forwarded-For", "192.0.2.1"}, {"X-Forwarded-Proto", "https"}};
    http::ServerOptions options;
    const http_test::Running direct{tell, options};
    EXPECT_EQ(client::ask(direct.port(), "GET", "/", "", forged).body, "127.0.0.1");
    options.trusted_proxies = TrustedProxies::parse({"127.0.0.1"}).value();
    const http_test::Running behind{tell, options};
    EXPECT_EQ(client::ask(behind.port(), "GET", "/", "", forged).body, "192.0.2.1 secure");
}

}  // namespace
