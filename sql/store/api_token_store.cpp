#include "sql/store/api_token_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/column.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;
namespace json = boost::json;

ApiToken token_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::string>(),
        .account_id = row[1].as<std::string>(),
        .name = row[2].as<std::string>(),
        .scopes = json::value_to<std::vector<std::string>>(json::parse(row[3].as<std::string>())),
        .created_at = instant_in(row[4]),
        .used_at = row[5].is_null() ? std::nullopt : std::optional{instant_in(row[5])},
        .expires_at = instant_in(row[6]),
    };
}

}  // namespace

std::string ApiTokenStore::add(const ApiToken& token, const std::string& sha256) {
    return in_transaction_of_account(database_, token.account_id, [&](pqxx::work& transaction) {
        return run(transaction,
                   queries::add_api_token.name,
                   sha256,
                   token.account_id,
                   token.name,
                   json::serialize(json::value_from(token.scopes)),
                   epoch(token.created_at),
                   epoch(token.expires_at))
            .front()[0]
            .as<std::string>();
    });
}

std::optional<ApiTokenStore::Found> ApiTokenStore::use(
    const std::string& sha256, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Found> {
        show_secret(transaction, sha256);
        const auto found = run(transaction, queries::find_api_token.name, sha256, epoch(now));
        if (found.empty()) {
            return std::nullopt;
        }
        ApiToken token = token_from(found.front());
        set_account(transaction, token.account_id);
        auto account = read_account(transaction, token.account_id);
        if (!account || account->disabled) {
            return std::nullopt;
        }
        if (!token.used_at || now - *token.used_at >= std::chrono::hours{1}) {
            run(transaction, queries::touch_api_token.name, token.id, epoch(now));
        }
        return Found{.token = std::move(token), .account = *std::move(account)};
    });
}

std::vector<ApiToken> ApiTokenStore::list(const std::string& account_id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        std::vector<ApiToken> tokens;
        for (const auto& row : run(transaction, queries::list_api_tokens.name, account_id)) {
            tokens.push_back(token_from(row));
        }
        return tokens;
    });
}

bool ApiTokenStore::remove(const std::string& account_id, const std::string& id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::delete_api_token.name, account_id, id).empty();
    });
}

}  // namespace store
