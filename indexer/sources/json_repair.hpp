#pragma once

#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace sources {

/// Parses the JSON that real pages carry. Where it is not JSON as it stands, comments, CDATA and
/// `<!-- -->` wrappers, semicolons, trailing commas, line ends inside strings and quotes written as
/// `&quot;` are mended; what still is no JSON is refused.
domain::Result<boost::json::value> parse_leniently(std::string_view text);

}  // namespace sources
