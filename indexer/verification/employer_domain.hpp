#pragma once

#include <string>
#include <string_view>

/// Which domain is an employer's, and which addresses are at it.
namespace verification {

/// What of a host somebody registered (`example.on.ca` of `jobs.example.on.ca`), in lower case.
/// Empty for an ending under which anybody registers (`on.ca`, `github.io`), for an address of
/// numbers and for what is no host. By the public suffix list of publicsuffix.org.
std::string registrable_domain(std::string_view host);

/// The registrable domain at which a link shows an employer's own page; empty where its host
/// carries the postings of many employers, or gives addresses to anybody.
std::string employer_domain(std::string_view url);

/// Whether the mailbox is at this registrable domain or below it.
bool is_address_at(std::string_view email, std::string_view domain);

}  // namespace verification
