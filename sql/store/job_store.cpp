#include "sql/store/job_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/job_row.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;

void unless_lost(const pqxx::result& changed, const Job& job) {
    if (changed.empty()) {
        throw LeaseLost{"job " + std::to_string(job.id) + " has been taken over"};
    }
}

std::optional<Job> take_by(
    Database& database,
    const std::vector<std::string>& kinds,
    const char* const id,
    const std::chrono::milliseconds lease
) {
    const std::string names = boost::json::serialize(boost::json::value_from(kinds));
    return in_transaction(database, [&](pqxx::work& transaction) -> std::optional<Job> {
        const auto taken = run(transaction, queries::lease_job.name, names, id, lease.count());
        if (taken.empty()) {
            return std::nullopt;
        }
        const auto row = taken.front();
        return Job{
            .id = row[0].as<std::int64_t>(),
            .kind = row[1].as<std::string>(),
            .arguments = row[2].as<std::string>(),
            .progress = row[3].as<std::string>(),
            .attempts = row[4].as<int>(),
            .lease = row[5].as<std::string>(),
        };
    });
}

}  // namespace

void advance(pqxx::transaction_base& transaction, const Job& job, const std::string& progress) {
    unless_lost(run(transaction, queries::advance_job.name, job.id, job.lease, progress), job);
}

void finish(pqxx::transaction_base& transaction, const Job& job) {
    unless_lost(run(transaction, queries::finish_job.name, job.id, job.lease), job);
}

std::int64_t JobStore::add(const std::string& kind, const std::string& arguments) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::add_job.name, kind, arguments)
            .front()[0]
            .as<std::int64_t>();
    });
}

std::optional<Job> JobStore::take(
    const std::vector<std::string>& kinds, const std::chrono::milliseconds lease
) {
    return take_by(database_, kinds, nullptr, lease);
}

std::optional<Job> JobStore::take_one(
    const std::string& kind, const std::int64_t id, const std::chrono::milliseconds lease
) {
    return take_by(database_, {kind}, std::to_string(id).c_str(), lease);
}

bool JobStore::extend(const Job& job, const std::chrono::milliseconds lease) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return !run(transaction, queries::extend_lease.name, job.id, job.lease, lease.count())
                    .empty();
    });
}

void JobStore::finish(const Job& job) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        store::finish(transaction, job);
        return true;
    });
}

void JobStore::release(
    const Job& job, const std::chrono::milliseconds pause, const std::string& why
) {
    unless_lost(
        in_transaction(
            database_,
            [&](pqxx::work& transaction) {
                return run(
                    transaction, queries::release_job.name, job.id, job.lease, pause.count(), why
                );
            }
        ),
        job
    );
}

void JobStore::give_up(const Job& job, const std::string& why) {
    unless_lost(
        in_transaction(
            database_,
            [&](pqxx::work& transaction) {
                return run(transaction, queries::give_up_job.name, job.id, job.lease, why);
            }
        ),
        job
    );
}

std::optional<JobStore::Status> JobStore::find(const std::int64_t id) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Status> {
        const auto found = run(transaction, queries::find_job.name, id);
        if (found.empty()) {
            return std::nullopt;
        }
        const auto row = found.front();
        return Status{
            .kind = row[0].as<std::string>(),
            .arguments = row[1].as<std::string>(),
            .state = row[2].as<std::string>(),
            .attempts = row[3].as<int>(),
            .progress = row[4].as<std::string>(),
            .error = row[5].as<std::string>(),
        };
    });
}

}  // namespace store
