#pragma once

#include "indexer/commands/import_command.hpp"
#include "indexer/search/location.hpp"

#include <string>

namespace commands {

/// Brings the database that this libpq connection string names to the program's schema, making it
/// if need be; a rehearsal tells what would be applied. Refuses what store::migrate refuses.
domain::Result<Report> migrate(const std::string& database, ReportForm form);

/// What is stored, indexed and kept aside.
std::string status(
    store::Database& database, const search::IndexLocation& index_folder, ReportForm form
);

/// Builds the index anew, and tells the status. The caller holds the writer lock.
std::string reindex(
    store::Database& database, const search::IndexLocation& index_folder, ReportForm form
);

}  // namespace commands
