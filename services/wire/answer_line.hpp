#pragma once

#include "matcher/document/field_reader.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace wire {

/// The answer to one line of questions: `{"id", ...}` with the members that `read` makes of the
/// line's object. A line that is refused gives `{"id", "error": {"field", "message"}}`; one that is
/// no JSON object has `"id": null` and its `"line"`.
std::string answer_line(
    std::string_view line,
    std::size_t line_number,
    const std::function<boost::json::object(document::FieldReader&)>& read
);

}  // namespace wire
