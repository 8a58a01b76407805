#pragma once

#include "indexer/reference.hpp"
#include "sql/store/database.hpp"

#include <cstdint>

namespace market {

/// Stores so many generated postings, each with its verdicts, as an ingest of the day would have.
void store_all(store::Database& database, const ingest::Reference& reference, std::int64_t count);

}  // namespace market
