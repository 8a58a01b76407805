#include "sql/store/run_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

std::string text_or_empty(const pqxx::field& field) {
    return field.is_null() ? std::string{} : field.as<std::string>();
}

}  // namespace

RunStore::RunStore(Database& database) : database_{database} {}

std::int64_t RunStore::begin(
    const std::string& source, const std::string& file, const domain::Date day
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::begin_ingest_run.name, source, file, domain::to_string(day)
        )
            .front()[0]
            .as<std::int64_t>();
    });
}

void RunStore::finish(const std::int64_t id, const Outcome& outcome) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(
            transaction,
            queries::finish_ingest_run.name,
            id,
            outcome.source,
            outcome.outcome,
            outcome.message,
            outcome.counts
        );
    });
}

std::vector<RunStore::Run> RunStore::latest(const std::size_t count) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Run> runs;
        for (const auto& row : run(transaction, queries::list_ingest_runs.name, count)) {
            runs.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .source = row[1].as<std::string>(),
                 .file = row[2].as<std::string>(),
                 .day = domain::parse_date(row[3].c_str()).value(),
                 .started_at = row[4].as<std::string>(),
                 .finished_at = text_or_empty(row[5]),
                 .outcome = text_or_empty(row[6]),
                 .message = row[7].as<std::string>(),
                 .counts = text_or_empty(row[8])}
            );
        }
        return runs;
    });
}

}  // namespace store
