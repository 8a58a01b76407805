#include "indexer/commands/database_command.hpp"

#include "indexer/progress_line.hpp"
#include "indexer/report.hpp"
#include "indexer/search/writer.hpp"
#include "sql/store/migrations.hpp"

#include <boost/json.hpp>

namespace commands {
namespace {

std::string lines_of(const boost::json::object& report) {
    std::string text;
    for (const auto& [name, value] : report) {
        text.append(name).append(": ").append(boost::json::serialize(value)) += '\n';
    }
    return text;
}

}  // namespace

domain::Result<Report> migrate(const std::string& database, const ReportForm form) {
    boost::json::object report;
    if (form.commit == store::Commit::rehearsed) {
        const auto pending = store::pending(database);
        if (!pending) {
            return pending.error();
        }
        report["pending"] = boost::json::value_from(*pending);
    } else {
        const auto migrated = store::migrate(database);
        if (!migrated) {
            return migrated.error();
        }
        report["applied"] = boost::json::value_from(migrated->applied);
        report["loaded"] = boost::json::value_from(migrated->loaded);
        report["current"] = migrated->current;
    }
    return Report{
        .text =
            form.format == Format::json ? boost::json::serialize(report) + '\n' : lines_of(report)};
}

std::string status(
    store::Database& database, const search::IndexLocation& index_folder, const ReportForm form
) {
    store::PostingStore postings{database};
    const ingest::Status status{
        .totals = postings.totals(),
        .reasons = postings.quarantine_reasons(),
        .index = search::status(index_folder)};
    return form.format == Format::json ? ingest::json(status) : ingest::text(status);
}

std::string reindex(
    store::Database& database, const search::IndexLocation& index_folder, const ReportForm form
) {
    {
        ingest::ProgressLine line{"index", "postings"};
        const auto progress = [&](const std::int64_t count) { line.update(count, {}); };
        const auto unit_groups = store::ReferenceStore{database}.noc_unit_groups();
        store::PostingStore postings{database};
        search::rebuild_index(index_folder, postings, progress, unit_groups);
    }
    return status(database, index_folder, form);
}

}  // namespace commands
