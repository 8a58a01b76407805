#include "services/matching/shelf.hpp"

#include <utility>

namespace matching {

std::shared_ptr<const Shelved> Shelf::find(const store::ServedState& state) {
    const std::lock_guard guard{mutex_};
    for (KeptById* const kept : {&young_, &old_}) {
        const auto found = kept->find(state.id);
        if (found == kept->end() || found->second.revision != state.revision) {
            continue;
        }
        ++found_;
        std::shared_ptr<const Shelved> shelved = found->second.shelved;
        if (kept == &old_) {
            put(state, shelved);
        }
        return shelved;
    }
    ++missed_;
    return nullptr;
}

Shelf::Use Shelf::use() const {
    const std::lock_guard guard{mutex_};
    return {.postings = young_.size() + old_.size(), .found = found_, .missed = missed_};
}

void Shelf::keep(const store::ServedState& state, std::shared_ptr<const Shelved> shelved) {
    const std::lock_guard guard{mutex_};
    put(state, std::move(shelved));
}

void Shelf::put(const store::ServedState& state, std::shared_ptr<const Shelved> shelved) {
    if (young_.size() >= half_) {
        old_ = std::exchange(young_, {});
    }
    young_.insert_or_assign(
        state.id, Kept{.revision = state.revision, .shelved = std::move(shelved)}
    );
}

std::vector<ServedPosting> Shelf::served(
    const std::vector<domain::PostingId>& ids, const domain::Date day
) {
    std::vector<store::ServedState> states = trust_.served(ids, day);
    std::vector<ServedPosting> result(states.size());
    std::vector<domain::PostingId> missing;
    for (std::size_t at = 0; at < states.size(); ++at) {
        result[at].shelved = find(states[at]);
        result[at].trust = std::move(states[at].trust);
        if (!result[at].shelved) {
            missing.push_back(states[at].id);
        }
    }
    if (!missing.empty()) {
        // One that has changed in between is kept under the revision before, and read again when it
        // is next asked for; one that has gone in between is not found.
        std::unordered_map<domain::PostingId, std::shared_ptr<const Shelved>> read;
        for (domain::Posting& posting : postings_.find_served(missing, day)) {
            const domain::PostingId id = posting.id;
            read[id] = std::make_shared<const Shelved>(std::move(posting));
        }
        for (std::size_t at = 0; at < states.size(); ++at) {
            if (result[at].shelved) {
                continue;
            }
            result[at].shelved = read[states[at].id];
            if (result[at].shelved) {
                keep(states[at], result[at].shelved);
            }
        }
        std::erase_if(result, [](const ServedPosting& each) { return !each.shelved; });
    }
    return result;
}

}  // namespace matching
