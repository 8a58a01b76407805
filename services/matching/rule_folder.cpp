#include "services/matching/rule_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace matching {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file{path};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad()) {
        throw std::runtime_error{path.string() + ": cannot be read"};
    }
    return text;
}

std::vector<rules::RuleFile> read_files(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<rules::RuleFile> files;
    files.reserve(paths.size());
    for (const fs::path& path : paths) {
        files.push_back({.name = path.string(), .json = content(path)});
    }
    return files;
}

}  // namespace

rules::DroppedRules read_rule_folder(const fs::path& folder) {
    if (!fs::is_directory(folder)) {
        throw std::runtime_error{folder.string() + ": is not a folder"};
    }
    const fs::path grids = folder / "grids";
    return {
        .rule_sets = read_files(folder),
        .grids = fs::is_directory(grids) ? read_files(grids) : std::vector<rules::RuleFile>{},
    };
}

domain::Result<rules::RuleBook> rule_book(const std::string& folder, const std::string_view basis) {
    return rules::load(folder.empty() ? rules::DroppedRules{} : read_rule_folder(folder), basis);
}

std::string refusal_line(const domain::Error& error) {
    return error.field + (error.field.empty() ? "" : ": ") + error.message;
}

}  // namespace matching
