#pragma once

#include "indexer/sources/read.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// What a file gave.
struct Reading {
    std::vector<sources::Record> records;
    std::vector<sources::Unreadable> unreadable;
    std::int64_t bytes_read = 0;
    std::int64_t bytes_total = 0;

    /// All values of a field of the only record; a failure of the test if there are others.
    std::vector<std::string> values(sources::Field field) const;
    std::string value(sources::Field field) const;  ///< Its first value.
    std::vector<std::string> reasons() const;
};

Reading reading_of(const sources::SourceFile& file);

std::string gzipped(std::string_view content);

/// A fixture of tests/sources/fixtures.
std::filesystem::path fixture(std::string_view name);

/// The shared data folder beside the repository, for tests that skip without it.
std::filesystem::path shared_data();
