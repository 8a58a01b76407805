#pragma once

#include "indexer/reference_data/kinds.hpp"
#include "sql/store/import_store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace reference_data {

/// A published list, opened and recognised, with its entries to come.
struct OpenedList {
    std::string list;
    std::vector<std::string_view> columns;
    std::optional<domain::Date> published_on;  ///< Where the content or the file's name says so.
    store::ImportItems next;
};

/// Opens a list of this kind. Refuses a file that cannot be opened, and one whose columns are none
/// that the kind knows, naming what they lack.
domain::Result<OpenedList> open_list(const Kind& kind, const std::filesystem::path& file);

/// The same for rounds of invitations, which have a reader of their own
/// (indexer/sources/rounds.hpp). They were published on the day of the newest.
domain::Result<OpenedList> open_rounds(const std::filesystem::path& file);

}  // namespace reference_data
