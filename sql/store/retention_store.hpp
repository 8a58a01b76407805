#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/job_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace store {

/// What has been kept for long enough, as the role `jobscout_worker`.
class RetentionStore {
public:
    explicit RetentionStore(Database& database) : database_{database} {}

    /// Nothing: kept for as long as its owner likes.
    struct Limits {
        /// Candidates that neither their owner nor an advisor has used since this day.
        std::optional<domain::Date> used_before;
        /// Lines of who has read a candidate, from before this day.
        std::optional<domain::Date> seen_before;
        /// Accounts made before this day whose address nobody has confirmed.
        std::optional<domain::Date> unconfirmed_before;
        /// That a digest went out before this day.
        std::optional<domain::Date> mailed_before;
        /// Sessions, browsers and mailed secrets that ended before this day.
        std::optional<domain::Date> expired_before;
    };
    struct Amounts {
        std::int64_t candidates = 0;
        std::int64_t views = 0;
        std::int64_t accounts = 0;  ///< Never confirmed.
        std::int64_t digests = 0;   ///< Notes that they went out.
        std::int64_t expired = 0;

        Amounts& operator+=(const Amounts& more);
        std::int64_t all() const { return candidates + views + accounts + digests + expired; }
    };

    /// How much there is.
    Amounts outlived(const Limits& limits);

    /// Removes at most `count` of each in one transaction with the job's progress, which is made of
    /// how much it was. That a candidate was removed is kept under a digest with the day.
    Amounts remove(
        const Job& job,
        const Limits& limits,
        domain::Date day,
        std::size_t count,
        const std::function<std::string(const Amounts&)>& progress
    );

private:
    Database& database_;
};

}  // namespace store
