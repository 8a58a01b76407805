#include "indexer/fetch/address.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>
#include <string>

namespace {

sockaddr_storage address(const std::string& text) {
    sockaddr_storage storage{};
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        std::memcpy(&storage, &v4, sizeof v4);
    } else if (inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        std::memcpy(&storage, &v6, sizeof v6);
    } else {
        ADD_FAILURE() << text;
    }
    return storage;
}

bool is_public(const std::string& text) {
    const sockaddr_storage storage = address(text);
    const auto& generic = reinterpret_cast<const sockaddr&>(storage);
    EXPECT_FALSE(fetch::to_string(generic).empty());
    return fetch::is_public(generic);
}

TEST(Address, is_public_on_the_internet_only) {
    for (const auto* text :
         {"1.1.1.1",
          "9.255.255.255",
          "11.0.0.0",
          "100.63.255.255",
          "100.128.0.0",
          "126.255.255.255",
          "128.0.0.0",
          "169.253.255.255",
          "172.15.255.255",
          "172.32.0.0",
          "192.167.255.255",
          "192.169.0.0",
          "198.17.255.255",
          "198.20.0.0",
          "223.255.255.255",
          "2606:4700::1111",
          "2a00:1450::1",
          "::ffff:1.1.1.1",
          "64:ff9b::1.1.1.1"}) {
        EXPECT_TRUE(is_public(text)) << text;
    }
    for (const auto* text :
         {"0.0.0.0",
          "10.0.0.0",
          "10.255.255.255",
          "100.64.0.0",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.255",
          "169.254.169.254",
          "172.16.0.0",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.2.1",
          "192.168.0.1",
          "198.18.0.0",
          "198.19.255.255",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::127.0.0.1",
          "::ffff:127.0.0.1",
          "::ffff:10.0.0.1",
          "64:ff9b::10.0.0.1",
          "64:ff9b:1::1",
          "fc00::1",
          "fdff::1",
          "fe80::1",
          "febf::1",
          "fec0::1",
          "ff02::1",
          "2001::1",
          "2001:db8::1",
          "2002:0a00:0001::1",
          "3fff::1",
          "4000::1"}) {
        EXPECT_FALSE(is_public(text)) << text;
    }
}

TEST(Address, of_another_family_is_not_public) {
    sockaddr unix_socket{};
    unix_socket.sa_family = AF_UNIX;
    EXPECT_FALSE(fetch::is_public(unix_socket));
}

}  // namespace
