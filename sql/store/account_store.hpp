#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/mail.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Somebody who can sign in.
struct Account {
    std::string id;     ///< UUIDv4; the principal's id.
    std::string email;  ///< Lower case.
    std::string role;   ///< `candidate`, `advisor`, `employer`, `operator` or `reviewer`.
    std::optional<std::string> password_hash;  ///< Nothing: invited, none chosen yet.
    std::string language;                      ///< `en` or `fr`.
    bool verified = false;                     ///< The address is theirs.
    bool disabled = false;
    std::string firm_id;                       ///< Of an advisor; else empty.
    std::optional<std::string> employer_name;  ///< As an employer calls themselves.
    std::optional<std::string> standing;
    std::optional<std::string> licence_number;
    std::optional<std::string> totp_secret;  ///< Sealed.
    bool totp_confirmed = false;
    std::optional<std::int64_t> totp_step;  ///< The last one of which a code was taken.
};

/// A secret that is mailed, by its digest.
struct MailedToken {
    std::string sha256;
    Instant expires_at;
};

enum class TokenPurpose : std::uint8_t { verify_email, reset_password };

/// Accounts, and what is mailed about them: each change is one transaction with the mail that it
/// causes. Never logged.
class AccountStore {
public:
    explicit AccountStore(Database& database) : database_{database} {}

    std::optional<Account> find(const std::string& id);
    std::optional<Account> find_by_email(const std::string& email);

    struct Registration {
        std::string email;
        std::string role;                          ///< `candidate` or `employer`.
        std::optional<std::string> employer_name;  ///< Of an employer.
        std::string password_hash;
        std::string language;
        MailedToken token;
        std::optional<Mail> confirm;  ///< Where the account is new, or was never confirmed.
        std::optional<Mail> exists;   ///< Where it is somebody's. Nothing: no mail is due.
    };
    void register_account(const Registration& registration, Instant now);

    struct NewAccount {
        std::string email;
        std::string role;
        std::optional<std::string> password_hash = {};
        std::string language;
        std::string firm_id = {};
        bool verified = false;
    };
    /// Its id; nothing where the address has an account. As jobscout_owner any, as jobscout_api an
    /// advisor that an operator invites: then with the token and mail by which they come in.
    std::optional<std::string> add(const NewAccount& account, Instant now);
    std::optional<std::string> invite(
        const NewAccount& account, const MailedToken& token, const Mail& mail, Instant now
    );

    /// Whose this mailed secret is, while it counts.
    std::optional<Account> find_by_token(
        const std::string& sha256, TokenPurpose purpose, Instant now
    );

    /// Takes the secret; false where it was taken meanwhile.
    bool verify(const std::string& account_id, const std::string& token_sha256, Instant now);

    /// Writes token and mail for the account of the address; as much work where there is none.
    void request_reset(
        const std::string& email, const MailedToken& token, const std::optional<Mail>& mail
    );

    /// Takes the secret, ends all sessions and forgets devices. The address is theirs, then: the
    /// secret came there. False where it was taken meanwhile.
    bool reset_password(
        const std::string& account_id,
        const std::string& token_sha256,
        const std::string& password_hash,
        const Mail& mail,
        Instant now
    );

    /// Ends all other sessions and forgets devices.
    void change_password(
        const std::string& account_id,
        const std::string& password_hash,
        const std::string& session_id,
        const Mail& mail
    );

    /// The same password under today's limits.
    void set_password_hash(const std::string& account_id, const std::string& password_hash);

    void set_standing(
        const std::string& account_id,
        const std::string& standing,
        const std::optional<std::string>& licence_number
    );

    /// A secret that is not confirmed yet; false where one is confirmed.
    bool set_totp_secret(const std::string& account_id, const std::string& sealed);

    /// Ends all other sessions. False where there is nothing to confirm.
    bool confirm_totp(
        const std::string& account_id,
        std::int64_t step,
        const std::vector<std::string>& recovery_sha256,
        const std::string& session_id,
        const Mail& mail,
        Instant now
    );

    /// False where this step or a later one was taken before.
    bool take_totp_step(const std::string& account_id, std::int64_t step);

    /// False where there is no such code, or it was used.
    bool take_recovery_code(const std::string& account_id, const std::string& sha256);

    std::size_t recovery_codes_left(const std::string& account_id);
    void replace_recovery_codes(
        const std::string& account_id, const std::vector<std::string>& sha256, const Mail& mail
    );

    /// Ends all other sessions.
    void clear_totp(const std::string& account_id, const std::string& session_id, const Mail& mail);

    /// Ends all its sessions. As jobscout_owner; false where there is no such account.
    bool disable(const std::string& email, Instant now);

private:
    Database& database_;
};

}  // namespace store
