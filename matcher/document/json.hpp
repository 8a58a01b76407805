#pragma once

#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

/// JSON documents, read strictly and written in one form.
namespace document {

/// Reads JSON text within limits (depth 32). Refuses anything after the value, and a key that
/// stands twice in one object, naming its path without the places in arrays.
domain::Result<boost::json::value> parse(std::string_view text);

/// Writes JSON text: members in the order in which they were inserted, numbers in their shortest
/// plain form (`37.5`, not `3.75E1`), no white space. Equal values give equal bytes.
std::string serialize(const boost::json::value& value);

/// The same, at the end of a text.
void append(std::string& text, const boost::json::value& value);

}  // namespace document
