#include "sql/store/account_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/mail_row.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;

/// Nobody's: statements that are run for it find nothing, in the time that they take.
constexpr const char* nobody = "00000000-0000-0000-0000-000000000000";

Account account_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::string>(),
        .email = row[1].as<std::string>(),
        .role = row[2].as<std::string>(),
        .password_hash = text_or_nothing(row[3]),
        .language = row[4].as<std::string>(),
        .verified = row[5].as<bool>(),
        .disabled = row[6].as<bool>(),
        .firm_id = text_or_nothing(row[7]).value_or(""),
        .employer_name = text_or_nothing(row[13]),
        .standing = text_or_nothing(row[8]),
        .licence_number = text_or_nothing(row[9]),
        .totp_secret = text_or_nothing(row[10]),
        .totp_confirmed = row[11].as<bool>(),
        .totp_step = row[12].is_null() ? std::nullopt : std::optional{row[12].as<std::int64_t>()},
    };
}

std::optional<Account> account_of_email(
    pqxx::transaction_base& transaction, const std::string& email
) {
    run(transaction, queries::ask_for_email.name, email);
    const auto found = run(transaction, queries::find_account_by_email.name, email);
    return found.empty() ? std::nullopt : std::optional{account_from(found.front())};
}

const char* purpose_name(const TokenPurpose purpose) {
    return purpose == TokenPurpose::verify_email ? "verify_email" : "reset_password";
}

/// In place of those that were mailed before.
void add_token(
    pqxx::transaction_base& transaction,
    const std::string& account_id,
    const TokenPurpose purpose,
    const MailedToken& token
) {
    run(transaction, queries::delete_account_tokens.name, account_id, purpose_name(purpose));
    run(transaction,
        queries::add_account_token.name,
        account_id,
        token.sha256,
        purpose_name(purpose),
        epoch(token.expires_at));
}

bool take_token(
    pqxx::transaction_base& transaction, const std::string& account_id, const std::string& sha256
) {
    return !run(transaction, queries::take_account_token.name, sha256, account_id).empty();
}

/// What knew the old password, or the account without a second factor, knows nothing any more.
void end_sessions(
    pqxx::transaction_base& transaction,
    const std::string& account_id,
    const std::optional<std::string>& but
) {
    run(transaction, queries::end_other_sessions.name, account_id, or_null(but));
    run(transaction, queries::forget_devices.name, account_id);
}

void write_recovery_codes(
    pqxx::transaction_base& transaction,
    const std::string& account_id,
    const std::vector<std::string>& sha256
) {
    run(transaction, queries::delete_recovery_codes.name, account_id);
    run(transaction,
        queries::add_recovery_codes.name,
        account_id,
        boost::json::serialize(boost::json::value_from(sha256)));
}

std::optional<std::string> insert(
    pqxx::transaction_base& transaction, const AccountStore::NewAccount& account, const Instant now
) {
    run(transaction, queries::open_accounts.name);
    run(transaction, queries::ask_for_email.name, account.email);
    const char* const firm = account.firm_id.empty() ? nullptr : account.firm_id.c_str();
    const auto added =
        run(transaction,
            queries::add_account.name,
            account.email,
            account.role,
            or_null(account.password_hash),
            account.language,
            firm,
            epoch(now),
            account.verified);
    return added.empty() ? std::nullopt : std::optional{added.front()[0].as<std::string>()};
}

}  // namespace

void set_account(pqxx::transaction_base& transaction, const std::string& account_id) {
    set_owner(transaction, Owner{.id = account_id});
}

void show_secret(pqxx::transaction_base& transaction, const std::string& sha256) {
    run(transaction, queries::show_secret.name, sha256);
}

std::optional<Account> read_account(
    pqxx::transaction_base& transaction, const std::string& account_id
) {
    const auto found = run(transaction, queries::find_account.name, account_id);
    return found.empty() ? std::nullopt : std::optional{account_from(found.front())};
}

std::optional<Account> AccountStore::find(const std::string& id) {
    if (!is_uuid(id)) {
        return std::nullopt;  // Of the token file.
    }
    return in_transaction_of_account(database_, id, [&](pqxx::work& transaction) {
        return read_account(transaction, id);
    });
}

std::optional<Account> AccountStore::find_by_email(const std::string& email) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return account_of_email(transaction, email);
    });
}

void AccountStore::register_account(const Registration& registration, const Instant now) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::ask_for_email.name, registration.email);
        const auto registered =
            run(transaction,
                queries::register_account.name,
                registration.email,
                registration.role,
                or_null(registration.employer_name),
                registration.password_hash,
                registration.language,
                epoch(now));
        const bool taken = registered.empty();
        const std::string id = taken ? nobody : registered.front()[0].as<std::string>();
        set_account(transaction, id);
        add_token(transaction, id, TokenPurpose::verify_email, registration.token);
        if (const auto& mail = taken ? registration.exists : registration.confirm) {
            queue(transaction, *mail);
        }
        return true;
    });
}

std::optional<std::string> AccountStore::add(const NewAccount& account, const Instant now) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return insert(transaction, account, now);
    });
}

