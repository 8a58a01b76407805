#pragma once

#include "sql/store/account_store.hpp"
#include "sql/store/lease.hpp"

#include <optional>
#include <string>

/// What the stores about accounts have in common; for them only.
namespace store {

/// Until the end of the transaction, only what belongs to the account exists.
void set_account(pqxx::transaction_base& transaction, const std::string& account_id);

/// Until the end of the transaction, what belongs to the secret with this digest can be read.
void show_secret(pqxx::transaction_base& transaction, const std::string& sha256);

/// In a transaction of the account.
std::optional<Account> read_account(
    pqxx::transaction_base& transaction, const std::string& account_id
);

/// `body(transaction)` in a transaction in which only what belongs to the account exists.
template <class Body>
auto in_transaction_of_account(
    Database& database, const std::string& account_id, const Body& body
) {
    return in_transaction(database, [&](pqxx::work& transaction) {
        set_account(transaction, account_id);
        return body(transaction);
    });
}

}  // namespace store
