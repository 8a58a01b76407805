#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/claim_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

/// What employers say of candidates for a posting of theirs, with the explanation that it was made
/// on, and what reviewers answer candidates who ask about it. Nothing that was said is rewritten:
/// the last line counts. Refusals: not_found where there is none for who asks.
class InterestStore {
public:
    explicit InterestStore(Database& database) : database_{database} {}

    /// What the employer says.
    struct Decision {
        bool interested = false;
        std::string reason;  ///< As the table knows it.
        std::string words;   ///< Beside the reason; at most 300 characters.
    };

    /// What it was made on.
    struct Explanation {
        int fit = 0;
        std::string document;  ///< JSON: fit and gaps as shown, by language.
        std::string rules;     ///< The basis.
        std::int64_t revision = 0;
        domain::Date day;
    };

    /// What a reviewer was asked about it.
    struct Review {
        std::string words;
        std::string asked_at;  ///< RFC 3339, UTC.
        std::optional<std::string> answered_at;
        std::optional<std::string> answer;
    };

    struct Interest {
        std::int64_t id = 0;
        domain::PostingId posting_id = 0;
        std::string employer;  ///< As it was called then.
        Decision decision;
        std::string explanation;  ///< JSON: fit and gaps as shown, by language.
        std::string rules;
        std::int64_t revision = 0;
        std::string explained_on;          ///< YYYY-MM-DD
        std::string decided_at;            ///< RFC 3339, UTC.
        std::optional<std::string> title;  ///< Of the posting while it is served.
        bool current = true;  ///< The employer has said nothing else since, for that posting.
        std::optional<Review> review;
    };

    /// Who is called so for the viewer's posting, without who they are.
    domain::Result<ConsentStore::Shown> find_shown(const Viewer& viewer, const std::string& alias);

    /// Notes that the candidate was shown, and what the viewer says of them; the same as before
    /// changes nothing. not_found where they are not shown any more.
    domain::Result<Interest> say(
        const Viewer& viewer,
        const std::string& candidate_id,
        const Decision& decision,
        const Explanation& explanation
    );

    /// The viewer's last word about those whom the posting knows by one of these aliases, with the
    /// alias.
    std::vector<std::pair<std::string, Interest>> last_words(
        const Viewer& viewer, const std::vector<std::string>& aliases
    );

    /// About the owner's candidate, the newest first.
    domain::Result<std::vector<Interest>> list(const Owner& owner, const std::string& id);

    struct Asked {
        Interest interest;
        bool now = false;  ///< Else it was asked before.
    };
    /// The owner asks for a person to look at it again.
    domain::Result<Asked> ask_for_person(
        const Owner& owner, const std::string& id, std::int64_t interest, const std::string& words
    );

    /// What waits for a reviewer; nothing of the candidate.
    struct Waiting {
        std::int64_t id = 0;
        domain::PostingId posting_id = 0;
        std::optional<std::string> title;
        std::optional<std::string> hiring_organization;
        std::string asked_at;
    };
    std::vector<Waiting> waiting(const Reviewer& reviewer, std::int64_t after, std::size_t count);

    /// The decision that the request is about, and notes that it was read: PostgreSQL shows it to
    /// nobody without the note.
    domain::Result<Interest> read(const Reviewer& reviewer, std::int64_t request);

    /// conflict where it is answered.
    domain::Result<Interest> answer(
        const Reviewer& reviewer, std::int64_t request, const std::string& words
    );

private:
    Database& database_;
};

}  // namespace store
