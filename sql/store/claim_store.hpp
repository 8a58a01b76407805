#pragma once

#include "sql/store/consent_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Whoever decides about what others say: PostgreSQL believes an account its own role only.
struct Reviewer {
    std::string id;
    std::string role;  ///< `reviewer` or `operator`.
};

/// Which employer says that a posting is theirs, and what reviewers decide. A posting is the own of
/// one employer at most. What became of each claim is kept for good.
class ClaimStore {
public:
    explicit ClaimStore(Database& database) : database_{database} {}

    struct Claim {
        std::int64_t id = 0;
        domain::PostingId posting_id = 0;
        std::string employer_name;  ///< Of the account.
        std::string domain;         ///< Of the account's address and of the link.
        std::string link;           ///< That shows the posting there.
        std::string state;          ///< waiting, accepted, refused, revoked, withdrawn, ended
        std::string claimed_at;     ///< RFC 3339, UTC.
        std::optional<std::string> decided_at;
        std::string words;                 ///< Why, of who decided last.
        std::optional<std::string> title;  ///< Of the posting while it is served.
        std::optional<std::string> hiring_organization;
    };

    struct NewClaim {
        std::string account_id;
        domain::PostingId posting_id = 0;
        std::string domain;
        std::string link;
    };
    /// The employer's open claim, made now unless there was one. not_found where the posting is not
    /// served.
    domain::Result<Claim> claim(const NewClaim& claim);

    /// Whether a reviewer has said that the viewer's posting is theirs.
    bool owns(const Viewer& viewer);

    std::size_t waiting_of(const std::string& account_id);

    /// Of the account, the newest first, ended ones too.
    std::vector<Claim> list(const std::string& account_id);

    /// False where there is no open one.
    bool withdraw(const std::string& account_id, domain::PostingId posting);

    /// What waits for a reviewer, by id after `after`, at most `count`.
    std::vector<Claim> waiting(const Reviewer& reviewer, std::int64_t after, std::size_t count);

    /// One line of the history of a posting's claims.
    struct Event {
        std::int64_t claim_id = 0;
        std::string domain;
        std::string state;
        std::string actor;
        std::string words;
        std::string made_at;  ///< RFC 3339, UTC.
    };
    struct Found {
        Claim claim;
        std::vector<Event> history;  ///< Of all claims to its posting, the oldest first.
    };
    std::optional<Found> find(const Reviewer& reviewer, std::int64_t id);

    enum class Outcome : std::uint8_t {
        decided,
        not_found,
        stands_otherwise,  ///< It is decided already, or waits and cannot be revoked.
        of_another,        ///< The posting is another employer's.
    };
    /// `state`: accepted, refused or revoked.
    Outcome decide(
        const Reviewer& reviewer,
        std::int64_t id,
        const std::string& state,
        const std::string& words
    );

private:
    Database& database_;
};

}  // namespace store
