#pragma once

#include <string>
#include <vector>

/// ZIP archives made in memory.
namespace zip {

struct Entry {
    std::string name;  ///< ASCII, without a folder.
    std::string content;
};

/// An archive of the entries in their order. The same entries give the same bytes: no time and no
/// user stands in it. Throws std::runtime_error where libarchive fails.
std::string archive_of(const std::vector<Entry>& entries);

}  // namespace zip
