#include "sql/store/added_source_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

namespace store {

namespace queries = embedded_queries;

AddedSourceStore::Put AddedSourceStore::put(
    const Reviewer& op, const std::string& name, const std::string& entry, const Instant now
) {
    return in_transaction_of(database_, op, [&](pqxx::work& transaction) {
        if (run(transaction, queries::is_listed_on_machine.name, name).front()[0].as<bool>()) {
            return Put::listed_on_machine;
        }
        const auto put =
            run(transaction, queries::put_added_source.name, name, entry, op.id, epoch(now));
        return put.front()[0].as<bool>() ? Put::added : Put::replaced;
    });
}

bool AddedSourceStore::remove(const Reviewer& op, const std::string& name) {
    return in_transaction_of(database_, op, [&](pqxx::work& transaction) {
        return !run(transaction, queries::remove_added_source.name, name).empty();
    });
}

std::vector<AddedSource> AddedSourceStore::list() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        std::vector<AddedSource> sources;
        for (const auto& row : run(transaction, queries::list_added_sources.name)) {
            sources.push_back(
                {.name = row[0].as<std::string>(),
                 .entry = row[1].as<std::string>(),
                 .added_by = row[2].as<std::string>(),
                 .added_at = row[3].as<std::string>()}
            );
        }
        return sources;
    });
}

}  // namespace store
