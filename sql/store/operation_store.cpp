#include "sql/store/operation_store.hpp"

#include "embedded_queries.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

std::optional<std::int64_t> number_or_nothing(const pqxx::field& field) {
    return field.is_null() ? std::nullopt : std::optional{field.as<std::int64_t>()};
}

/// Columns 2 to 8 of list_sources.
std::optional<OperationStore::Listed> listed_from(const pqxx::row& row) {
    if (!row[2].as<bool>()) {
        return std::nullopt;
    }
    return OperationStore::Listed{
        .fetched = row[3].as<bool>(),
        .address = row[4].as<std::string>(),
        .complete = row[5].as<bool>(),
        .every_minutes = number_or_nothing(row[6]),
        .daily_at = text_or_nothing(row[7]),
        .due_at = row[8].as<std::string>()};
}

/// Columns 9 to 16.
std::optional<OperationStore::LastRun> last_run_from(const pqxx::row& row) {
    if (row[9].is_null()) {
        return std::nullopt;
    }
    return OperationStore::LastRun{
        .started_at = row[9].as<std::string>(),
        .finished_at = row[10].as<std::string>(),
        .succeeded_at = text_or_nothing(row[11]),
        .failures = row[12].as<std::int64_t>(),
        .error = row[13].as<std::string>(),
        .not_before = text_or_nothing(row[14]),
        .records = row[15].as<std::int64_t>(),
        .quarantined = row[16].as<std::int64_t>()};
}

/// Columns 17 to 20.
std::optional<OperationStore::LastIngest> last_ingest_from(const pqxx::row& row) {
    if (row[17].is_null()) {
        return std::nullopt;
    }
    return OperationStore::LastIngest{
        .run = row[17].as<std::int64_t>(),
        .started_at = row[18].as<std::string>(),
        .outcome = text_or_nothing(row[19]),
        .message = row[20].as<std::string>()};
}

/// Columns 24 to 28.
std::optional<OperationStore::Pages> pages_from(const pqxx::row& row) {
    if (row[24].is_null()) {
        return std::nullopt;
    }
    return OperationStore::Pages{
        .count = row[24].as<std::int64_t>(),
        .bytes = row[25].as<std::int64_t>(),
        .with_etag = row[26].as<std::int64_t>(),
        .with_last_modified = row[27].as<std::int64_t>(),
        .fetched_at = row[28].as<std::string>()};
}

/// Columns 29 to 31.
std::optional<AddedSource> added_from(const pqxx::row& row) {
    if (row[29].is_null()) {
        return std::nullopt;
    }
    return AddedSource{
        .name = row[0].as<std::string>(),
        .entry = row[29].as<std::string>(),
        .added_by = row[30].as<std::string>(),
        .added_at = row[31].as<std::string>()};
}

OperationStore::KeptAside kept_aside_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .source = row[1].as<std::string>(),
        .file = row[2].as<std::string>(),
        .line = row[3].as<std::int64_t>(),
        .field = row[4].as<std::string>(),
        .reason = row[5].as<std::string>(),
        .sha256 = row[6].as<std::string>(),
        .posting = number_or_nothing(row[7]),
        .first_seen = row[8].as<std::string>(),
        .run = number_or_nothing(row[9])};
}

}  // namespace

std::vector<OperationStore::Source> OperationStore::sources(
    const Reviewer& op, const domain::Date day, const std::string& after, const std::size_t count
) {
    return in_transaction_of(database_, op, [&](pqxx::work& transaction) {
        std::vector<Source> sources;
        for (const auto& row :
             run(transaction,
                 queries::list_sources.name,
                 after,
                 count,
                 domain::to_string(day),
                 domain::days_open_by_default)) {
            sources.push_back(
                {.name = row[0].as<std::string>(),
                 .posting_source = row[1].as<std::string>(),
                 .listed = listed_from(row),
                 .last_run = last_run_from(row),
                 .last_ingest = last_ingest_from(row),
                 .live_postings = row[21].as<std::int64_t>(),
                 .records_kept_aside = row[22].as<std::int64_t>(),
                 .postings_held_back = row[23].as<std::int64_t>(),
                 .pages = pages_from(row),
                 .added = added_from(row)}
            );
        }
        return sources;
    });
}

