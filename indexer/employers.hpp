#pragma once

#include "sql/store/posting_store.hpp"

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace ingest {

/// Makes each spelling of an employer known to the store, under its key, before the postings that
/// carry it are written; and once only, as far as memory is bounded.
class EmployerKeys {
public:
    explicit EmployerKeys(store::PostingStore& postings) : postings_{postings} {}
    /// Throws store::RecordRefused, and then knows none of them.
    void key(std::span<const store::PostingRecord> records);

private:
    store::PostingStore& postings_;
    std::unordered_set<std::string> known_;
};

/// Keys again whatever spelling another version of the rule has keyed, and takes postings to their
/// employers.
void key_employers_anew(store::PostingStore& postings);

}  // namespace ingest
