#pragma once

#include "matcher/domain/round.hpp"
#include "sql/store/database.hpp"

#include <cstddef>
#include <vector>

namespace store {

/// What an import did to the rounds held.
struct RoundImport {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    bool operator==(const RoundImport&) const = default;
};

/// Past rounds of invitations: those that ship and those that were imported. Of a round that is
/// both, the imported one is held, also when a newer program ships other facts of it.
class RoundStore {
public:
    explicit RoundStore(Database& database) : database_{database} {}

    /// Oldest first; those of one day by number.
    std::vector<domain::Round> list();

    /// Takes in what the government's feed says, by number, in one transaction; the same again
    /// changes nothing. Numbers are distinct. A round that the feed leaves out stays.
    RoundImport import(const std::vector<domain::Round>& rounds);

    /// What that import would do, of which nothing stays.
    RoundImport rehearse_import(const std::vector<domain::Round>& rounds);

private:
    Database& database_;
};

}  // namespace store
