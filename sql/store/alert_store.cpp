#include "sql/store/alert_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/digest_row.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/json_array.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

}  // namespace

AlertStore::Totals AlertStore::totals() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        const auto row = run(transaction, queries::count_to_alert.name).front();
        return Totals{
            .searches = row[0].as<std::int64_t>(),
            .candidates = row[1].as<std::int64_t>(),
            .candidates_stored = row[2].as<std::int64_t>(),
            .revision_seen_min = row[3].is_null() ? 0 : row[3].as<std::int64_t>(),
            .queries = row[4].as<std::int64_t>(),
        };
    });
}

std::vector<SearchToAlert> AlertStore::searches(
    const std::optional<std::string>& after, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<SearchToAlert> result;
        for (const auto& row :
             run(transaction, queries::list_to_alert.name, or_null(after), count)) {
            result.push_back(
                {.id = row[0].as<std::string>(),
                 .candidate_id = text_or_nothing(row[1]),
                 .candidate_document = text_or_nothing(row[5]),
                 .match_order = text_or_nothing(row[2]),
                 .query = text_or_nothing(row[3]),
                 .revision_seen = row[4].as<std::int64_t>()}
            );
        }
        return result;
    });
}

std::vector<Arrival> AlertStore::arrivals(
    const std::int64_t after, const std::int64_t upto, const domain::Date day
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Arrival> result;
        for (const auto& row :
             run(transaction, queries::list_arrivals.name, after, upto, domain::to_string(day))) {
            result.push_back(
                {.posting_id = row[0].as<domain::PostingId>(),
                 .revision = row[1].as<std::int64_t>()}
            );
        }
        return result;
    });
}

std::vector<std::pair<std::string, domain::PostingId>> AlertStore::alerted(
    const std::vector<std::string>& searches, const std::int64_t after, const std::int64_t upto
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<std::pair<std::string, domain::PostingId>> result;
        for (const auto& row :
             run(transaction, queries::list_alerted.name, json_array(searches), after, upto)) {
            result.emplace_back(row[0].as<std::string>(), row[1].as<domain::PostingId>());
        }
        return result;
    });
}

void AlertStore::write(const Job& job, const Step& step) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        // Every row that is written asks for the keys that it refers to: planning that anew for
        // each takes far longer than to look.
        run(transaction, queries::keep_plans.name);
        // First, so that whoever has lost the lease waits here for the other, and writes nothing.
        advance(transaction, job, step.progress);
        add_digests(transaction, step.digests);
        return run(
            transaction, queries::mark_seen_by_search.name, json_array(step.searches), step.revision
        );
    });
}

}  // namespace store
