#include "sql/store/shipped_unit_groups.hpp"

#include "sql/store/reference.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace store {
namespace {

std::size_t column(const ReferenceRows& table, const std::string_view name) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    assert(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::vector<NocUnitGroup> read_unit_groups() {
    const auto& tables = reference_tables();
    const auto table = std::find_if(tables.begin(), tables.end(), [](const ReferenceTable& entry) {
        return entry.name == "noc_unit_group";
    });
    assert(table != tables.end());
    const ReferenceRows rows = rows_of(*table);
    const std::size_t noc = column(rows, "noc");
    const std::size_t english = column(rows, "title_en");
    const std::size_t french = column(rows, "title_fr");
    std::vector<NocUnitGroup> groups;
    groups.reserve(rows.rows.size());
    for (const auto& row : rows.rows) {
        groups.push_back(
            {.noc = domain::NocCode::parse(row[noc]).value(),
             .title_en = std::string{row[english]},
             .title_fr = std::string{row[french]}}
        );
    }
    return groups;
}

}  // namespace

const std::vector<NocUnitGroup>& shipped_unit_groups() {
    static const std::vector<NocUnitGroup> groups = read_unit_groups();
    return groups;
}

}  // namespace store
