// The name of a kind, a line end, then a published list in any bytes: it is refused with a reason,
// or each of its rows is an entry that PostgreSQL would take as text, refused with a reason, or no
// entry.

#include "indexer/reference_data/open_list.hpp"
#include "indexer/sources/text.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace {

void check(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Its name says what a list of LMIAs wants to know.
const std::filesystem::path& scratch_file() {
    static const auto file = std::filesystem::temp_directory_path() /
                             ("2024q3_" + std::to_string(::getpid()) + ".reference_list_fuzz");
    static const int removed_at_exit = std::atexit([] { std::filesystem::remove(scratch_file()); });
    check(removed_at_exit == 0);
    return file;
}

void check(const store::Refused& refused) {
    check(!refused.reason.empty());
    check(sources::is_text(refused.field));
    check(sources::is_text(refused.reason));
    check(sources::is_text(refused.raw));
}

void check(const store::ImportedRow& row, const std::size_t columns) {
    check(row.values.size() == columns);
    for (const auto& value : row.values) {
        check(!value || (!value->empty() && sources::is_text(*value)));
    }
    for (const auto& left_out : row.left_out) {
        check(left_out);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters.
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(input.find('\n'), input.size());
    const auto* kind = reference_data::kind_named(input.substr(0, end));
    if (kind == nullptr) {
        return 0;
    }
    std::ofstream{scratch_file(), std::ios::binary}
        << input.substr(std::min(end + 1, input.size()));
    const auto opened = reference_data::open_list(*kind, scratch_file());
    if (!opened) {
        check(!opened.error().message.empty());
        return 0;
    }
    check(!opened->list.empty());
    while (true) {
        const auto item = opened->next();
        if (!item) {
            check(!item.error().message.empty());
            return 0;
        }
        if (!*item) {
            return 0;
        }
        if (const auto* row = std::get_if<store::ImportedRow>(&**item)) {
            check(*row, opened->columns.size());
        } else if (const auto* refused = std::get_if<store::Refused>(&**item)) {
            check(*refused);
        } else {
            check(!std::get<store::PassedOverRow>(**item).what.empty());
        }
    }
}
