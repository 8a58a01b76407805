#include "sql/store/firm_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

namespace store {

namespace queries = embedded_queries;

std::string FirmStore::open(
    const std::string& name, const std::string& opened_by, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::open_firm.name, name, opened_by, epoch(now))
            .front()[0]
            .as<std::string>();
    });
}

std::optional<std::string> FirmStore::find(const std::string& id) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<std::string> {
        const auto found = run(transaction, queries::find_firm.name, id);
        return found.empty() ? std::nullopt : std::optional{found.front()[0].as<std::string>()};
    });
}

std::vector<Firm> FirmStore::find_by_name(const std::string& part, const std::size_t count) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Firm> found;
        for (const auto& row : run(transaction, queries::find_firms_by_name.name, part, count)) {
            found.push_back({.id = row[0].as<std::string>(), .name = row[1].as<std::string>()});
        }
        return found;
    });
}

}  // namespace store
