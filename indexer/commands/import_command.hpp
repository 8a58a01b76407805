#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"
#include "sql/store/import_store.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

/// The commands of jobscout-indexer, each as a function from what was asked to what is printed.
namespace commands {

enum class Format : std::uint8_t { text, json };

struct ReportForm {
    Format format = Format::text;
    store::Commit commit = store::Commit::real;  ///< Rehearsed: a dry run, which writes nothing.
};

/// What a command has to say.
struct Report {
    std::string text;
    bool complete =
        true;  ///< False where a round was refused: rounds are few, and each one counts.
};

struct ImportRequest {
    std::string kind;
    std::filesystem::path file;
    std::optional<domain::Date> published_on;  ///< Goes before what the file says itself.
};

/// Takes in one published list. Refuses a kind that is not known, a file that is no such list, and
/// one whose publisher's date is neither stated nor said by the file.
domain::Result<Report> import_list(
    store::Database& database, const ImportRequest& request, ReportForm form
);

/// The same for rounds of invitations, reporting how they compare with those held.
domain::Result<Report> import_rounds(
    store::Database& database, const std::filesystem::path& file, ReportForm form
);

domain::Result<Report> revert_import(store::Database& database, std::int64_t id, ReportForm form);

std::string list_imports(store::Database& database, ReportForm form);

/// `noc_titles, lmia, ...`: the kinds, for a help text.
std::string import_kinds();

}  // namespace commands
