#include "indexer/one_per_id.hpp"

#include "sql/store/posting_store.hpp"

#include <utility>

namespace ingest {

std::string source_id(const sources::Record& record) {
    return std::string{record.posting.get(sources::Field::source_id)};
}

std::optional<OnePerId::Loser> OnePerId::add(Taken taken) {
    std::string id = source_id(taken.record);
    if (id.empty()) {
        batch_.push_back(std::move(taken));
        return std::nullopt;
    }
    if (const auto place = place_in_batch_.find(id); place != place_in_batch_.end()) {
        return replace(batch_[place->second], std::move(taken));
    }
    const bool seen_before = !seen_.insert(id);
    if (seen_before && counts_ == Counts::first) {
        return Loser{.taken = std::move(taken), .reason = not_first_reason};
    }
    taken.supersedes = seen_before;
    std::optional<Loser> loser;
    if (const auto waiting = waiting_.find(id); waiting != waiting_.end()) {
        loser = replace(waiting->second, std::move(taken));
        if (loser->reason == repeated_reason) {
            return loser;
        }
        taken = std::move(waiting->second);
        waiting_.erase(waiting);
    }
    place_in_batch_.emplace(std::move(id), batch_.size());
    batch_.push_back(std::move(taken));
    return loser;
}

std::optional<OnePerId::Loser> OnePerId::replace(Taken& earlier, Taken taken) {
    if (earlier.sha256 == taken.sha256) {
        return Loser{.taken = std::move(taken), .reason = repeated_reason};
    }
    if (counts_ == Counts::first) {
        return Loser{.taken = std::move(taken), .reason = not_first_reason};
    }
    taken.supersedes = earlier.supersedes;
    std::swap(earlier, taken);
    return Loser{.taken = std::move(taken), .reason = store::superseded_reason};
}

std::vector<Taken> OnePerId::take_batch() {
    place_in_batch_.clear();
    return std::exchange(batch_, {});
}

void OnePerId::wait(Taken taken) {
    std::string id = source_id(taken.record);
    waiting_.insert_or_assign(std::move(id), std::move(taken));
}

std::vector<Taken> OnePerId::take_waiting() {
    std::vector<Taken> taken;
    taken.reserve(waiting_.size());
    for (auto& [id, record] : waiting_) {
        taken.push_back(std::move(record));
    }
    waiting_.clear();
    return taken;
}

}  // namespace ingest
