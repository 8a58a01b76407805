#include "sql/store/package_work_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;
using Built = PackageWorkStore::Built;

void add_files(pqxx::transaction_base& transaction, const std::string& id, const Built& built) {
    int place = 0;
    for (const PackageStore::File& file : built.files) {
        run(transaction,
            queries::add_package_file.name,
            id,
            place++,
            file.name,
            pqxx::binarystring{file.content});
    }
}

void replace_days(pqxx::transaction_base& transaction, const std::string& id, const Built& built) {
    run(transaction, queries::forget_days.name, id);
    for (const PackageWorkStore::Day& day : built.days) {
        run(transaction, queries::add_day.name, id, domain::to_string(day.due_on), day.words);
    }
}

}  // namespace

std::optional<PackageWorkStore::Order> PackageWorkStore::order(const std::string& id) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Order> {
        const auto found = run(transaction, queries::find_package_order.name, id);
        if (found.empty()) {
            return std::nullopt;
        }
        const auto row = found.front();
        return Order{
            .posting_id = row[0].as<domain::PostingId>(),
            .candidate = row[1].as<std::string>(),
            .own_words = row[2].as<std::string>(),
            .wish =
                {.sent_in = text_or_nothing(row[3]),
                 .kept_in = row[4].as<std::string>(),
                 .rules = row[5].as<std::string>()},
            .advisor = row[6].as<bool>() ? std::optional{Advisor{
                                               .firm = row[7].as<std::string>(),
                                               .standing = text_or_nothing(row[8]),
                                               .licence_number = text_or_nothing(row[9])}}
                                         : std::nullopt};
    });
}

void PackageWorkStore::end(
    const Job& job, const std::string& id, const domain::Date as_of, const Built& built
) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        const auto ended =
            run(transaction,
                queries::end_package.name,
                id,
                "built",
                domain::to_string(as_of),
                nullptr,
                nullptr,
                nullptr);
        if (!ended.empty()) {
            add_files(transaction, id, built);
            if (ended.front()[0].as<bool>()) {
                replace_days(transaction, id, built);
            }
        }
        finish(transaction, job);
        return true;
    });
}

void PackageWorkStore::end(
    const Job& job, const std::string& id, const domain::Date as_of, const Refused& refused
) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction,
            queries::end_package.name,
            id,
            "refused",
            domain::to_string(as_of),
            refused.reason,
            refused.field,
            refused.why);
        finish(transaction, job);
        return true;
    });
}

}  // namespace store
