#include "indexer/search/follower.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/generation_writer.hpp"

namespace search {

struct Follower::Documents::Content {
    std::vector<Change> changes;
};

Follower::Documents::Documents() : content_{std::make_unique<Content>()} {}
Follower::Documents::~Documents() = default;
Follower::Documents::Documents(Documents&&) noexcept = default;
Follower::Documents& Follower::Documents::operator=(Documents&&) noexcept = default;

class Follower::Index {
public:
    Index(
        const IndexLocation& location,
        const std::vector<store::NocUnitGroup>& unit_groups,
        const std::size_t commit_size
    )
        : generation_{shards_in_force(location.folder), unit_groups},
          commit_size_{commit_size},
          taken_{generation_.report().revision} {}

    Change prepare(const store::StoredPosting& stored) const { return generation_.prepare(stored); }

    void take(const store::Revision revision, const std::vector<Change>& changes) {
        if (revision != taken_ + 1) {
            return;
        }
        if (uncommitted_ == 0) {
            generation_.begin();
        }
        for (const Change& change : changes) {
            generation_.write(change);
        }
        taken_ = revision;
        uncommitted_ += changes.size();
        if (uncommitted_ >= commit_size_) {
            commit();
        }
    }

    IndexReport finish() {
        commit();
        return generation_.report();
    }

private:
    void commit() {
        if (uncommitted_ > 0) {
            generation_.commit(taken_);
            uncommitted_ = 0;
        }
    }

    Generation generation_;
    std::size_t commit_size_;
    store::Revision taken_;
    std::size_t uncommitted_ = 0;
};

Follower::Follower(
    const IndexLocation& location,
    const std::vector<store::NocUnitGroup>& unit_groups,
    const std::size_t commit_size
)
    : index_{reporting_index_errors([&] {
          return std::make_unique<Index>(location, unit_groups, commit_size);
      })} {}

Follower::~Follower() = default;

Follower::Documents Follower::prepare(const std::vector<store::StoredPosting>& changes) const {
    return reporting_index_errors([&] {
        Documents documents;
        documents.content_->changes.reserve(changes.size());
        for (const store::StoredPosting& stored : changes) {
            documents.content_->changes.push_back(index_->prepare(stored));
        }
        return documents;
    });
}

void Follower::take(const store::Revision revision, const Documents& changes) {
    reporting_index_errors([&] { index_->take(revision, changes.content_->changes); });
}

IndexReport Follower::finish() {
    return reporting_index_errors([&] { return index_->finish(); });
}

}  // namespace search
