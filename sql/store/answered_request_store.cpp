#include "sql/store/answered_request_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

}  // namespace

std::optional<AnsweredRequestStore::Before> AnsweredRequestStore::begin(
    const Request& request, const Instant now, const Instant kept_since
) {
    return in_transaction_of(
        database_,
        Owner{.id = request.owner_id},
        [&](pqxx::work& transaction) -> std::optional<Before> {
            run(transaction,
                queries::forget_answered_requests.name,
                request.owner_id,
                epoch(kept_since));
            for (;;) {
                if (run(transaction,
                        queries::begin_request.name,
                        request.owner_id,
                        request.key_digest,
                        request.request_digest,
                        epoch(now))
                        .affected_rows() > 0) {
                    return std::nullopt;
                }
                const auto found =
                    run(transaction,
                        queries::find_answered_request.name,
                        request.owner_id,
                        request.key_digest);
                if (!found.empty()) {  // Else it was forgotten in this moment.
                    const auto row = found.front();
                    return Before{
                        .request_digest = row[0].as<std::string>(),
                        .began_at = instant_from(row[1].as<std::int64_t>()),
                        .sealed = text_or_nothing(row[2])};
                }
            }
        }
    );
}

void AnsweredRequestStore::keep(const Request& request, const std::string& sealed) {
    in_transaction_of(database_, Owner{.id = request.owner_id}, [&](pqxx::work& transaction) {
        return run(
            transaction, queries::keep_answer.name, request.owner_id, request.key_digest, sealed
        );
    });
}

void AnsweredRequestStore::forget(const Request& request) {
    in_transaction_of(database_, Owner{.id = request.owner_id}, [&](pqxx::work& transaction) {
        return run(transaction, queries::forget_request.name, request.owner_id, request.key_digest);
    });
}

}  // namespace store
