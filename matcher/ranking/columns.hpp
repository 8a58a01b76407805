#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/fit/fit.hpp"

#include <cstdint>
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
    std::uint8_t flags = 0;       ///< See the Flag constants.
    std::uint16_t reserved = 0;
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

/// An employer name with case, accents and punctuation folded away, hashed.
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
    Snapshot(std::vector<Row> rows, std::int64_t revision);

    /// A snapshot at `revision` in which `changed` replace the rows of the same id or are added,
    /// and `removed` ids are gone.
    Snapshot with(
        const std::vector<Row>& changed,
        const std::vector<domain::PostingId>& removed,
        std::int64_t revision
    ) const;

    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<Group>& groups() const { return groups_; }
    std::int64_t revision() const { return revision_; }

private:
    std::vector<Row> rows_;  ///< By NOC, then id.
    std::vector<Group> groups_;
    std::int64_t revision_ = 0;
};

}  // namespace ranking
