#pragma once

#include "indexer/reference_data/open_list.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// An entry by our columns; NULL is absent.
using Entry = std::map<std::string, std::string>;

/// All that reading a list gave.
struct Reading {
    std::string list;
    std::optional<domain::Date> published_on;
    std::vector<Entry> entries;
    std::vector<std::int64_t> lines;
    std::vector<store::Refused> refused;  ///< Rows, and values left out.
    std::map<std::string, std::int64_t> passed_over;
    std::string error;  ///< Why it could not be opened, or read to its end.

    /// Rows of the file, however they ended.
    std::int64_t rows() const;
};

Reading read_list(std::string_view kind, const std::filesystem::path& file);

/// The same for a file of this name and content.
Reading read_list(std::string_view kind, const std::string& name, std::string_view content);
