#pragma once

#include "sql/store/text_store.hpp"

#include <boost/json.hpp>

namespace store {

/// As posting_text has it, to be compared.
boost::json::object text_row(const SketchedPosting& text);

}  // namespace store
