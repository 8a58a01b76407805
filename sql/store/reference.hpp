#pragma once

#include <string_view>
#include <vector>

namespace store {

/// One file of sql/reference: a header line that names the columns, then a line a row, values
/// between tabs, an empty value for NULL. The queries `clear_<name>` and `load_<name>` go with it.
struct ReferenceTable {
    std::string_view name;  ///< The table that it fills.
    std::string_view rows;
};

/// The tables of facts that ship with the program; migrate() loads them.
const std::vector<ReferenceTable>& reference_tables();

/// The same file taken apart.
struct ReferenceRows {
    std::vector<std::string_view> columns;
    std::vector<std::vector<std::string_view>> rows;  ///< A value for each column.
};
ReferenceRows rows_of(const ReferenceTable& table);

}  // namespace store
