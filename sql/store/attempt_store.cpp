#include "sql/store/attempt_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

namespace store {

namespace queries = embedded_queries;

std::chrono::seconds AttemptStore::count(
    const std::string& subject, const Instant now, const std::chrono::seconds kept, const Wait& wait
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::forget_attempts.name, epoch(now));
        const auto row =
            run(transaction, queries::lock_attempt.name, subject, epoch(now + kept)).front();
        const auto remaining =
            wait({.attempts = row[0].as<int>(), .last_at = instant_from(row[1].as<std::int64_t>())}
            );
        if (remaining.count() <= 0) {
            run(transaction, queries::count_attempt.name, subject, epoch(now), epoch(now + kept));
            return std::chrono::seconds{0};
        }
        return remaining;
    });
}

void AttemptStore::forgive(const std::string& subject) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::forgive_attempt.name, subject);
    });
}

void AttemptStore::clear(const std::string& subject) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::clear_attempts.name, subject);
    });
}

}  // namespace store
