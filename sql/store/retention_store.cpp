#include "sql/store/retention_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

std::optional<std::string> text_of(const std::optional<domain::Date>& day) {
    return day ? std::optional{domain::to_string(*day)} : std::nullopt;
}

}  // namespace

RetentionStore::Amounts RetentionStore::outlived(const Limits& limits) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto used = text_of(limits.used_before);
        const auto seen = text_of(limits.seen_before);
        const auto row =
            run(transaction, queries::count_outlived.name, or_null(used), or_null(seen)).front();
        return Amounts{.candidates = row[0].as<std::int64_t>(), .views = row[1].as<std::int64_t>()};
    });
}

RetentionStore::Amounts RetentionStore::remove(
    const Job& job,
    const Limits& limits,
    const domain::Date day,
    const std::size_t count,
    const std::function<std::string(const Amounts&)>& progress
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto used = text_of(limits.used_before);
        const auto seen = text_of(limits.seen_before);
        run(transaction, queries::set_retention.name, used.value_or(""), seen.value_or(""));
        const Amounts removed{
            .candidates = run(transaction,
                              queries::delete_unused.name,
                              or_null(used),
                              count,
                              domain::to_string(day))[0][0]
                              .as<std::int64_t>(),
            .views = run(transaction, queries::delete_seen.name, or_null(seen), count)[0][0]
                         .as<std::int64_t>()};
        advance(transaction, job, progress(removed));
        return removed;
    });
}

}  // namespace store
