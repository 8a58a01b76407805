#pragma once

#include "matcher/domain/posting.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// What hits are counted by.
struct Facets {
    int noc = 0;                  ///< Its number, which has the TEER category as well.
    std::uint16_t provinces = 0;  ///< Bit n: a place of work in the province of number n.
    bool remote = false;
    domain::WorkingLanguage working_language = domain::WorkingLanguage::not_stated;
    bool operator==(const Facets&) const = default;

    int teer() const { return noc / 1000 % 10; }
};

Facets facets(const domain::Posting& posting);

/// As one value of five bytes: a match reads one slot for each hit and not one for each facet.
std::string to_value(const Facets& facets);
/// `value` is of to_value().
Facets facets_from(std::string_view value);

/// How many of the hits are of each kind, by every facet at once.
class FacetCounts {
public:
    void add(const Facets& one, std::int64_t hits = 1);

    std::int64_t total() const { return total_; }

    /// By domain::Province; a posting counts for each of its provinces.
    const std::array<std::int64_t, domain::province_codes.size()>& provinces() const {
        return provinces_;
    }
    /// By TEER category.
    const std::array<std::int64_t, 6>& teers() const { return teers_; }
    /// By domain::WorkingLanguage.
    const std::array<std::int64_t, 5>& languages() const { return languages_; }
    std::int64_t remote() const { return remote_; }

    struct NocCount {
        domain::NocCode noc;
        std::int64_t hits = 0;
        bool operator==(const NocCount&) const = default;
    };
    /// The most frequent first, then by code.
    std::vector<NocCount> top_nocs(std::size_t count) const;

    /// Every count times `hits` / total(), rounded: what was counted stands for the rest.
    FacetCounts scaled_to(std::int64_t hits) const;

private:
    std::int64_t total_ = 0;
    std::array<std::int64_t, domain::province_codes.size()> provinces_{};
    std::array<std::int64_t, 6> teers_{};
    std::array<std::int64_t, 5> languages_{};
    std::int64_t remote_ = 0;
    std::vector<std::int64_t> nocs_;  ///< By number of the code; empty before the first hit.
    std::vector<int> counted_nocs_;   ///< Those of them with hits.
};

}  // namespace search
