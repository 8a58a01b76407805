#include "sql/store/session_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/column.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

std::optional<std::string> epoch_text(const std::optional<Instant>& instant) {
    return instant ? std::optional{std::to_string(epoch(*instant))} : std::nullopt;
}

Session session_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::string>(),
        .account_id = row[1].as<std::string>(),
        .created_at = instant_in(row[2]),
        .second_factor_at = row[3].is_null() ? std::nullopt : std::optional{instant_in(row[3])},
        .used_at = instant_in(row[4]),
        .idle_expires_at = instant_in(row[5]),
        .expires_at = instant_in(row[6]),
        .user_agent = row[7].as<std::string>(),
    };
}

}  // namespace

std::string SessionStore::open(const Session& session, const std::string& sha256) {
    return in_transaction_of_account(database_, session.account_id, [&](pqxx::work& transaction) {
        run(transaction,
            queries::end_expired_sessions.name,
            session.account_id,
            epoch(session.created_at));
        const auto second_factor_at = epoch_text(session.second_factor_at);
        return run(transaction,
                   queries::add_session.name,
                   sha256,
                   session.account_id,
                   epoch(session.created_at),
                   or_null(second_factor_at),
                   epoch(session.idle_expires_at),
                   epoch(session.expires_at),
                   session.user_agent)
            .front()[0]
            .as<std::string>();
    });
}

std::optional<SessionStore::Found> SessionStore::find(
    const std::string& sha256, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Found> {
        show_secret(transaction, sha256);
        const auto found = run(transaction, queries::find_session.name, sha256, epoch(now));
        if (found.empty()) {
            return std::nullopt;
        }
        Session session = session_from(found.front());
        set_account(transaction, session.account_id);
        auto account = read_account(transaction, session.account_id);
        if (!account || account->disabled) {
            return std::nullopt;
        }
        return Found{.session = std::move(session), .account = *std::move(account)};
    });
}

void SessionStore::touch(const Session& session, const Instant now, const Instant idle_expires_at) {
    in_transaction_of_account(database_, session.account_id, [&](pqxx::work& transaction) {
        return run(
            transaction, queries::touch_session.name, session.id, epoch(now), epoch(idle_expires_at)
        );
    });
}

bool SessionStore::rotate(const Session& session, const std::string& sha256) {
    return in_transaction_of_account(database_, session.account_id, [&](pqxx::work& transaction) {
        const auto second_factor_at = epoch_text(session.second_factor_at);
        return !run(transaction,
                    queries::rotate_session.name,
                    session.id,
                    sha256,
                    or_null(second_factor_at),
                    epoch(session.idle_expires_at),
                    epoch(session.expires_at))
                    .empty();
    });
}

std::vector<Session> SessionStore::list(const std::string& account_id, const Instant now) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        std::vector<Session> sessions;
        for (const auto& row :
             run(transaction, queries::list_sessions.name, account_id, epoch(now))) {
            sessions.push_back(session_from(row));
        }
        return sessions;
    });
}

bool SessionStore::end(const std::string& account_id, const std::string& id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::end_session.name, account_id, id).empty();
    });
}

void SessionStore::add_device(
    const std::string& account_id,
    const std::string& sha256,
    const Instant now,
    const Instant expires_at
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        run(transaction, queries::forget_expired_devices.name, account_id, epoch(now));
        return run(transaction, queries::add_device.name, sha256, account_id, epoch(expires_at));
    });
}

bool SessionStore::knows_device(
    const std::string& account_id, const std::string& sha256, const Instant now
) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::find_device.name, account_id, sha256, epoch(now)).empty();
    });
}

}  // namespace store
