#include "indexer/fetch/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace fetch {
namespace {

struct Ipv4Block {
    std::uint32_t address;
    int prefix;
};

constexpr std::uint32_t ipv4(
    const std::uint32_t a, const std::uint32_t b, const std::uint32_t c, const std::uint32_t d
) {
    return a << 24U | b << 16U | c << 8U | d;
}

constexpr std::array not_public_ipv4{
    Ipv4Block{ipv4(0, 0, 0, 0), 8},        // this network
    Ipv4Block{ipv4(10, 0, 0, 0), 8},       // private
    Ipv4Block{ipv4(100, 64, 0, 0), 10},    // shared by customers of a carrier
    Ipv4Block{ipv4(127, 0, 0, 0), 8},      // this machine
    Ipv4Block{ipv4(169, 254, 0, 0), 16},   // link
    Ipv4Block{ipv4(172, 16, 0, 0), 12},    // private
    Ipv4Block{ipv4(192, 0, 0, 0), 24},     // protocol assignments
    Ipv4Block{ipv4(192, 0, 2, 0), 24},     // documentation
    Ipv4Block{ipv4(192, 88, 99, 0), 24},   // relays of 6to4
    Ipv4Block{ipv4(192, 168, 0, 0), 16},   // private
    Ipv4Block{ipv4(198, 18, 0, 0), 15},    // benchmarks
    Ipv4Block{ipv4(198, 51, 100, 0), 24},  // documentation
    Ipv4Block{ipv4(203, 0, 113, 0), 24},   // documentation
    Ipv4Block{ipv4(224, 0, 0, 0), 4},      // multicast
    Ipv4Block{ipv4(240, 0, 0, 0), 4},      // reserved, broadcast
};

bool is_public_ipv4(const std::uint32_t address) {
    return std::none_of(
        not_public_ipv4.begin(),
        not_public_ipv4.end(),
        [&](const Ipv4Block& block) {
            const auto shift = static_cast<unsigned>(32 - block.prefix);
            return address >> shift == block.address >> shift;
        }
    );
}

using Ipv6 = std::array<std::uint8_t, 16>;

std::uint32_t word(const Ipv6& address, const std::size_t at) {
    return ipv4(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

bool is_public_ipv6(const Ipv6& address) {
    const auto is_zero = [](const std::uint8_t byte) { return byte == 0; };
    const bool mapped = std::all_of(address.begin(), address.begin() + 10, is_zero) &&
                        address[10] == 0xFF && address[11] == 0xFF;
    const bool translated = word(address, 0) == 0x0064FF9B &&  // 64:ff9b::/96, NAT64
                            std::all_of(address.begin() + 4, address.begin() + 12, is_zero);
    if (mapped || translated) {
        return is_public_ipv4(word(address, 12));
    }
    const std::uint32_t first = word(address, 0);
    const bool global_unicast = first >> 29U == 1;                        // 2000::/3
    const bool assigned_to_protocols = first >> 9U == 0x20010000U >> 9U;  // 2001::/23, Teredo
    const bool documentation = first == 0x20010DB8U || first >> 12U == 0x3FFF0000U >> 12U;
    const bool six_to_four = first >> 16U == 0x2002U;
    return global_unicast && !assigned_to_protocols && !documentation && !six_to_four;
}

}  // namespace

// A sockaddr is read by copying: its family says which structure the bytes are.
bool is_public(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in known{};
        std::memcpy(&known, &address, sizeof known);
        return is_public_ipv4(ntohl(known.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 known{};
        std::memcpy(&known, &address, sizeof known);
        Ipv6 bytes{};
        std::memcpy(bytes.data(), &known.sin6_addr, bytes.size());
        return is_public_ipv6(bytes);
    }
    return false;
}

std::string to_string(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.sa_family == AF_INET) {
        sockaddr_in known{};
        std::memcpy(&known, &address, sizeof known);
        inet_ntop(AF_INET, &known.sin_addr, text.data(), text.size());
    } else if (address.sa_family == AF_INET6) {
        sockaddr_in6 known{};
        std::memcpy(&known, &address, sizeof known);
        inet_ntop(AF_INET6, &known.sin6_addr, text.data(), text.size());
    }
    return text.data();
}

}  // namespace fetch
