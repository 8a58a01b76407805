#pragma once

#include "matcher/ranking/columns.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ranking {

/// What of the ranking is shown: all of these have to hold; an empty one does not narrow. The
/// values of one are alternatives.
struct Filter {
    std::uint16_t provinces = 0;         ///< Bit n: work in the province of number n.
    std::uint8_t teers = 0;              ///< Bit n: TEER category n.
    std::uint8_t working_languages = 0;  ///< Bit n: the domain::WorkingLanguage of number n.
    bool remote = false;                 ///< Only work that can be done from anywhere.
    std::vector<domain::NocCode> nocs{};
    std::int32_t hourly_pay_min = 0;  ///< Cents that the most stated pay reaches.
    /// Only these postings, ascending, which outlive the filter; nothing: any.
    std::optional<std::span<const domain::PostingId>> among{};
};

/// How many postings each value of a facet would show, given the other facets and all that is no
/// facet: choosing one value says nothing against its alternatives.
struct FacetCounts {
    /// By domain::Province; a posting counts for each of its provinces.
    std::array<std::int64_t, domain::province_codes.size()> provinces{};
    std::array<std::int64_t, 6> teers{};      ///< By TEER category.
    std::array<std::int64_t, 5> languages{};  ///< By domain::WorkingLanguage.
    std::int64_t remote = 0;
    bool operator==(const FacetCounts&) const = default;
};

/// A filter, ready to be asked for every row.
class Narrowed {
public:
    /// `filter` must outlive it.
    explicit Narrowed(const Filter& filter);

    /// Whether every row passes.
    bool passes_all() const { return passes_all_; }

    /// Whether a row of the occupation may pass.
    bool may_pass(domain::NocCode noc) const;

    bool passes(const Row& row) const { return failed_facets(row) == 0 && passes_rest(row); }

    /// What is no facet.
    bool passes_rest(const Row& row) const;

    /// Counts a row that passes_rest().
    void count(const Row& row, FacetCounts& counts) const;

private:
    enum Facet : std::uint8_t { province = 1, teer = 2, language = 4, remote = 8 };

    std::uint8_t failed_facets(const Row& row) const;

    const Filter& filter_;
    std::vector<bool> among_;  ///< By id.
    bool passes_all_;
};

}  // namespace ranking
