#pragma once

#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace store {

/// When the digest of an account goes: from an hour of the day on, once a day.
struct DigestTime {
    std::string time_zone = "America/Toronto";  ///< Of the IANA database.
    int hour = 8;                               ///< 0 to 23.
};

/// Of which rounds of invitations somebody hears.
struct RoundWish {
    std::string candidate_id;  ///< Whose score is held against the cut-off.
    bool all = false;          ///< Also those that could not invite this candidate.
};

/// Which mail people agree to, and when it comes: of their account alone.
class MailConsentStore {
public:
    explicit MailConsentStore(Database& database) : database_{database} {}

    struct Consent {
        std::string kind;      ///< `matches` or `rounds`.
        std::string wording;   ///< The key of the words agreed to,
        std::string language;  ///< and the language they were shown in.
        Instant given_at;
        std::optional<Instant> withdrawn_at;
    };
    struct State {
        std::vector<Consent> consents;  ///< All that were given, newest first.
        std::optional<DigestTime> time;
        std::optional<RoundWish> rounds;
    };
    State find(const std::string& account_id);

    struct Agreed {
        std::string wording;
        std::string language;
    };
    /// What is agreed to from now on; what is not is withdrawn.
    struct Terms {
        DigestTime time;
        std::optional<Agreed> matches;
        std::optional<Agreed> rounds;
        RoundWish round_wish;  ///< With `rounds`.
    };
    /// Agreeing again to the same words changes nothing. What there is already is no news to who
    /// agrees now. Refuses a time zone that is none, and a candidate that is not the account's.
    domain::Result<void> set(const std::string& account_id, const Terms& terms, Instant now);

    /// Withdraws all, by the digest of a secret that stood in a mail; as often as it is shown.
    /// False where it is none, or has had its time.
    bool unsubscribe(const std::string& token_sha256, Instant now);

    /// In whose language the secret's mail was written; nothing where it is none.
    std::optional<std::string> language_of(const std::string& token_sha256, Instant now);

private:
    Database& database_;
};

}  // namespace store
