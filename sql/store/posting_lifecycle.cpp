// How PostingStore follows postings over time: seen, superseded, closed, and what is told of it.

#include "embedded_queries.hpp"
#include "sql/store/column.hpp"
#include "sql/store/json_array.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/posting_store.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

PostingStore::History history_from(const pqxx::row& row) {
    PostingStore::History history;
    history.posting.id = row[0].as<domain::PostingId>();
    history.posting.source = row[1].as<std::string>();
    history.posting.source_id = row[2].as<std::string>();
    history.posting.title = row[3].as<std::string>();
    history.posting.url = row[4].as<std::string>();
    history.verified = row[5].as<bool>();
    history.first_seen = date_in(row[6]).value();
    history.last_seen = date_in(row[7]).value();
    history.gone_on = date_in(row[8]);
    history.posting.date_posted = date_in(row[9]);
    history.posting.valid_through = date_in(row[10]);
    history.posting.closed_on = date_in(row[11]);
    return history;
}

}  // namespace

void PostingStore::mark_seen(
    const std::vector<domain::PostingId>& ids,
    const domain::Date day,
    const std::optional<StoredLiveness>& liveness
) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        const std::string list = json_array(ids);
        if (liveness && liveness->until) {
            run(transaction,
                queries::mark_live.name,
                list,
                domain::to_string(liveness->day),
                domain::to_string(*liveness->until),
                liveness->evidence);
        }
        return run(transaction, queries::mark_seen.name, list, domain::to_string(day));
    });
}

std::vector<std::string> PostingStore::superseded(
    const std::string& source, const std::vector<std::string>& sha256s
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<std::string> found;
        for (const auto& row :
             run(transaction,
                 queries::find_superseded.name,
                 source,
                 json_array(sha256s),
                 std::string{superseded_reason})) {
            found.push_back(row[0].as<std::string>());
        }
        return found;
    });
}

void PostingStore::supersede(const std::string& source, const std::vector<Successor>& successors) {
    json::array later;
    for (const Successor& successor : successors) {
        later.push_back({{"source_id", text(successor.source_id)}, {"sha256", successor.sha256}});
    }
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(
            transaction,
            queries::supersede_records.name,
            source,
            json::serialize(later),
            "source_id",
            std::string{superseded_reason}
        );
    });
}

std::vector<PostingStore::Linked> PostingStore::find_by_urls(const std::vector<std::string>& urls) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Linked> found;
        for (const auto& row : run(transaction, queries::find_by_urls.name, json_array(urls))) {
            found.push_back({.url = row[0].as<std::string>(), .id = row[1].as<domain::PostingId>()}
            );
        }
        return found;
    });
}

std::vector<PostingStore::Offered> PostingStore::offered(
    const std::string& source,
    const std::string& after,
    const domain::Date day,
    const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Offered> found;
        for (const auto& row :
             run(transaction,
                 queries::list_offered.name,
                 source,
                 after,
                 count,
                 domain::to_string(day),
                 domain::days_open_by_default)) {
            found.push_back(
                {.id = row[0].as<domain::PostingId>(),
                 .source_id = row[1].as<std::string>(),
                 .open = row[2].as<bool>()}
            );
        }
        return found;
    });
}

Written PostingStore::close(const Closing& closing) {
    const std::string day = domain::to_string(closing.day);
    return in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::lock_revision.name);
        json::array gone;
        for (const auto& row :
             run(transaction, queries::mark_gone.name, json_array(closing.ids), day)) {
            gone.emplace_back(row[0].as<domain::PostingId>());
        }
        Written result;
        result.counts.changed = static_cast<std::int64_t>(gone.size());
        result.counts.unchanged =
            static_cast<std::int64_t>(closing.ids.size()) - result.counts.changed;
        if (!gone.empty()) {
            result.revision =
                run(transaction, queries::advance_revision.name).front()[0].as<Revision>();
            run(transaction,
                queries::close_postings.name,
                json::serialize(gone),
                result.revision,
                day,
                closing.state,
                closing.reason);
        }
        return result;
    });
}

std::vector<PostingStore::Served> PostingStore::served(
    const domain::PostingId after_id, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Served> found;
        for (const auto& row : run(transaction, queries::list_served.name, after_id, count)) {
            found.push_back(
                {.id = row[0].as<domain::PostingId>(), .revision = row[1].as<Revision>()}
            );
        }
        return found;
    });
}

std::vector<std::string> PostingStore::contradictions() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<std::string> found;
        for (const auto& row : run(transaction, queries::list_contradictions.name)) {
            found.push_back(row[0].as<std::string>());
        }
        return found;
    });
}

std::vector<PostingStore::History> PostingStore::history(const std::string& id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<History> histories;
        for (const auto& posting : run(transaction, queries::find_lifecycle.name, id)) {
            histories.push_back(history_from(posting));
            History& history = histories.back();
            for (const auto& row :
                 run(transaction, queries::list_history.name, history.posting.id)) {
                history.changes.push_back(
                    {.revision = row[0].as<Revision>(),
                     .state = row[1].as<std::string>(),
                     .day = date_in(row[2]).value(),
                     .reason = row[3].as<std::string>(),
                     .changes = row[4].is_null() ? "" : row[4].as<std::string>()}
                );
            }
        }
        return histories;
    });
}

}  // namespace store
