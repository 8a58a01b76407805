#include "sql/store/fetch_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;

domain::Instant parsed_instant(const pqxx::field& field) {
    return domain::parse_instant(field.as<std::string>()).value();
}

std::optional<domain::Instant> instant_or_none(const pqxx::field& field) {
    return field.is_null() ? std::nullopt : std::optional{parsed_instant(field)};
}

std::optional<std::string> text_or_none(const std::optional<domain::Instant>& moment) {
    return moment ? std::optional{domain::to_string(*moment)} : std::nullopt;
}

}  // namespace

std::vector<FetchedPage> FetchStore::pages(const std::string& source) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<FetchedPage> pages;
        for (const auto& row : run(transaction, queries::list_fetched_pages.name, source)) {
            pages.push_back(
                {.url = row[0].as<std::string>(),
                 .etag = row[1].as<std::string>(),
                 .last_modified = row[2].as<std::string>(),
                 .next_page = row[3].as<std::string>(),
                 .sha256 = row[4].as<std::string>(),
                 .bytes = row[5].as<std::int64_t>()}
            );
        }
        return pages;
    });
}

void FetchStore::keep(const std::string& source, const int page, const FetchedPage& what) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(
            transaction,
            queries::keep_fetched_page.name,
            source,
            page,
            what.url,
            what.etag,
            what.last_modified,
            what.next_page,
            what.sha256,
            what.bytes
        );
    });
}

void FetchStore::drop_pages(const std::string& source, const int count) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::drop_fetched_pages.name, source, count);
    });
}

std::vector<SourceRun> FetchStore::runs() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<SourceRun> runs;
        for (const auto& row : run(transaction, queries::list_source_runs.name)) {
            runs.push_back(
                {.source = row[0].as<std::string>(),
                 .started_at = parsed_instant(row[1]),
                 .finished_at = parsed_instant(row[2]),
                 .succeeded_at = instant_or_none(row[3]),
                 .failures = row[4].as<int>(),
                 .error = row[5].as<std::string>(),
                 .not_before = instant_or_none(row[6]),
                 .ingested = row[7].as<std::string>(),
                 .records = row[8].as<std::int64_t>(),
                 .quarantined = row[9].as<std::int64_t>(),
                 .posting_source = row[10].as<std::string>()}
            );
        }
        return runs;
    });
}

void FetchStore::record(const SourceRun& done) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(
            transaction,
            queries::record_source_run.name,
            done.source,
            domain::to_string(done.started_at),
            domain::to_string(done.finished_at),
            text_or_none(done.succeeded_at),
            done.failures,
            done.error,
            text_or_none(done.not_before),
            done.ingested,
            done.records,
            done.quarantined,
            done.posting_source
        );
    });
}

void FetchStore::keep_list(const std::vector<ListedSource>& sources) {
    boost::json::array names;
    for (const ListedSource& source : sources) {
        names.emplace_back(source.name);
    }
    in_transaction(database_, [&](pqxx::work& transaction) {
        for (const ListedSource& source : sources) {
            run(transaction,
                queries::keep_listed_source.name,
                source.name,
                source.fetched,
                source.address,
                source.complete,
                source.every_minutes,
                source.daily_at,
                domain::to_string(source.due_at),
                source.added);
        }
        return run(transaction, queries::forget_other_sources.name, boost::json::serialize(names));
    });
}

void FetchStore::set_due(const std::string& source, const domain::Instant due_at) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::set_source_due.name, source, domain::to_string(due_at));
    });
}

}  // namespace store
