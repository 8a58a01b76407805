// A feed of rounds in any bytes: it is refused, or every entry is a round that the database would
// take or is refused with its place, and what is understood is in order.

#include "indexer/sources/rounds.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>

namespace {

void check(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check(const domain::Round& round) {
    using domain::RoundKind;
    check(!round.number.empty());
    check(sources::is_text(round.name) && !round.name.empty());
    check(round.program.has_value() == (round.kind == RoundKind::program));
    check(round.category.empty() == (round.kind != RoundKind::category));
    check(round.invitations >= 0);
    check(!round.cutoff_crs || (*round.cutoff_crs >= 0 && *round.cutoff_crs <= 1200));
    check(!round.pool_total || *round.pool_total > 0);
    check(domain::parse_date(domain::to_string(round.held_on)).value() == round.held_on);
    if (round.tie_break) {
        check(
            domain::parse_instant(domain::to_string(*round.tie_break)).value() == *round.tie_break
        );
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters.
    const auto feed = sources::read_rounds({reinterpret_cast<const char*>(data), size});
    if (!feed) {
        check(!feed.error().message.empty());
        return 0;
    }
    std::set<std::string> numbers;
    for (const domain::Round& round : feed->rounds) {
        check(round);
        check(numbers.insert(round.number).second);
    }
    check(std::ranges::is_sorted(feed->rounds, {}, &domain::Round::held_on));
    for (const sources::RefusedRound& refused : feed->refused) {
        check(refused.field.starts_with("rounds["));
        check(!refused.reason.empty());
    }
    return 0;
}
