#include "sql/store/account_closing_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/mail_row.hpp"
#include "sql/store/sha256.hpp"

namespace store {

namespace queries = embedded_queries;

AccountClosingStore::Removed AccountClosingStore::remove(
    const std::string& account_id, const domain::Date day, const Mail& mail
) {
    const std::string on = domain::to_string(day);
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        Removed removed;
        const auto searches = run(transaction, queries::delete_searches_of.name, account_id);
        removed.saved_searches = static_cast<std::int64_t>(searches.size());
        run(transaction, queries::delete_answered_requests_of.name, account_id);
        for (const auto& row : run(transaction, queries::delete_candidates_of.name, account_id)) {
            ++removed.candidates;
            run(transaction, queries::record_deletion.name, sha256(row[0].as<std::string>()), on);
        }
        if (!run(transaction, queries::delete_account.name, account_id).empty()) {
            run(transaction, queries::record_account_deletion.name, sha256(account_id), on);
            queue(transaction, mail);
        }
        return removed;
    });
}

bool AccountClosingStore::decide(const std::string& account_id, const Decision& decision) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::open_accounts.name);
        return run(transaction,
                   queries::decide_account.name,
                   account_id,
                   decision.decision,
                   decision.reason,
                   decision.operator_id,
                   epoch(decision.decided_at))
            .front()[0]
            .as<bool>();
    });
}

std::vector<AccountClosingStore::Decision> AccountClosingStore::decisions(
    const std::string& account_id
) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        std::vector<Decision> result;
        for (const auto& row : run(transaction, queries::list_account_decisions.name, account_id)) {
            result.push_back(
                {.decision = row[0].as<std::string>(),
                 .reason = row[1].as<std::string>(),
                 .operator_id = row[2].as<std::string>(),
                 .decided_at = instant_from(row[3].as<std::int64_t>())}
            );
        }
        return result;
    });
}

}  // namespace store
