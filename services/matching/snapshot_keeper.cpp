#include "services/matching/snapshot_keeper.hpp"

#include <optional>
#include <unordered_map>
#include <utility>

namespace matching {
namespace {

/// Bounds the memory that one page of whole postings takes.
constexpr std::size_t page_postings_max = 2'000;

}  // namespace

SnapshotKeeper::SnapshotKeeper(store::PostingStore& postings)
    : postings_{postings}, current_{std::make_shared<const ranking::Snapshot>()} {}

void SnapshotKeeper::refresh() {
    const std::lock_guard one_at_a_time{refreshing_};
    const std::shared_ptr<const ranking::Snapshot> before = current();

    // A posting that changes while the pages are read comes again at a later revision; the last
    // word on it counts. Nothing stands for a posting that is held back.
    std::unordered_map<domain::PostingId, std::optional<ranking::Row>> latest;
    store::Revision revision = before->revision();
    domain::PostingId last_id = 0;  // From the start of the next revision on.
    while (true) {
        const auto page = postings_.changed_since(revision, last_id, page_postings_max);
        for (const store::StoredPosting& stored : page) {
            latest[stored.posting.id] =
                stored.verified ? std::optional{ranking::row(stored.posting)} : std::nullopt;
        }
        if (page.empty()) {
            break;
        }
        revision = page.back().revision;
        last_id = page.back().posting.id;
    }
    if (latest.empty()) {
        return;
    }

    std::vector<ranking::Row> changed;
    std::vector<domain::PostingId> removed;
    for (const auto& [id, row] : latest) {
        if (row) {
            changed.push_back(*row);
        } else {
            removed.push_back(id);
        }
    }
    auto next = std::make_shared<const ranking::Snapshot>(before->with(changed, removed, revision));
    const std::lock_guard for_a_moment{swapping_};
    current_.swap(next);  // The old one goes after the lock, if nobody else holds it.
}

}  // namespace matching
