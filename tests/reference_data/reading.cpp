#include "tests/reference_data/reading.hpp"

#include <gtest/gtest.h>

namespace {

void take(Reading& reading, const std::vector<std::string_view>& columns, store::ImportItem item) {
    if (auto* row = std::get_if<store::ImportedRow>(&item)) {
        ASSERT_EQ(row->values.size(), columns.size());
        Entry& entry = reading.entries.emplace_back();
        for (std::size_t index = 0; index < columns.size(); ++index) {
            if (row->values[index]) {
                entry.emplace(columns[index], *row->values[index]);
            }
        }
        reading.lines.push_back(row->line);
        for (const auto& value : row->left_out) {
            EXPECT_EQ(value.extent, store::Refused::Extent::value);
            reading.refused.push_back(value);
        }
    } else if (auto* refused = std::get_if<store::Refused>(&item)) {
        EXPECT_EQ(refused->extent, store::Refused::Extent::row);
        reading.refused.push_back(*refused);
    } else {
        ++reading.passed_over[std::get<store::PassedOverRow>(item).what];
    }
}

}  // namespace

std::int64_t Reading::rows() const {
    auto rows = static_cast<std::int64_t>(entries.size());
    for (const auto& each : refused) {
        rows += each.extent == store::Refused::Extent::row ? 1 : 0;
    }
    for (const auto& [what, count] : passed_over) {
        rows += count;
    }
    return rows;
}

Reading read_list(const std::string_view kind, const std::filesystem::path& file) {
    const auto* known = reference_data::kind_named(kind);
    EXPECT_NE(known, nullptr) << kind;
    Reading reading;
    const auto opened = reference_data::open_list(*known, file);
    if (!opened) {
        reading.error = opened.error().message;
        return reading;
    }
    reading.list = opened->list;
    reading.published_on = opened->published_on;
    while (true) {
        auto item = opened->next();
        if (!item) {
            reading.error = item.error().message;
            return reading;
        }
        if (!*item) {
            return reading;
        }
        take(reading, opened->columns, std::move(**item));
    }
}

Reading read_list(
    const std::string_view kind, const std::string& name, const std::string_view content
) {
    const support::TemporaryFolder folder;
    return read_list(kind, folder.write(name, content));
}
