#pragma once

#include "indexer/search/columns.hpp"
#include "indexer/search/search.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace search {

/// What postings have to be for a search, of what stands in their rows.
struct RowFilter {
    std::int32_t open_on = 0;          ///< Days since 1970-01-01.
    std::uint16_t provinces = 0;       ///< Bit n: work in the province of number n; 0: in any.
    std::uint8_t teers = 0;            ///< Bit n: TEER category n; 0: any.
    std::vector<std::int32_t> nocs{};  ///< Empty: any.
    std::optional<domain::Cents> hourly_pay_min{};

    bool passes(const IndexRow& row) const {
        return row.posted_day <= open_on && open_on <= row.last_live_day &&
               (provinces == 0 || (provinces & row.facets.provinces) != 0) &&
               (!hourly_pay_min || (row.hourly_pay != 0 && row.hourly_pay >= *hourly_pay_min)) &&
               (teers == 0 || (teers >> static_cast<unsigned>(row.facets.teer()) & 1U) != 0) &&
               (nocs.empty() || std::ranges::find(nocs, row.facets.noc) != nocs.end());
    }
};

/// What the day and the parameters of a query ask, whatever its text says.
RowFilter row_filter(const Query& query);

}  // namespace search
