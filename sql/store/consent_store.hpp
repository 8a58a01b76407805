#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/candidate_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// An employer who asks about one posting.
struct Viewer {
    std::string id;  ///< Of their account.
    domain::PostingId posting = 0;
};

/// Who agrees to be shown to employers, who is shown, and who has read a candidate.
class ConsentStore {
public:
    explicit ConsentStore(Database& database) : database_{database} {}

    struct Consent {
        std::string since;    ///< RFC 3339, UTC.
        std::string wording;  ///< The key of the words agreed to.
    };

    /// Nothing inside where the person does not agree; not_found where there is no such candidate
    /// for this owner.
    domain::Result<std::optional<Consent>> find(const Owner& owner, const std::string& id);

    /// Agreeing again to the same words changes nothing.
    domain::Result<Consent> give(
        const Owner& owner, const std::string& id, const std::string& wording
    );

    /// From now on the candidate is shown to nobody, no later name for them is one of before, and
    /// no employer knows any more who they are.
    domain::Result<void> withdraw(const Owner& owner, const std::string& id);

    struct Shown {
        std::string id;
        std::string document;  ///< JSON.
    };

    /// Candidates who agree to be shown, by id, after `after`, at most `count`: without name,
    /// contact and whatever else of a résumé is not compared with postings. PostgreSQL itself lets
    /// this see no other and no more, and nobody where the posting is not the viewer's.
    std::vector<Shown> shown(
        const Viewer& viewer, const std::optional<std::string>& after, std::size_t count
    );

    struct Seen {
        std::string candidate_id;
        int fit = 0;
    };

    /// Notes that these candidates are shown to the viewer for their posting, in one transaction,
    /// and returns under which names, in their order. Whoever has withdrawn since is nobody: then
    /// nothing at all, and the caller asks anew.
    std::optional<std::vector<std::string>> record(
        const Viewer& viewer, const std::vector<Seen>& seen
    );

    /// A reading of a candidate by somebody else.
    struct View {
        std::int64_t id = 0;
        std::string what;  ///< document, matches, replaced, listed, applications, shown, contact
        std::string viewer_role;                 ///< advisor, employer, operator
        std::optional<std::string> viewer_name;  ///< The firm, or the employer as it was called.
        std::optional<domain::PostingId> posting_id;
        std::optional<int> fit;
        std::string seen_at;               ///< RFC 3339, UTC.
        std::optional<std::string> title;  ///< Of the posting while it is served.
        std::optional<std::string> hiring_organization;
    };

    /// Who has read this candidate, newest first; those before view `before` where it is said.
    std::vector<View> views(
        const Owner& owner,
        const std::string& id,
        const std::optional<std::int64_t>& before,
        std::size_t count
    );

private:
    Database& database_;
};

}  // namespace store
