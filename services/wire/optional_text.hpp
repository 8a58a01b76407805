#pragma once

#include "matcher/document/field_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace wire {

/// A member that is text of at most `max` Unicode code points; empty where it is left out.
std::string optional_text(document::FieldReader& in, std::string_view name, std::size_t max);

}  // namespace wire
