#pragma once

#include "indexer/commands/import_command.hpp"
#include "indexer/search/location.hpp"
#include "sql/store/posting_store.hpp"

#include <string>

namespace commands {

/// Holds the database and the index against each other; not complete where anything is wrong. The
/// caller holds the writer lock.
Report check(
    store::PostingStore& postings, const search::IndexLocation& index_folder, ReportForm form
);

/// What became of the postings with this id, theirs or their source's. Refuses one of no posting.
domain::Result<Report> history(
    store::Database& database, const std::string& posting, domain::Date as_of, ReportForm form
);

/// What the last ingests have done, the latest first, at most `count`.
std::string list_runs(store::Database& database, std::size_t count, ReportForm form);

}  // namespace commands
