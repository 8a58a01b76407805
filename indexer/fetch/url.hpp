#pragma once

#include "matcher/domain/result.hpp"

#include <string>
#include <string_view>

namespace fetch {

/// The parts of an http or https URL that decide what may be done with it.
struct Url {
    std::string text;    ///< In its usual form, without a fragment.
    std::string scheme;  ///< `http` or `https`.
    std::string origin;  ///< `https://jobs.example:443`, always with the port.
    std::string target;  ///< Path and query: `/feed?page=2`.
};

/// Refuses other schemes, a user name or a password in it, and what is no URL.
domain::Result<Url> parse_url(std::string_view text);

/// Of a URL as it may stand in a log: without the query, which may carry a key.
std::string loggable(const Url& url);

/// The address of the next page in a `Link` header (RFC 8288): of its first link whose relation is
/// `next`, resolved against `base`; empty where there is none.
std::string next_page(std::string_view link_header, const Url& base);

}  // namespace fetch
