#include "sql/store/round_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/round_row.hpp"

#include <string_view>
#include <unordered_map>

namespace store {
using domain::Round;

RoundComparison compare(const std::vector<Round>& held, const std::vector<Round>& said) {
    std::unordered_map<std::string_view, const Round*> by_number;
    for (const Round& round : held) {
        by_number.emplace(round.number, &round);
    }
    RoundComparison counts;
    for (const Round& round : said) {
        const auto found = by_number.find(round.number);
        if (found == by_number.end()) {
            ++counts.added;
        } else {
            ++(*found->second == round ? counts.unchanged : counts.changed);
        }
    }
    return counts;
}

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

}  // namespace store
