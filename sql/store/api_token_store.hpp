#pragma once

#include "sql/store/account_store.hpp"
#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct ApiToken {
    std::string id;  ///< UUIDv4; not what the program keeps.
    std::string account_id;
    std::string name;
    std::vector<std::string> scopes;
    Instant created_at;
    std::optional<Instant> used_at = {};
    Instant expires_at;
};

/// By which programs act for an account. Tokens come and stand here as SHA-256 digests, in hex.
class ApiTokenStore {
public:
    explicit ApiTokenStore(Database& database) : database_{database} {}

    /// Its id.
    std::string add(const ApiToken& token, const std::string& sha256);

    struct Found {
        ApiToken token;
        Account account;
    };
    /// While it has not expired and its account is not disabled; notes that it is used, to the
    /// hour.
    std::optional<Found> use(const std::string& sha256, Instant now);

    /// Of the account, the newest first, those that have expired included.
    std::vector<ApiToken> list(const std::string& account_id);

    /// False where the account has no such token.
    bool remove(const std::string& account_id, const std::string& id);

private:
    Database& database_;
};

}  // namespace store
