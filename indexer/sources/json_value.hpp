#pragma once

#include <boost/json/value.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

/// A string as it is, a number in its shortest decimal form, `true` or `false`; else empty.
std::string scalar_text(const boost::json::value& value);

/// Null if the value is no object or has no such key.
const boost::json::value* member(const boost::json::value& value, std::string_view key);

/// The same down a path of keys with dots between them: `location.city`. A number is a place in an
/// array, and an empty path is the value itself.
const boost::json::value* at_path(const boost::json::value& value, std::string_view path);

/// Every element of an array, or the value alone.
std::vector<const boost::json::value*> each(const boost::json::value* value);

/// Keys under which an object says what a text in its place would have said.
using Inside = std::initializer_list<std::string_view>;

/// The first text of a value that may be a text, a number, a list, or an object with the text under
/// one of the keys. Empty if there is none.
std::string text_of(const boost::json::value& value, Inside inside);

/// The same for the value under a key of an object.
std::string text_under(
    const boost::json::value& object, std::string_view key, Inside inside = {"@value", "name"}
);

/// The text of the XML element of that name within one that was read as an object.
std::string element_text(const boost::json::value& element, std::string_view name);

/// The text of each element under a key of an object.
std::vector<std::string> texts_under(
    const boost::json::value& object, std::string_view key, Inside inside = {"@value", "name"}
);

/// The text at a path of keys, for a value that may be a text, a number or a list of these.
std::string text_at(const boost::json::value& object, std::string_view path);

}  // namespace sources
