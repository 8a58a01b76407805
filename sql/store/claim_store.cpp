#include "sql/store/claim_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

ClaimStore::Claim claim_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .posting_id = row[1].as<domain::PostingId>(),
        .employer_name = row[2].as<std::string>(),
        .domain = row[3].as<std::string>(),
        .link = row[4].as<std::string>(),
        .state = row[5].as<std::string>(),
        .claimed_at = row[6].as<std::string>(),
        .decided_at = text_or_nothing(row[7]),
        .words = row[8].as<std::string>(),
        .title = text_or_nothing(row[9]),
        .hiring_organization = text_or_nothing(row[10]),
    };
}

std::vector<ClaimStore::Claim> claims_from(const pqxx::result& rows) {
    std::vector<ClaimStore::Claim> claims;
    for (const auto& row : rows) {
        claims.push_back(claim_from(row));
    }
    return claims;
}

}  // namespace

domain::Result<ClaimStore::Claim> ClaimStore::claim(const NewClaim& claim) {
    using Result = domain::Result<Claim>;
    const auto body = [&](pqxx::work& transaction) -> Result {
        run(transaction,
            queries::add_claim.name,
            claim.posting_id,
            claim.account_id,
            claim.domain,
            claim.link);
        const auto open =
            run(transaction, queries::find_open_claim.name, claim.posting_id, claim.account_id);
        if (open.empty()) {
            return domain::Error{
                .kind = domain::ErrorKind::not_found,
                .message = "there is no posting " + std::to_string(claim.posting_id),
                .field = "id"};
        }
        return claim_from(open.front());
    };
    return in_transaction_of_account(database_, claim.account_id, body);
}

bool ClaimStore::owns(const Viewer& viewer) {
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        return run(transaction, queries::owns_posting.name).front()[0].as<bool>();
    });
}

std::size_t ClaimStore::waiting_of(const std::string& account_id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return run(transaction, queries::count_waiting_claims.name, account_id)
            .front()[0]
            .as<std::size_t>();
    });
}

std::vector<ClaimStore::Claim> ClaimStore::list(const std::string& account_id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return claims_from(run(transaction, queries::list_claims.name, account_id));
    });
}

bool ClaimStore::withdraw(const std::string& account_id, const domain::PostingId posting) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::withdraw_claim.name, posting, account_id).empty();
    });
}

std::vector<ClaimStore::Claim> ClaimStore::waiting(
    const Reviewer& reviewer, const std::int64_t after, const std::size_t count
) {
    return in_transaction_of(database_, reviewer, [&](pqxx::work& transaction) {
        return claims_from(run(transaction, queries::list_waiting_claims.name, after, count));
    });
}

std::optional<ClaimStore::Found> ClaimStore::find(const Reviewer& reviewer, const std::int64_t id) {
    const auto body = [&](pqxx::work& transaction) -> std::optional<Found> {
        const auto found = run(transaction, queries::find_claim.name, id);
        if (found.empty()) {
            return std::nullopt;
        }
        Found result{.claim = claim_from(found.front()), .history = {}};
        for (const auto& row :
             run(transaction, queries::list_claim_events.name, result.claim.posting_id)) {
            result.history.push_back(
                {.claim_id = row[0].as<std::int64_t>(),
                 .domain = row[1].as<std::string>(),
                 .state = row[2].as<std::string>(),
                 .actor = row[3].as<std::string>(),
                 .words = row[4].as<std::string>(),
                 .made_at = row[5].as<std::string>()}
            );
        }
        return result;
    };
    return in_transaction_of(database_, reviewer, body);
}

ClaimStore::Outcome ClaimStore::decide(
    const Reviewer& reviewer,
    const std::int64_t id,
    const std::string& state,
    const std::string& words
) {
    try {
        return in_transaction_of(database_, reviewer, [&](pqxx::work& transaction) {
            if (!run(transaction, queries::decide_claim.name, id, state, reviewer.id, words)
                     .empty()) {
                return Outcome::decided;
            }
            return run(transaction, queries::find_claim.name, id).empty()
                       ? Outcome::not_found
                       : Outcome::stands_otherwise;
        });
    } catch (const pqxx::unique_violation&) {
        return Outcome::of_another;
    }
}

}  // namespace store
