#pragma once

#include "matcher/fit/weights.hpp"
#include "tests/bench/market.hpp"
#include "tests/support/test_database.hpp"

#include <pqxx/connection>

#include <cstdint>
#include <string>
#include <vector>

/// The ranking as a service would write it that has PostgreSQL alone: the parts of fit that columns
/// can say as one expression, and the words by full text rank.
class SqlRanking {
public:
    /// Puts the postings 1 to `count` into a table of their own database, as narrow as it can be,
    /// with their words as a `tsvector`.
    SqlRanking(const market::Market& market, std::int64_t count);

    /// How many of the best there are; no words: by structure alone. One process, no parallel scan.
    std::size_t best(
        const domain::Candidate& candidate,
        const fit::Weights& weights,
        const std::vector<std::string>& words,
        std::size_t wanted
    );

private:
    support::TestDatabase database_{support::TestDatabase::Contents::empty};
    pqxx::connection connection_;
};
