#include "indexer/commands/import_command.hpp"

#include "indexer/commands/import_report.hpp"
#include "indexer/reference_data/open_list.hpp"
#include "indexer/report.hpp"
#include "indexer/sources/rounds.hpp"
#include "indexer/sources/text.hpp"
#include "sql/store/file_digest.hpp"
#include "sql/store/round_store.hpp"

#include <chrono>
#include <utility>

namespace commands {
namespace {

using reference_data::Kind;

domain::Error of_file(domain::Error error, const std::filesystem::path& file) {
    if (error.message.find(file.filename().string()) == std::string::npos) {
        error.message = file.string() + ": " + error.message;
    }
    return error;
}

domain::Result<store::ImportOutcome> import_from(
    store::Database& database,
    const Kind& kind,
    const ImportRequest& request,
    const store::Commit commit
) {
    auto opened = reference_data::open_list(kind, request.file);
    if (!opened) {
        return of_file(opened.error(), request.file);
    }
    const auto published_on = request.published_on ? request.published_on : opened->published_on;
    if (!published_on) {
        return domain::invalid(
            "--published",
            "is needed: neither " + request.file.string() +
                " nor its name says when it was published"
        );
    }
    auto sha256 = store::file_sha256(request.file);
    if (!sha256) {
        return domain::invalid("", request.file.string() + ": cannot be read");
    }
    const store::NewImport about{
        .kind = std::string{kind.name},
        .list = std::move(opened->list),
        .publisher = std::string{kind.publisher},
        .published_on = *published_on,
        .file_name = sources::as_text(request.file.filename().string()),
        .sha256 = std::move(*sha256),
        .table = std::string{kind.table},
        .columns = std::move(opened->columns)};
    return store::ImportStore{database}.import(about, opened->next, commit);
}

}  // namespace

domain::Result<Report> import_list(
    store::Database& database, const ImportRequest& request, const ReportForm form
) {
    const Kind* kind = reference_data::kind_named(request.kind);
    if (kind == nullptr) {
        return domain::invalid("kind", "'" + request.kind + "' is none of " + import_kinds());
    }
    const auto start = std::chrono::steady_clock::now();
    const auto outcome = import_from(database, *kind, request, form.commit);
    if (!outcome) {
        return outcome.error();
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const ImportReport report{.outcome = *outcome, .commit = form.commit, .seconds = taken.count()};
    const bool each_counts = kind->layouts.empty();
    return Report{
        .text = form.format == Format::json ? json(report) : text(report),
        .complete = !each_counts || outcome->import.refused == 0};
}

domain::Result<Report> import_rounds(
    store::Database& database, const std::filesystem::path& file, const ReportForm form
) {
    auto feed = sources::read_rounds_file(file);
    if (!feed) {
        return feed.error();
    }
    const auto comparison = store::compare(store::RoundStore{database}.list(), feed->rounds);
    if (!feed->rounds.empty()) {
        const auto outcome = import_from(
            database,
            *reference_data::kind_named("rounds"),
            {.kind = "rounds", .file = file, .published_on = {}},
            form.commit
        );
        if (!outcome) {
            return outcome.error();
        }
    }
    using Run = ingest::RoundsReport::Run;
    const ingest::RoundsReport report{
        .run = form.commit == store::Commit::real ? Run::real : Run::dry,
        .done = comparison,
        .refused = std::move(feed->refused)};
    return Report{
        .text = form.format == Format::json ? ingest::json(report) : ingest::text(report),
        .complete = report.refused.empty()};
}

domain::Result<Report> revert_import(
    store::Database& database, const std::int64_t id, const ReportForm form
) {
    const auto outcome = store::ImportStore{database}.revert(id, form.commit);
    if (!outcome) {
        return outcome.error();
    }
    const RevertReport report{.outcome = *outcome, .commit = form.commit};
    return Report{.text = form.format == Format::json ? json(report) : text(report)};
}

std::string list_imports(store::Database& database, const ReportForm form) {
    const auto imports = store::ImportStore{database}.list();
    return form.format == Format::json ? json(imports) : text(imports);
}

std::string import_kinds() {
    std::vector<std::string> names;
    for (const Kind& kind : reference_data::kinds()) {
        names.emplace_back(kind.name);
    }
    return sources::joined(names, ", ");
}

}  // namespace commands
