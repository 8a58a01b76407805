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

/// Who agrees to be shown to employers, who is shown, and to whom they were shown.
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

    /// From now on the candidate is shown to nobody, and no later name for them is one of before.
    domain::Result<void> withdraw(const Owner& owner, const std::string& id);

    struct Shown {
        std::string id;
        std::string document;  ///< JSON.
    };

    /// Candidates who agree to be shown, by id, after `after`, at most `count`. PostgreSQL itself
    /// lets this see no other.
    std::vector<Shown> shown(const std::optional<std::string>& after, std::size_t count);

    struct Viewer {
        std::string role;  ///< `employer` or `operator`.
        std::string id;
    };
    struct Seen {
        std::string candidate_id;
        int fit = 0;
    };

    /// Notes that these candidates are shown to the viewer for the posting, in one transaction, and
    /// returns under which names, in their order. Whoever has withdrawn since is nobody: then
    /// nothing at all, and the caller asks anew.
    std::optional<std::vector<std::string>> record(
        domain::PostingId posting, const Viewer& viewer, const std::vector<Seen>& seen
    );

    struct View {
        std::int64_t id = 0;
        domain::PostingId posting_id = 0;
        Viewer viewer;
        int fit = 0;
        std::string seen_at;               ///< RFC 3339, UTC.
        std::optional<std::string> title;  ///< Of the posting while it is served.
        std::optional<std::string> hiring_organization;
    };

    /// To whom this candidate was shown, newest first; those before view `before` where it is said.
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
