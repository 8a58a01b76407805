#pragma once

#include "matcher/domain/result.hpp"

#include <string>
#include <string_view>

namespace auth {

/// An e-mail address, in lower case: one account, however it is typed. A dot-atom at a domain name
/// with a dot in it, in ASCII: neither quoted nor commented forms (RFC 5321, 4.1.2), so that
/// nothing in it can be anything else in a header or a command. Refuses all others, with field
/// `email`.
domain::Result<std::string> email_address(std::string_view text);

}  // namespace auth
