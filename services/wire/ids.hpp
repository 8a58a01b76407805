#pragma once

#include "matcher/document/field_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Ids in documents: all of them are strings.
namespace wire {

/// Whether the text is a UUID in lower case.
bool is_uuid(std::string_view text);

/// A UUID in lower case, as the server makes them.
std::string read_uuid(const document::ValueReader& value);

/// The number of a posting or of a line: a positive 64-bit integer, as a string.
std::int64_t read_number(const document::ValueReader& value);

}  // namespace wire
