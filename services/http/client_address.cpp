#include "services/http/client_address.hpp"

#include "matcher/domain/ascii.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace http {
namespace {

constexpr std::array<std::uint8_t, 12> ipv4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned all_bits = 128;
constexpr unsigned ipv4_bits = 32;

/// What stands between the separators, none of which counts within quotes.
std::vector<std::string_view> split(const std::string_view text, const char separator) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        quoted = quoted != (text[i] == '"');
        if (text[i] == separator && !quoted) {
            parts.push_back(
                domain::ascii::trimmed(text.substr(start, i - start), optional_white_space)
            );
            start = i + 1;
        }
    }
    parts.push_back(domain::ascii::trimmed(text.substr(start), optional_white_space));
    return parts;
}

/// An address as proxies write it: with quotes, brackets and a port, or without.
std::optional<Address> parse_node(std::string_view node) {
    if (node.size() >= 2 && node.front() == '"' && node.back() == '"') {
        node = node.substr(1, node.size() - 2);
    }
    if (node.starts_with('[')) {
        return Address::parse(std::string{node.substr(1, node.find(']') - 1)});
    }
    const bool with_port = std::count(node.begin(), node.end(), ':') == 1;
    return Address::parse(std::string{with_port ? node.substr(0, node.find(':')) : node});
}

/// What one proxy said of the one before it.
struct Hop {
    std::string_view from;
    std::string_view protocol;
};

/// Every value of the header, the fields of one name being one list (RFC 9110, 5.3).
std::vector<std::string_view> list(const Headers& headers, const std::string_view name) {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : headers) {
        if (equal_ignoring_case(key, name)) {
            const auto parts = split(value, ',');
            values.insert(values.end(), parts.begin(), parts.end());
        }
    }
    return values;
}

std::vector<Hop> hops_of_forwarded(const Headers& headers) {
    std::vector<Hop> hops;
    for (const std::string_view element : list(headers, "Forwarded")) {
        Hop hop;
        for (const std::string_view pair : split(element, ';')) {
            const std::string_view name = pair.substr(0, pair.find('='));
            const std::string_view value =
                pair.size() == name.size() ? "" : pair.substr(name.size() + 1);
            if (equal_ignoring_case(name, "for")) {
                hop.from = value;
            } else if (equal_ignoring_case(name, "proto")) {
                hop.protocol = value;
            }
        }
        hops.push_back(hop);
    }
    return hops;
}

/// One list of addresses and one of protocols; where they differ in length, the protocols told last
/// are of the addresses told last.
std::vector<Hop> hops_of_x_forwarded(const Headers& headers) {
    const auto addresses = list(headers, "X-Forwarded-For");
    const auto protocols = list(headers, "X-Forwarded-Proto");
    std::vector<Hop> hops(addresses.size());
    for (std::size_t back = 1; back <= addresses.size(); ++back) {
        Hop& hop = hops[addresses.size() - back];
        hop.from = addresses[addresses.size() - back];
        if (back <= protocols.size()) {
            hop.protocol = protocols[protocols.size() - back];
        }
    }
    return hops;
}

}  // namespace

std::optional<Address> Address::parse(const std::string& text) {
    Address address;
    if (::inet_pton(AF_INET6, text.c_str(), address.bytes.data()) == 1) {
        return address;
    }
    std::copy(ipv4_prefix.begin(), ipv4_prefix.end(), address.bytes.begin());
    if (::inet_pton(AF_INET, text.c_str(), address.bytes.data() + ipv4_prefix.size()) == 1) {
        return address;
    }
    return std::nullopt;
}

bool Address::is_ipv4() const {
    return std::equal(ipv4_prefix.begin(), ipv4_prefix.end(), bytes.begin());
}

std::string Address::to_string() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool ipv4 = is_ipv4();
    const std::uint8_t* const first = bytes.data() + (ipv4 ? ipv4_prefix.size() : 0);
    ::inet_ntop(ipv4 ? AF_INET : AF_INET6, first, text.data(), text.size());
    return text.data();
}

bool is_loopback(const std::string& address) {
    static const TrustedProxies loopback = TrustedProxies::parse({"127.0.0.0/8", "::1"}).value();
    const auto read = Address::parse(address);
    return read && loopback.contains(*read);
}

std::string caller_of(const std::string& address) {
    auto read = Address::parse(address);
    if (!read || read->is_ipv4()) {
        return address;
    }
    constexpr std::size_t network_bytes = 8;
    std::fill(read->bytes.begin() + network_bytes, read->bytes.end(), std::uint8_t{0});
    return read->to_string();
}

domain::Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& networks) {
    TrustedProxies proxies;
    for (const std::string& text : networks) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        const auto address = Address::parse(text.substr(0, slash));
        const bool ipv4 = text.find(':') == text.npos;
        const unsigned longest = ipv4 ? ipv4_bits : all_bits;
        unsigned length = longest;
        const char* const end = text.data() + text.size();
        if (slash != text.size()) {
            const auto read = std::from_chars(text.data() + slash + 1, end, length);
            length = read.ec == std::errc{} && read.ptr == end ? length : longest + 1;
        }
        if (!address || length > longest) {
            return domain::invalid(
                "", "'" + text + "' is not an address or a network, such as 10.0.0.0/8"
            );
        }
        proxies.networks_.push_back({*address, length + all_bits - longest});
    }
    return proxies;
}

bool TrustedProxies::contains(const Address& address) const {
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        for (unsigned bit = 0; bit < network.bits; ++bit) {
            const unsigned shift = 7 - bit % 8;
            const auto different =
                static_cast<unsigned>(network.address.bytes[bit / 8] ^ address.bytes[bit / 8]);
            if (((different >> shift) & 1U) != 0) {
                return false;
            }
        }
        return true;
    });
}

Client client_of(
    const Client& direct,
    const Headers& headers,
    const TrustedProxies& proxies,
    const ForwardedHeader header
) {
    Client client = direct;
    auto nearest = Address::parse(client.address);
    if (!nearest || !proxies.contains(*nearest)) {
        return client;
    }
    const std::vector<Hop> hops = header == ForwardedHeader::forwarded
                                      ? hops_of_forwarded(headers)
                                      : hops_of_x_forwarded(headers);
    for (auto hop = hops.rbegin(); hop != hops.rend() && proxies.contains(*nearest); ++hop) {
        if (!hop->protocol.empty()) {
            client.secure = equal_ignoring_case(hop->protocol, "https");
        }
        const auto from = parse_node(hop->from);
        if (!from) {
            break;
        }
        nearest = from;
        client.address = from->to_string();
    }
    return client;
}

}  // namespace http
