#pragma once

#include "indexer/verification/published_list.hpp"
#include "indexer/verification/text_table.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace verification {

/// What work is paid: medians by occupation and area, and the minimum wages of the provinces.
/// Filled by add(), then finish(), then only read.
class WageTable {
public:
    struct WageRow {
        ListId list = 0;
        std::string_view edition;  ///< `2021`, `2011/2016`; others are left out.
        std::string_view noc;      ///< Five digits, or four.
        std::optional<domain::Province> province = {};
        std::string_view region;   ///< `Toronto`, `Ontario`, `Canada`
        domain::Cents median = 0;  ///< By `yearly`.
        bool yearly = false;       ///< Else hourly. A year is 52 weeks of 40 hours.
    };
    struct CityRow {
        std::string_view city;
        domain::Province province = domain::Province::ON;
        std::string_view region;
        std::optional<double> share = {};  ///< Of what is known of the city, 0 to 1.
    };
    struct ConcordanceRow {
        std::string_view noc_2016;
        domain::NocCode noc_2021;
    };
    struct MinimumRow {
        ListId list = 0;
        domain::Province province = domain::Province::ON;
        domain::Date from;
        std::optional<domain::Date> to = {};  ///< Its last day.
        domain::Cents hourly = 0;
        std::string_view url = {};
    };

    void add(const WageRow& row);
    void add(const CityRow& row);
    void add(const ConcordanceRow& row);
    void add(const MinimumRow& row);
    void finish();

    /// Median pay by the hour. Where an older list has several occupations of which the posting's
    /// may be any, `low` and `high` are the lowest and the highest of their medians.
    struct Median {
        domain::Cents low = 0;
        domain::Cents high = 0;
        std::string_view area;  ///< As published: region, province or `Canada`.
        ListId list = 0;
    };

    /// Of the economic region that the place lies in, else its province, else Canada.
    /// `noc_2016` says which occupation of an older list is meant; may be empty.
    std::optional<Median> median(
        domain::NocCode noc, std::string_view noc_2016, const domain::Place& place
    ) const;

    struct Minimum {
        ListId list = 0;
        domain::Province province = domain::Province::ON;
        domain::Date from;
        std::optional<domain::Date> to;
        domain::Cents hourly = 0;
        TextTable::Id url = 0;
    };
    const Minimum* minimum(domain::Province province, domain::Date day) const;

    std::string_view text(const TextTable::Id id) const { return texts_.at(id); }

private:
    struct Wage {
        int noc = 0;  ///< Of NOC 2021 as it is; of NOC 2016 below zero.
        TextTable::Id area = 0;
        domain::Cents hourly = 0;
        TextTable::Id published = 0;
        ListId list = 0;
    };
    struct City {
        TextTable::Id name = 0;
        TextTable::Id area = 0;
        double share = 0;
    };
    struct Unplaced {  ///< A row that names a region and no province.
        Wage wage;
        TextTable::Id region = 0;
    };

    const Wage* find(int noc, TextTable::Id area) const;
    std::optional<Median> median_at(std::span<const int> nocs, TextTable::Id area) const;

    TextTable texts_;
    std::vector<Wage> wages_;         ///< By occupation and area.
    std::vector<Unplaced> unplaced_;  ///< Until finish().
    std::vector<City> cities_;        ///< By name.
    std::vector<std::pair<TextTable::Id, domain::Province>> region_provinces_;
    std::vector<std::pair<int, int>> concordance_;  ///< NOC 2021, NOC 2016.
    std::vector<Minimum> minimums_;                 ///< By province and first day.
};

}  // namespace verification
