#include "indexer/merge.hpp"

#include "indexer/employers.hpp"

namespace ingest {

Merge::Merge(store::Database& database, store::PostingStore& postings, MergeOptions options)
    : duplicates_{database}, postings_{postings}, options_{std::move(options)} {
    key_employers_anew(postings_);
}

void Merge::stored(const std::size_t postings) {
    waiting_ += postings;
    if (waiting_ >= options_.at_once) {
        mark({});
    }
}

Merged Merge::finish() {
    key_employers_anew(postings_);
    mark(options_.progress);
    merged_.merged = duplicates_.merged();
    return merged_;
}

void Merge::mark(const std::function<void(std::int64_t)>& progress) {
    waiting_ = 0;
    duplicates::Options options{.batch_size = options_.at_once, .progress = progress};
    if (options_.changed) {
        options.written = [&](const store::Revision revision, const std::size_t count) {
            options_.changed(revision, postings_.changed_since(revision - 1, 0, count));
        };
    }
    const duplicates::Marked marked = duplicates::mark(duplicates_, options);
    merged_.looked_at += marked.looked_at;
    merged_.changed += marked.marked;
}

}  // namespace ingest
