#pragma once

#include "indexer/sources/mapping.hpp"
#include "matcher/document/field_reader.hpp"

#include <string>
#include <vector>

namespace sources {

/// A text that is not empty.
std::string text_of(const document::ValueReader& value);

/// A list of at least one such text.
std::vector<std::string> texts_of(const document::ValueReader& value);

/// The object `fields` of a mapping file: field -> column name, rule object, or a list of these.
std::vector<Rule> rules_of(const document::ValueReader& fields, TableFormat format);

}  // namespace sources
