#pragma once

#include "matcher/domain/result.hpp"
#include "services/http/message.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Whose request it is, behind proxies.
namespace http {

/// An address of IPv4 or IPv6; one of IPv4 that is written as IPv6 (::ffff:192.0.2.1) is the same.
struct Address {
    std::array<std::uint8_t, 16> bytes{};

    /// In numbers alone, without port or brackets; nothing where it is none.
    static std::optional<Address> parse(const std::string& text);
    bool is_ipv4() const;
    std::string to_string() const;
    bool operator==(const Address&) const = default;
};

/// Whether the address, in numbers, is one that only this machine can reach.
bool is_loopback(const std::string& address);

/// What counts as one caller, by its address in numbers: all of one of IPv4, and the first 64 bits
/// of one of IPv6, of which anybody has as many as they like.
std::string caller_of(const std::string& address);

/// The networks of the proxies whose word counts.
class TrustedProxies {
public:
    /// Trusts nobody.
    TrustedProxies() = default;

    /// `10.0.0.0/8`, `2001:db8::/32`; an address alone is a network of one. The error has no field.
    static domain::Result<TrustedProxies> parse(const std::vector<std::string>& networks);

    bool contains(const Address& address) const;

private:
    struct Network {
        Address address;
        unsigned bits;  ///< Of the 128.
    };
    std::vector<Network> networks_;
};

/// Which header the proxies in front write. Only one of the two counts: the other would come
/// through them from the caller as it is.
enum class ForwardedHeader : std::uint8_t {
    x_forwarded,  ///< X-Forwarded-For and X-Forwarded-Proto.
    forwarded,    ///< Forwarded (RFC 7239).
};

struct Client {
    std::string address;  ///< In numbers.
    bool secure = false;  ///< Its request came over TLS as far as the trusted proxies go.
};

/// The last address of the chain that is not a trusted proxy's, which is the last one that nobody
/// can invent; `direct` where it is no trusted proxy itself. Where a proxy names no address
/// (`unknown`, `_hidden`) the proxy is as far as one can see.
Client client_of(
    const Client& direct,
    const Headers& headers,
    const TrustedProxies& proxies,
    ForwardedHeader header
);

}  // namespace http
