#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/domain/round.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

/// What the feed says of one round and cannot be understood.
struct RefusedRound {
    std::string field;  ///< Its place: `rounds[12].drawCRS`.
    std::string reason;
};

struct RoundFeed {
    std::vector<domain::Round> rounds;  ///< Oldest first.
    std::vector<RefusedRound> refused;
};

/// Reads the rounds that the Government of Canada publishes as JSON (ee_rounds_123_en.json). A
/// round that cannot be understood is left out and said; refused as a whole is only what is no such
/// feed.
domain::Result<RoundFeed> read_rounds(std::string_view json);

/// Whom a round was for, by the words of its name: `Trades Occupations, 2026-Version 3`,
/// `General`, `No Program Specified`. Nothing where they are not understood.
struct RoundName {
    domain::RoundKind kind = domain::RoundKind::general;
    std::optional<domain::Program> program;
    std::string category;
    bool operator==(const RoundName&) const = default;
};
std::optional<RoundName> understand_round_name(std::string_view name);

/// `October 11, 2025 at 14:55:49 UTC`, in any of the spellings that the feed has had.
std::optional<domain::Instant> understand_tie_break(std::string_view text);

}  // namespace sources
