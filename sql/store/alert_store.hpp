#pragma once

#include "sql/store/job_store.hpp"
#include "sql/store/saved_search_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

/// A saved search as a batch looks at it.
struct SearchToAlert {
    std::string id;
    std::optional<std::string> candidate_id;
    std::optional<std::string> candidate_document;  ///< JSON; there with a candidate.
    std::optional<std::string> match_order;
    std::optional<std::string> query;
    std::int64_t revision_seen = 0;
};

/// A posting that came to be served.
struct Arrival {
    domain::PostingId posting_id = 0;
    std::int64_t revision = 0;
};

/// What the batch of alerts reads and writes, as the role `jobscout_worker`: it sees the saved
/// searches of everyone.
class AlertStore {
public:
    explicit AlertStore(Database& database) : database_{database} {}

    struct Totals {
        std::int64_t searches = 0;           ///< That are to be told of new postings.
        std::int64_t candidates = 0;         ///< Whom they are for.
        std::int64_t candidates_stored = 0;  ///< All there are.
        std::int64_t revision_seen_min = 0;  ///< Of those searches; 0 without any.
        std::int64_t queries = 0;            ///< How many of them search the index.
    };
    Totals totals();

    /// After search `after`, or from the first, by id; at most `count`.
    std::vector<SearchToAlert> searches(const std::optional<std::string>& after, std::size_t count);

    /// What came after revision `after` and up to `upto` (new, let in, or back again) and is served
    /// on the day, by posting.
    std::vector<Arrival> arrivals(std::int64_t after, std::int64_t upto, domain::Date day);

    /// Of these arrivals, which search has been told of which posting.
    std::vector<std::pair<std::string, domain::PostingId>> alerted(
        const std::vector<std::string>& searches, std::int64_t after, std::int64_t upto
    );

    struct Step {
        std::string progress;                                      ///< Of the job, after this step.
        std::vector<std::string> searches;                         ///< That have been looked at,
        std::int64_t revision = 0;                                 ///< up to here.
        std::vector<std::pair<std::string, Digest>> digests = {};  ///< By saved search.
    };

    /// One transaction: the digests, how far each search was looked at, and how far the job has
    /// come. Throws LeaseLost, and then nothing is written.
    void write(const Job& job, const Step& step);

private:
    Database& database_;
};

}  // namespace store
