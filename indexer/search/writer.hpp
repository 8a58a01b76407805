#pragma once

#include "sql/store/posting_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace search {

struct IndexReport {
    std::int64_t documents_written = 0;
    std::int64_t documents_removed = 0;
    std::int64_t revision = 0;
};

/// Brings the index up to the revision of the store, in batches; each becomes visible together
/// with its revision. Called again after a crash it goes on where the last commit stood.
IndexReport update_index(
    const std::string& index_folder,
    store::PostingStore& postings,
    const std::function<void(std::int64_t documents_done)>& progress
);

/// Builds the index anew from the store and puts it in the place of the old one.
IndexReport rebuild_index(
    const std::string& index_folder,
    store::PostingStore& postings,
    const std::function<void(std::int64_t documents_done)>& progress
);

}  // namespace search
