#include "indexer/search/follower.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/generation_writer.hpp"

namespace search {

class Follower::Index {
public:
    Index(
        const std::string& folder,
        const std::vector<store::NocUnitGroup>& unit_groups,
        const std::size_t commit_size
    )
        : generation_{folder, unit_groups},
          commit_size_{commit_size},
          taken_{generation_.report().revision} {}

    void take(const store::Revision revision, const std::vector<store::StoredPosting>& changes) {
        if (revision != taken_ + 1) {
            return;
        }
        if (uncommitted_ == 0) {
            generation_.begin();
        }
        for (const store::StoredPosting& stored : changes) {
            generation_.write(stored);
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
    const std::string& index_folder,
    const std::vector<store::NocUnitGroup>& unit_groups,
    const std::size_t commit_size
)
    : index_{reporting_index_errors([&] {
          return std::make_unique<Index>(index_folder, unit_groups, commit_size);
      })} {}

Follower::~Follower() = default;

void Follower::take(
    const store::Revision revision, const std::vector<store::StoredPosting>& changes
) {
    reporting_index_errors([&] { index_->take(revision, changes); });
}

IndexReport Follower::finish() {
    return reporting_index_errors([&] { return index_->finish(); });
}

}  // namespace search
