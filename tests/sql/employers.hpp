#pragma once

#include "sql/store/consent_store.hpp"
#include "tests/support/test_database.hpp"

#include <pqxx/pqxx>

#include <string>

/// The number of a new employer's account with this mailbox at `exemple.example`.
inline std::string add_employer(const support::TestDatabase& database, const std::string& mailbox) {
    pqxx::connection connection{database.conninfo()};
    pqxx::work transaction{connection};
    auto id = transaction
                  .exec1(
                      "INSERT INTO account (email, role, employer_name, language, "
                      "email_verified_at, created_at) VALUES (" +
                      transaction.quote(mailbox + "@exemple.example") +
                      ", 'employer', 'Exemple', 'en', now(), now()) RETURNING id"
                  )[0]
                  .as<std::string>();
    transaction.commit();
    return id;
}

/// The posting is the employer's own, as if a reviewer had said so.
inline void give_posting(
    const support::TestDatabase& database,
    const std::string& account,
    const domain::PostingId posting
) {
    pqxx::connection connection{database.conninfo()};
    pqxx::work transaction{connection};
    transaction.exec(
        "INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link, state, "
        "decided_at, decided_by, words) VALUES (" +
        std::to_string(posting) + ", '" + account +
        "', 'Exemple', 'exemple.example', 'https://exemple.example/1', 'accepted', now(), "
        "'reviewer-1', 'known')"
    );
    transaction.commit();
}
