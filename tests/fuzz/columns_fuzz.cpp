#include "matcher/ranking/columns_file.hpp"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

/// The bytes of a row that stand in the file.
constexpr std::size_t row_bytes = 45;

/// The input is a file; and it is the rows of a file whose checksums are right.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    if (const auto read = ranking::snapshot_from(input, "a database")) {
        assert(read->rows().size() * row_bytes < size);
    }

    std::vector<ranking::Row> rows(size / row_bytes);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        std::memcpy(static_cast<void*>(&rows[index]), data + index * row_bytes, row_bytes);
    }
    const std::string file = ranking::columns_file(rows, 1, "a database");
    if (const auto read = ranking::snapshot_from(file, "a database")) {
        assert(read->rows().size() == rows.size() && read->revision() == 1);
        const auto day = domain::date_from_days(rows.empty() ? 0 : rows.front().posted_day);
        assert(read->live_on(day) <= rows.size());
        for (const ranking::Row& row : read->rows()) {
            assert(ranking::traits(row).noc.number() == row.noc);
        }
    }
    return 0;
}