std::optional<std::string> AccountStore::invite(
    const NewAccount& account, const MailedToken& token, const Mail& mail, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        auto id = insert(transaction, account, now);
        if (id) {
            set_account(transaction, *id);
            add_token(transaction, *id, TokenPurpose::reset_password, token);
            queue(transaction, mail);
        }
        return id;
    });
}

std::optional<Account> AccountStore::find_by_token(
    const std::string& sha256, const TokenPurpose purpose, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Account> {
        show_secret(transaction, sha256);
        const auto found = run(
            transaction, queries::find_account_token.name, sha256, purpose_name(purpose), epoch(now)
        );
        if (found.empty()) {
            return std::nullopt;
        }
        const auto id = found.front()[0].as<std::string>();
        set_account(transaction, id);
        return read_account(transaction, id);
    });
}

bool AccountStore::verify(
    const std::string& account_id, const std::string& token_sha256, const Instant now
) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        if (!take_token(transaction, account_id, token_sha256)) {
            return false;
        }
        run(transaction, queries::mark_verified.name, account_id, epoch(now));
        return true;
    });
}

void AccountStore::request_reset(
    const std::string& email, const MailedToken& token, const std::optional<Mail>& mail
) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        const auto account = account_of_email(transaction, email);
        const bool known = account && !account->disabled;
        const std::string id = known ? account->id : nobody;
        set_account(transaction, id);
        add_token(transaction, id, TokenPurpose::reset_password, token);
        if (known && mail) {
            queue(transaction, *mail);
        }
        return true;
    });
}

bool AccountStore::reset_password(
    const std::string& account_id,
    const std::string& token_sha256,
    const std::string& password_hash,
    const Mail& mail,
    const Instant now
) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        if (!take_token(transaction, account_id, token_sha256)) {
            return false;
        }
        run(transaction, queries::set_password.name, account_id, password_hash);
        run(transaction, queries::mark_verified.name, account_id, epoch(now));
        end_sessions(transaction, account_id, std::nullopt);
        run(transaction, queries::end_api_tokens.name, account_id);
        queue(transaction, mail);
        return true;
    });
}

void AccountStore::change_password(
    const std::string& account_id,
    const std::string& password_hash,
    const std::string& session_id,
    const Mail& mail
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        run(transaction, queries::set_password.name, account_id, password_hash);
        end_sessions(transaction, account_id, session_id);
        queue(transaction, mail);
        return true;
    });
}

void AccountStore::set_password_hash(
    const std::string& account_id, const std::string& password_hash
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return run(transaction, queries::set_password.name, account_id, password_hash);
    });
}

void AccountStore::set_standing(
    const std::string& account_id,
    const std::string& standing,
    const std::optional<std::string>& licence_number
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return run(
            transaction, queries::set_standing.name, account_id, standing, or_null(licence_number)
        );
    });
}

bool AccountStore::set_totp_secret(const std::string& account_id, const std::string& sealed) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::set_totp_secret.name, account_id, sealed).empty();
    });
}

bool AccountStore::confirm_totp(
    const std::string& account_id,
    const std::int64_t step,
    const std::vector<std::string>& recovery_sha256,
    const std::string& session_id,
    const Mail& mail,
    const Instant now
) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        if (run(transaction, queries::confirm_totp.name, account_id, step, epoch(now)).empty()) {
            return false;
        }
        write_recovery_codes(transaction, account_id, recovery_sha256);
        end_sessions(transaction, account_id, session_id);
        queue(transaction, mail);
        return true;
    });
}

bool AccountStore::take_totp_step(const std::string& account_id, const std::int64_t step) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::take_totp_step.name, account_id, step).empty();
    });
}

bool AccountStore::take_recovery_code(const std::string& account_id, const std::string& sha256) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return !run(transaction, queries::take_recovery_code.name, account_id, sha256).empty();
    });
}

std::size_t AccountStore::recovery_codes_left(const std::string& account_id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return run(transaction, queries::count_recovery_codes.name, account_id)
            .front()[0]
            .as<std::size_t>();
    });
}

void AccountStore::replace_recovery_codes(
    const std::string& account_id, const std::vector<std::string>& sha256, const Mail& mail
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        write_recovery_codes(transaction, account_id, sha256);
        queue(transaction, mail);
        return true;
    });
}

void AccountStore::clear_totp(
    const std::string& account_id, const std::string& session_id, const Mail& mail
) {
    in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        run(transaction, queries::clear_totp.name, account_id);
        run(transaction, queries::delete_recovery_codes.name, account_id);
        end_sessions(transaction, account_id, session_id);
        queue(transaction, mail);
        return true;
    });
}

bool AccountStore::disable(const std::string& email, const Instant now) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto account = account_of_email(transaction, email);
        if (!account) {
            return false;
        }
        set_account(transaction, account->id);
        run(transaction, queries::disable_account.name, account->id, epoch(now));
        end_sessions(transaction, account->id, std::nullopt);
        return true;
    });
}

}  // namespace store
