#pragma once

#include "matcher/domain/result.hpp"

#include <boost/json/object.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

// Reads a configuration file strictly: what is not expected is refused by its path.

domain::Result<void> only_keys(
    const boost::json::object& object,
    std::initializer_list<std::string_view> known,
    const std::string& path
);

/// A text that is not empty.
domain::Result<std::string> strict_text(const boost::json::value& value, const std::string& path);

/// The text under a key, which may be absent: then empty.
domain::Result<std::string> optional_text(
    const boost::json::object& object, std::string_view key, const std::string& path
);

/// A list of at least one text.
domain::Result<std::vector<std::string>> strict_texts(
    const boost::json::value& value, const std::string& path
);

}  // namespace sources
