#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/domain/round.hpp"

#include <filesystem>
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
    std::vector<domain::Round> rounds;  ///< Oldest first; those of one day by number.
    std::vector<RefusedRound> refused;  ///< As they stand in the feed.
};

/// Reads the rounds that the Government of Canada publishes as JSON (ee_rounds_123_en.json). A
/// round of which anything cannot be understood is left out and said; refused as a whole is only
/// what is no such feed. Where the feed gives an empty text for the cut-off, the tie-break or the
/// pool, or a pool of 0, there is none.
domain::Result<RoundFeed> read_rounds(std::string_view json);

/// The same for a file, gzip or not, with a byte order mark or without.
domain::Result<RoundFeed> read_rounds_file(const std::filesystem::path& path);

}  // namespace sources
