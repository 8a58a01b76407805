#pragma once

#include "matcher/domain/round.hpp"
#include "sql/store/database.hpp"

#include <cstddef>
#include <vector>

namespace store {

/// How what a feed says compares with the rounds held.
struct RoundComparison {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    bool operator==(const RoundComparison&) const = default;
};

/// Numbers are distinct. A round that the feed leaves out is not counted: it stays.
RoundComparison compare(
    const std::vector<domain::Round>& held, const std::vector<domain::Round>& said
);

/// Past rounds of invitations: those that ship and those that were imported (ImportStore, kind
/// `rounds`). Of a round in several lists the newest by publisher's date counts; one that the
/// newest leaves out stays.
class RoundStore {
public:
    explicit RoundStore(Database& database) : database_{database} {}

    /// Oldest first; those of one day by number.
    std::vector<domain::Round> list();

private:
    Database& database_;
};

}  // namespace store
