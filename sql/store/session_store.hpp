#pragma once

#include "sql/store/account_store.hpp"
#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

struct Session {
    std::string id;  ///< UUIDv4; not what the browser keeps.
    std::string account_id;
    Instant created_at;  ///< When the password was given.
    std::optional<Instant> second_factor_at = {};
    Instant used_at;
    Instant idle_expires_at;
    Instant expires_at;
    std::string user_agent;  ///< At most 120 characters.
};

/// Who is signed in where. Tokens come and stand here as SHA-256 digests, in hex.
class SessionStore {
public:
    explicit SessionStore(Database& database) : database_{database} {}

    /// Its id. `created_at` and `used_at` are one. Removes those of the account that have expired.
    std::string open(const Session& session, const std::string& sha256);

    struct Found {
        Session session;
        Account account;
    };
    /// While it has not expired and its account is not disabled.
    std::optional<Found> find(const std::string& sha256, Instant now);

    /// It is used now.
    void touch(const Session& session, Instant now, Instant idle_expires_at);

    /// From now on another token is its token; the times are those of `session`. False where it has
    /// ended meanwhile.
    bool rotate(const Session& session, const std::string& sha256);

    /// Of the account, the last used first.
    std::vector<Session> list(const std::string& account_id, Instant now);

    /// False where the account has no such session.
    bool end(const std::string& account_id, const std::string& id);

    void add_device(
        const std::string& account_id, const std::string& sha256, Instant now, Instant expires_at
    );
    bool knows_device(const std::string& account_id, const std::string& sha256, Instant now);

private:
    Database& database_;
};

}  // namespace store