std::vector<OperationStore::Run> OperationStore::runs(
    const RunsAsked& asked, const std::optional<std::int64_t> before, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Run> runs;
        for (const auto& row :
             run(transaction,
                 queries::list_runs.name,
                 or_null(asked.source),
                 or_null(asked.outcome),
                 before,
                 count)) {
            runs.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .source = row[1].as<std::string>(),
                 .file = row[2].as<std::string>(),
                 .day = row[3].as<std::string>(),
                 .started_at = row[4].as<std::string>(),
                 .finished_at = text_or_nothing(row[5]),
                 .outcome = text_or_nothing(row[6]),
                 .message = row[7].as<std::string>(),
                 .counts = text_or_nothing(row[8]).value_or("")}
            );
        }
        return runs;
    });
}

std::vector<VerdictCount> OperationStore::verdicts(
    const Reviewer& op, const std::optional<std::string>& source
) {
    return in_transaction_of(database_, op, [&](pqxx::work& transaction) {
        std::vector<VerdictCount> counts;
        for (const auto& row :
             run(transaction, queries::count_packed_verdicts.name, or_null(source))) {
            counts.push_back(
                {.source = row[0].as<std::string>(),
                 .place = row[1].as<int>(),
                 .verdict = row[2].c_str()[0],
                 .count = row[3].as<std::int64_t>()}
            );
        }
        return counts;
    });
}

std::vector<OperationStore::KeptAside> OperationStore::kept_aside(
    const KeptAsideAsked& asked, const std::optional<std::int64_t> before, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<KeptAside> rows;
        for (const auto& row :
             run(transaction,
                 queries::list_kept_aside.name,
                 or_null(asked.source),
                 or_null(asked.kind),
                 or_null(asked.field),
                 or_null(asked.reason),
                 before,
                 count)) {
            rows.push_back(kept_aside_from(row));
        }
        return rows;
    });
}

std::optional<OperationStore::Record> OperationStore::record(
    const Reviewer& who,
    const std::int64_t id,
    const std::int32_t from,
    const std::int32_t characters
) {
    return in_transaction_of(database_, who, [&](pqxx::work& transaction) -> std::optional<Record> {
        const auto found = run(transaction, queries::find_kept_aside.name, id, from, characters);
        if (found.empty()) {
            return std::nullopt;
        }
        const auto row = found.front();
        return Record{
            .about = kept_aside_from(row),
            .text = row[10].as<std::string>(),
            .characters = row[11].as<std::int64_t>(),
            .bytes = row[12].as<std::int64_t>(),
            .replaced = row[13].as<bool>()};
    });
}

std::vector<OperationStore::Figure> OperationStore::figures() {
    std::vector<Figure> all;
    for (const auto& row : ask(database_, queries::list_figures.name)) {
        all.push_back(
            {.name = row[0].as<std::string>(),
             .label = row[1].as<std::string>(),
             .value = row[2].as<double>()}
        );
    }
    return all;
}

std::vector<OperationStore::ReasonCount> OperationStore::reasons(
    const std::optional<std::string>& source, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<ReasonCount> reasons;
        for (const auto& row :
             run(transaction, queries::count_kept_aside.name, or_null(source), count)) {
            reasons.push_back(
                {.source = row[0].as<std::string>(),
                 .records = row[1].as<bool>(),
                 .field = row[2].as<std::string>(),
                 .reason = row[3].as<std::string>(),
                 .count = row[4].as<std::int64_t>(),
                 .last_seen = row[5].as<std::string>()}
            );
        }
        return reasons;
    });
}

}  // namespace store
