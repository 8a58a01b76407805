#pragma once

#include "sql/store/database.hpp"

#include <cstdint>

namespace ingest {

/// Compares the texts of all stored postings where some wait for it, in one pass: some 170 MB in
/// memory for each million of them. Whose text is found to be another's, or no longer, is due to be
/// verified; whose employer alone has it passes at once. Returns how many have news. Stopped at any
/// moment, the next call goes on. The caller holds the writer lock.
std::int64_t compare_texts(store::Database& database);

}  // namespace ingest
