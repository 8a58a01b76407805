#include "services/matching/snapshot_keeper.hpp"

#include <algorithm>
#include <exception>
#include <unordered_map>
#include <utility>

namespace matching {
namespace {

/// Bounds the memory that one page of postings takes.
constexpr std::size_t page_postings_max = 20'000;

/// How many changes the file may be behind: taking them up again costs less than writing it.
std::size_t changes_max(const ranking::Snapshot& snapshot) {
    constexpr std::size_t least = 1'000;
    constexpr std::size_t share = 20;
    return std::max(least, snapshot.rows().size() / share);
}

}  // namespace

SnapshotKeeper::SnapshotKeeper(store::PostingStore& postings, Storage storage)
    : postings_{postings},
      storage_{std::move(storage)},
      current_{std::make_shared<const ranking::Snapshot>()} {}

void SnapshotKeeper::refresh() {
    const std::lock_guard one_at_a_time{refreshing_};
    if (!storage_.path.empty() && !file_) {
        begin();
    }
    changes_ += take_up_changes();
    loaded_ = true;
    if (changes_ >= changes_max(*current())) {
        write();
    }
}

void SnapshotKeeper::save() {
    const std::lock_guard one_at_a_time{refreshing_};
    if (filed_ != current()->revision()) {
        write();
    }
}

void SnapshotKeeper::begin() {
    const store::PostingStore::Position position = postings_.position();
    SnapshotFile file{storage_.path, position.database};
    auto snapshot = file.read();
    if (snapshot && snapshot->revision() > position.revision) {
        snapshot = domain::invalid(
            "",
            storage_.path.string() + ": is at revision " + std::to_string(snapshot->revision()) +
                ", ahead of the postings at " + std::to_string(position.revision)
        );
    }
    if (snapshot) {
        filed_ = snapshot->revision();
        swap_in(*std::move(snapshot));
    } else if (std::filesystem::exists(storage_.path)) {  // The first time there is none.
        storage_.warn(snapshot.error().message);
    }
    file_ = std::move(file);
}

std::size_t SnapshotKeeper::take_up_changes() {
    const std::shared_ptr<const ranking::Snapshot> before = current();

    // A posting that changes while the pages are read comes again at a later revision; the last
    // word on it counts. Nothing stands for a posting that is held back.
    std::unordered_map<domain::PostingId, std::optional<ranking::Row>> latest;
    store::Revision revision = before->revision();
    domain::PostingId last_id = 0;  // From the start of the next revision on.
    while (true) {
        const auto page = postings_.ranked_since(revision, last_id, page_postings_max);
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
        return 0;
    }

    std::vector<ranking::Row> changed;
    std::vector<domain::PostingId> removed;
    changed.reserve(latest.size());
    for (const auto& [id, row] : latest) {
        if (row) {
            changed.push_back(*row);
        } else {
            removed.push_back(id);
        }
    }
    swap_in(before->with(changed, removed, revision));
    return latest.size();
}

void SnapshotKeeper::write() {
    if (!file_ || storage_.access == Access::read) {
        return;
    }
    const auto snapshot = current();
    changes_ = 0;  // A disk that refuses is asked again when as much has changed again.
    try {
        file_->write(*snapshot);
        filed_ = snapshot->revision();
    } catch (const std::exception& error) {
        storage_.warn(error.what());
    }
}

void SnapshotKeeper::swap_in(ranking::Snapshot snapshot) {
    auto next = std::make_shared<const ranking::Snapshot>(std::move(snapshot));
    const std::lock_guard for_a_moment{swapping_};
    current_.swap(next);  // The old one goes after the lock, if nobody else holds it.
}

}  // namespace matching
