#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/round.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/job_store.hpp"
#include "sql/store/mail.hpp"
#include "sql/store/saved_search_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Somebody who is due a digest by mail.
struct Subscriber {
    std::string account_id;
    std::string email;
    std::string language;
    domain::Date day;   ///< Where they are.
    Instant agreed_at;  ///< To the first of what they agree to now.
    bool wants_matches = false;
    struct Rounds {
        std::string document;           ///< Of the candidate whose score is held against them.
        bool all = false;               ///< Also those that could not invite this candidate.
        domain::Date since;             ///< Those of earlier days are no news,
        std::vector<std::string> told;  ///< nor are these.
    };
    std::optional<Rounds> rounds;
};

/// What was found for one of their saved searches.
struct FoundForSearch {
    std::int64_t id = 0;
    std::string search;                             ///< Its name.
    std::optional<std::string> candidate_document;  ///< Whom the postings were held against.
    domain::Date day;
    int matching = 0;
    std::vector<Announced> postings;
};

/// What the job of digests reads and writes, as the role `jobscout_worker`.
class DigestMailStore {
public:
    explicit DigestMailStore(Database& database) : database_{database} {}

    /// By account, after `after`, at most `count`. Nobody who was sent one in the last 24 hours or
    /// on this day of theirs, or whose last one is still on its way. `rounds`: those that may be
    /// news.
    std::vector<Subscriber> due(
        Instant now,
        const std::optional<std::string>& after,
        std::size_t count,
        const std::vector<domain::Round>& rounds
    );

    /// That has not been mailed, oldest first.
    std::vector<FoundForSearch> found_for(const std::string& account_id);

    struct Written {
        Subscriber subscriber;
        std::optional<Mail> mail = {};                ///< Nothing where nothing is left to tell.
        std::string token_sha256 = {};                ///< Of the secret in it that ends such mail,
        Instant token_expires_at = {};                ///< and how long that counts.
        std::vector<std::int64_t> found = {};         ///< Told now, or not to be told any more.
        std::vector<std::string> round_numbers = {};  ///< The same of rounds.
    };
    /// One transaction: mail on its way, what is no news any more, and how far the job has come.
    /// Throws LeaseLost, and then nothing is written. How many mails it was: where another worker
    /// was first, none.
    std::size_t write(
        const Job& job, const std::vector<Written>& step, Instant now, const std::string& progress
    );

private:
    Database& database_;
};

}  // namespace store
