#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/trust_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace matching {

/// A posting as it stands in the store, and what is made of it once and for all.
class Shelved {
public:
    explicit Shelved(domain::Posting posting) : posting_{std::move(posting)} {}

    const domain::Posting& posting() const { return posting_; }

    /// What `write` makes of the posting; asked once, and every caller is to ask for the same.
    const std::string& written(const std::function<std::string(const domain::Posting&)>& write
    ) const {
        std::call_once(once_, [&] { written_ = write(posting_); });
        return written_;
    }

private:
    domain::Posting posting_;
    mutable std::once_flag once_;
    mutable std::string written_;
};

/// A posting that may be served, with the state of its evidence.
struct ServedPosting {
    std::shared_ptr<const Shelved> shelved;
    std::optional<store::TrustSummary> trust;
};

/// Postings that were served of late: to read one, and to write it as JSON, costs far more than to
/// ask the store whether it is still served and still the same, which is asked each time.
/// Threads may share it.
class Shelf {
public:
    /// Each with its JSON, a few kilobytes.
    static constexpr std::size_t postings_max_default = 8'192;

    Shelf(
        store::PostingStore& postings,
        store::TrustStore& trust,
        std::size_t postings_max = postings_max_default
    )
        : postings_{postings}, trust_{trust}, half_{postings_max / 2} {}

    /// Those that may be served on the day, in the order asked.
    std::vector<ServedPosting> served(const std::vector<domain::PostingId>& ids, domain::Date day);

    struct Use {
        std::size_t postings = 0;  ///< Kept now.
        std::uint64_t found = 0;   ///< Asked for and kept, since the start;
        std::uint64_t missed = 0;  ///< asked for and read from the store.
    };
    Use use() const;

private:
    struct Kept {
        store::Revision revision = 0;
        std::shared_ptr<const Shelved> shelved;
    };
    using KeptById = std::unordered_map<domain::PostingId, Kept>;

    /// Null where it is not kept as of this revision.
    std::shared_ptr<const Shelved> find(const store::ServedState& state);
    void keep(const store::ServedState& state, std::shared_ptr<const Shelved> shelved);

    /// While the mutex is held.
    void put(const store::ServedState& state, std::shared_ptr<const Shelved> shelved);

    store::PostingStore& postings_;
    store::TrustStore& trust_;
    std::size_t half_;
    mutable std::mutex mutex_;
    std::uint64_t found_ = 0;
    std::uint64_t missed_ = 0;
    KeptById young_;
    KeptById old_;  ///< Goes when `young_` is full; what is asked for again becomes young.
};

}  // namespace matching
