#include "sql/store/shipped_rounds.hpp"

#include "sql/store/reference.hpp"
#include "sql/store/round_row.hpp"

#include <algorithm>
#include <cassert>

namespace store {
namespace {

std::vector<domain::Round> read_shipped() {
    const auto& tables = reference_tables();
    const auto table = std::ranges::find(tables, "round", &ReferenceTable::name);
    assert(table != tables.end());
    const auto [columns, rows] = rows_of(*table);
    std::array<std::size_t, round_columns.size()> places{};
    std::ranges::transform(round_columns, places.begin(), [&columns = columns](const auto column) {
        const auto found = std::ranges::find(columns, column);
        assert(found != columns.end());
        return static_cast<std::size_t>(found - columns.begin());
    });
    std::vector<domain::Round> rounds;
    rounds.reserve(rows.size());
    for (const auto& values : rows) {
        RoundRow row;
        std::ranges::transform(places, row.begin(), [&values](const std::size_t place) {
            return std::string{values[place]};
        });
        rounds.push_back(round_of(row));
    }
    return rounds;
}

}  // namespace

const std::vector<domain::Round>& shipped_rounds() {
    static const std::vector<domain::Round> rounds = read_shipped();
    return rounds;
}

}  // namespace store
