#pragma once

#include "indexer/search/location.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace watch {

/// What `fetch` and `watch` were asked for.
struct Asked {
    std::filesystem::path sources;       ///< The list.
    std::vector<std::string> names;      ///< Those to run; none: all.
    std::filesystem::path fetch_folder;  ///< Where pages are kept.
    search::IndexLocation index{};
    std::optional<std::filesystem::path> status;
    std::optional<std::filesystem::path> metrics;
};

struct Answer {
    std::string text;      ///< For standard output.
    std::string json;      ///< The same.
    bool complete = true;  ///< Every source ran to its end.
};

/// Runs the sources once, now. Refuses a list that is none, a name that is not in it, and a folder
/// that another process fetches into.
domain::Result<Answer> fetch_command(store::Database& database, const Asked& asked);

/// Runs them at their times until SIGTERM or SIGINT. A second signal ends the process at once;
/// nothing is lost by that.
domain::Result<void> watch_command(store::Database& database, const Asked& asked);

}  // namespace watch
