#include "sql/store/retention_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

std::string day_text(const std::optional<domain::Date>& day) {
    return day ? domain::to_string(*day) : std::string{};
}

/// The limits as the statements take them.
struct Days {
    explicit Days(const RetentionStore::Limits& limits)
        : used{day_text(limits.used_before)},
          seen{day_text(limits.seen_before)},
          unconfirmed{day_text(limits.unconfirmed_before)},
          mailed{day_text(limits.mailed_before)},
          expired{day_text(limits.expired_before)} {}

    std::string used;
    std::string seen;
    std::string unconfirmed;
    std::string mailed;
    std::string expired;
};

const char* null_if_empty(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace

RetentionStore::Amounts& RetentionStore::Amounts::operator+=(const Amounts& more) {
    candidates += more.candidates;
    views += more.views;
    accounts += more.accounts;
    digests += more.digests;
    expired += more.expired;
    return *this;
}

RetentionStore::Amounts RetentionStore::outlived(const Limits& limits) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const Days days{limits};
        const auto row = run(transaction,
                             queries::count_outlived.name,
                             null_if_empty(days.used),
                             null_if_empty(days.seen),
                             null_if_empty(days.unconfirmed),
                             null_if_empty(days.mailed),
                             null_if_empty(days.expired))
                             .front();
        return Amounts{
            .candidates = row[0].as<std::int64_t>(),
            .views = row[1].as<std::int64_t>(),
            .accounts = row[2].as<std::int64_t>(),
            .digests = row[3].as<std::int64_t>(),
            .expired = row[4].as<std::int64_t>()};
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
        const Days days{limits};
        run(transaction,
            queries::set_retention.name,
            days.used,
            days.seen,
            days.unconfirmed,
            days.mailed,
            days.expired);
        const auto removed_by = [&](const std::string_view query, const std::string& before) {
            return run(transaction, query, null_if_empty(before), count)[0][0].as<std::int64_t>();
        };
        const Amounts removed{
            .candidates = run(transaction,
                              queries::delete_unused.name,
                              null_if_empty(days.used),
                              count,
                              domain::to_string(day))[0][0]
                              .as<std::int64_t>(),
            .views = removed_by(queries::delete_seen.name, days.seen),
            .accounts = removed_by(queries::delete_unconfirmed.name, days.unconfirmed),
            .digests = removed_by(queries::delete_mailed.name, days.mailed),
            .expired = removed_by(queries::delete_expired.name, days.expired)};
        advance(transaction, job, progress(removed));
        return removed;
    });
}

}  // namespace store
