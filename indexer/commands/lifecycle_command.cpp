#include "indexer/commands/lifecycle_command.hpp"

#include "indexer/lifecycle_report.hpp"

namespace commands {
namespace {

std::string told(const auto& report, const ReportForm form) {
    return form.format == Format::json ? ingest::json(report) : ingest::text(report);
}

}  // namespace

Report check(
    store::PostingStore& postings, const search::IndexLocation& index_folder, const ReportForm form
) {
    const search::CrossCheck found = search::cross_check(index_folder, postings);
    return {.text = told(found, form), .complete = found.faults_found == 0};
}

domain::Result<Report> history(
    store::Database& database,
    const std::string& posting,
    const domain::Date as_of,
    const ReportForm form
) {
    const ingest::HistoryReport report{
        .postings = store::PostingStore{database}.history(posting), .as_of = as_of};
    if (report.postings.empty()) {
        return domain::invalid("posting", "'" + posting + "' is no posting's id");
    }
    return Report{.text = told(report, form)};
}

std::string list_runs(store::Database& database, const std::size_t count, const ReportForm form) {
    return told(ingest::RunsReport{.runs = store::RunStore{database}.latest(count)}, form);
}

}  // namespace commands
