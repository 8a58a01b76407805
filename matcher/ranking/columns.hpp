#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/fit/fit.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ranking {

/// One posting as ranking sees it. Everything that cannot change with the day or the candidate is
/// worked out when the row is made.
struct Row {
    std::int64_t id = 0;
    std::int32_t posted_day = 0;     ///< Days since 1970-01-01.
    std::int32_t last_live_day = 0;  ///< Last day on which the posting is open.
    std::int32_t noc = 0;            ///< The code as a number.
    std::uint32_t employer = 0;      ///< Hash of the folded employer name, for exclusions.
    std::uint8_t province = 0;
    std::uint8_t experience_months_asked = 0;
    std::uint8_t working_language = 0;
    std::uint8_t licence_asked = 0;
    std::uint8_t offer_zero = 0;  ///< 0, or 1 + the express_entry::LiftReason that makes it zero.
    std::uint8_t flags = 0;       ///< See namespace flag.
    bool operator==(const Row&) const = default;
};
static_assert(sizeof(Row) <= 64);

namespace flag {
inline constexpr std::uint8_t experience_stated = 1;
inline constexpr std::uint8_t french_likely = 2;
inline constexpr std::uint8_t refuses_outside_canada = 4;
inline constexpr std::uint8_t remote = 8;
}  // namespace flag

/// `posting` is verified: it has an id, a date and a NOC.
Row row(const domain::Posting& posting);

fit::PostingTraits traits(const Row& row);

inline bool is_live(const Row& row, const domain::Date day) {
    const int today = domain::days_since_epoch(day);
    return row.posted_day <= today && today <= row.last_live_day;
}

/// An employer name with case, accents, spaces and punctuation folded away, hashed. Folding knows
/// the letters of Latin-1 and Latin Extended-A, which cover English and French; others stand for
/// themselves. Two names may share a hash: one in 4,000 million pairs does.
std::uint32_t employer_hash(std::string_view name);

/// All verified postings, grouped by NOC, at one revision of the truth. Immutable.
class Snapshot {
public:
    struct Group {
        domain::NocCode noc;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    Snapshot() = default;

    /// `rows` in any order, each id once.
    Snapshot(std::vector<Row> rows, std::int64_t revision);

    /// A snapshot at `revision` in which `changed` replace the rows of the same id or are added,
    /// and `removed` ids are gone. No id stands twice in the two lists. Linear in the rows.
    Snapshot with(
        const std::vector<Row>& changed,
        const std::vector<domain::PostingId>& removed,
        std::int64_t revision
    ) const;

    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<Group>& groups() const { return groups_; }
    std::int64_t revision() const { return revision_; }

    /// How many postings are open on the day.
    std::size_t live_on(domain::Date day) const;

private:
    /// From `day` on, up to the next entry, this many postings are open.
    struct LiveFrom {
        std::int32_t day;
        std::int64_t count;
    };
    static std::vector<Group> group(const std::vector<Row>& rows);
    static std::vector<LiveFrom> count_live(const std::vector<Row>& rows);

    std::vector<Row> rows_;  ///< By NOC, then id.
    std::vector<Group> groups_;
    std::vector<LiveFrom> live_;  ///< By day.
    std::int64_t revision_ = 0;
};

}  // namespace ranking
