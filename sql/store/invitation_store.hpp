#pragma once

#include "sql/store/agreement_store.hpp"
#include "sql/store/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Employers who are interested in a candidate ask them, in words and until a day, to say who they
/// are. That is a request of AgreementStore with more to it: what the candidate answers is the
/// answer to that request, and stands there alone.
/// Refusals: not_found where there is none for who asks.
class InvitationStore {
public:
    explicit InvitationStore(Database& database) : database_{database} {}

    struct Invitation {
        std::int64_t id = 0;
        std::string candidate_id;
        std::string owner_id;
        domain::PostingId posting_id = 0;
        std::string title;       ///< Of the posting, as it was then.
        std::string employer;    ///< As it was called when it first asked.
        std::string words;       ///< May be empty.
        std::string invited_at;  ///< RFC 3339, UTC.
        std::string expires_at;  ///< RFC 3339, UTC.
        std::string state;       ///< open, accepted, declined, expired
        std::optional<std::string> answered_at;
        std::string reason;  ///< Why it was declined; may be empty.
        std::int64_t agreement_id = 0;
        std::string alias;  ///< Under which the employer knows the candidate; empty for the owner.
    };

    enum class Outcome : std::uint8_t {
        made,
        there_already,   ///< It is open, or accepted.
        not_interested,  ///< The employer's last word is not that they are.
        answered,        ///< The candidate has said yes or no to this employer before.
    };
    struct Invited {
        Outcome outcome = Outcome::made;
        std::optional<Invitation> invitation = {};
    };
    /// The candidate of this alias; `words` of at most 1000 characters.
    domain::Result<Invited> invite(
        const Viewer& viewer,
        const std::string& alias,
        const std::string& words,
        Instant now,
        Instant expires_at
    );

    /// Those for the viewer's posting as they are now, the newest first; those before invitation
    /// `before` where it is said.
    std::vector<Invitation> list(
        const Viewer& viewer,
        Instant now,
        const std::optional<std::int64_t>& before,
        std::size_t count
    );

    /// Of the owner's candidates, or of one of them, as they are now.
    std::vector<Invitation> list(
        const Owner& owner,
        const std::optional<std::string>& candidate_id,
        Instant now,
        const std::optional<std::int64_t>& before,
        std::size_t count
    );

    struct Answer {
        std::optional<std::string> wording;  ///< Agreed to; nothing: it is declined.
        std::string reason;                  ///< At most 300 characters, where it is declined.
    };
    /// The answer can be changed, as that of AgreementStore. conflict where it has expired.
    domain::Result<Invitation> answer(
        const Owner& owner,
        std::int64_t id,
        const Answer& answer,
        Instant now,
        const Permits& permits
    );

private:
    Database& database_;
};

}  // namespace store
