#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/fit/fit.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
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
    std::int32_t hourly_pay = 0;     ///< The most stated, in cents; 0 where none is.
    std::int32_t starts_day = 0;     ///< Days since 1970-01-01; 0 where no day is stated.
    fit::Spot spot;
    /// Of `spot` and `province` among the snapshot's places, which gives it.
    std::uint16_t place = 0;
    std::uint16_t provinces = 0;       ///< Bit n: a place of work in the province of number n.
    std::uint8_t province = 0;         ///< Of the first place.
    std::uint8_t title_support = 100;  ///< As fit::PostingTraits::title_support.
    std::uint8_t experience_months_asked = 0;
    std::uint8_t working_language = 0;
    std::uint8_t licence_asked = 0;
    std::uint8_t education_asked = 0;  ///< 0, or 1 + the domain::EducationLevel.
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
inline constexpr std::uint8_t equivalent_experience_accepted = 16;
inline constexpr std::uint8_t short_terms = 32;
inline constexpr std::uint8_t asks_other_language = 64;
}  // namespace flag

/// Increased whenever the same posting would make another row: columns that were kept in a file
/// are worth nothing then.
inline constexpr int row_version = 4;

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

/// Where postings are: each spot and province once, so that what depends on the place alone is
/// worked out once for all its postings.
class Places {
public:
    /// As many as a row can tell apart; what comes after them shares the last number and is none of
    /// these.
    static constexpr std::uint16_t beyond = 0xFFFF;

    struct Place {
        fit::Spot spot;
        std::uint8_t province = 0;
        bool operator==(const Place&) const = default;
    };

    std::uint16_t add(const Place& place);
    std::size_t size() const { return numbers_.size(); }

private:
    std::unordered_map<std::uint64_t, std::uint16_t> numbers_;
};

/// All verified postings, grouped by NOC, at one revision of the truth. Immutable.
class Snapshot {
public:
    struct Group {
        domain::NocCode noc;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::int32_t pay_max = 0;      ///< The highest `hourly_pay` of its rows.
        std::int32_t posted_last = 0;  ///< The last `posted_day` of its rows.
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

    /// Where among rows() stand those of these postings that there are, ascending.
    std::vector<std::uint32_t> positions_of(std::span<const domain::PostingId> ids) const;

    /// How many places the rows are in: `Row::place` is below it, or Places::beyond.
    std::size_t places() const { return places_.size(); }
    std::int64_t revision() const { return revision_; }

    /// How many postings are open on the day.
    std::size_t live_on(domain::Date day) const;

private:
    /// From `day` on, up to the next entry, this many postings are open.
    struct LiveFrom {
        std::int32_t day;
        std::int64_t count;
    };
    Snapshot(std::vector<Row> rows, Places places, std::int64_t revision);
    static std::vector<Group> group(const std::vector<Row>& rows);
    static std::vector<LiveFrom> count_live(const std::vector<Row>& rows);
    static std::vector<std::uint32_t> number(const std::vector<Row>& rows);

    std::vector<Row> rows_;             ///< By NOC, then id.
    std::vector<std::uint32_t> by_id_;  ///< 1 + where its row stands; 0 where there is none.
    Places places_;
    std::vector<Group> groups_;
    std::vector<LiveFrom> live_;  ///< By day.
    std::int64_t revision_ = 0;
};

}  // namespace ranking
