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
};

/// Past rounds of invitations: those that ship and those that were imported.
class RoundStore {
public:
    explicit RoundStore(Database& database) : database_{database} {}

    /// Oldest first.
    std::vector<domain::Round> list();

    /// Takes in what the government's feed says, by number; the same again changes nothing. Numbers
    /// are distinct. What the feed leaves out stays.
    RoundImport import(const std::vector<domain::Round>& rounds);

private:
    Database& database_;
};

/// The rounds that ship with the program, oldest first, without a database.
const std::vector<domain::Round>& shipped_rounds();

}  // namespace store
