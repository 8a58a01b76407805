#include "sql/store/round_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/round_row.hpp"

namespace store {
namespace {

using domain::Round;

RoundImport import_in(pqxx::work& transaction, const std::vector<Round>& rounds) {
    const auto counts =
        run(transaction, embedded_queries::import_rounds.name, rows_json(rounds)).front();
    return {
        .added = counts[0].as<std::size_t>(),
        .changed = counts[1].as<std::size_t>(),
        .unchanged = counts[2].as<std::size_t>(),
    };
}

}  // namespace

std::vector<Round> RoundStore::list() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        std::vector<Round> rounds;
        for (const auto& found : run(transaction, embedded_queries::list_rounds.name)) {
            RoundRow row;
            for (std::size_t column = 0; column < row.size(); ++column) {
                const auto field = found[static_cast<pqxx::row::size_type>(column)];
                row[column] = field.is_null() ? "" : field.as<std::string>();
            }
            rounds.push_back(round_of(row));
        }
        return rounds;
    });
}

RoundImport RoundStore::import(const std::vector<Round>& rounds) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return import_in(transaction, rounds);
    });
}

RoundImport RoundStore::rehearse_import(const std::vector<Round>& rounds) {
    Database::Lease lease = database_.lease();
    pqxx::work transaction{lease.connection()};  // Never committed.
    return import_in(transaction, rounds);
}

}  // namespace store
