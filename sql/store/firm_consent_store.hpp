#pragma once

#include "matcher/domain/result.hpp"
#include "sql/store/candidate_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Which firms of advisors a candidate lets read the document: a history, in which nothing changes
/// but that a consent ends. Refusal: not_found where there is no such candidate of this owner.
class FirmConsentStore {
public:
    explicit FirmConsentStore(Database& database) : database_{database} {}

    struct Terms {
        std::string wording;       ///< The key of the words agreed to.
        bool may_replace = false;  ///< Whether the firm may replace the document as well.
    };
    struct Consent {
        std::string firm;
        std::optional<std::string> firm_name;  ///< Nothing for one that no operator has opened.
        Terms terms;
        std::string given_at;                     ///< RFC 3339, UTC.
        std::optional<std::string> withdrawn_at;  ///< RFC 3339, UTC; nothing while it holds.
    };

    /// Newest first.
    domain::Result<std::vector<Consent>> list(const Owner& owner, const std::string& id);

    /// Giving it again on the same terms changes nothing; other terms end the one before.
    domain::Result<void> give(
        const Owner& owner, const std::string& id, const std::string& firm, const Terms& terms
    );

    /// From now on no advisor of the firm sees the candidate.
    domain::Result<void> withdraw(
        const Owner& owner, const std::string& id, const std::string& firm
    );

    /// Somebody who lets a firm read their document.
    struct Client {
        std::int64_t consent_id = 0;
        std::string candidate_id;
        std::optional<std::string> name;  ///< Of the résumé.
        bool may_replace = false;
        std::string given_at;  ///< RFC 3339, UTC.
    };

    /// Who lets the advisor's firm read, the newest first; those before consent `before` where it
    /// is said. Each one in it is noted for the candidate.
    std::vector<Client> clients(
        const Owner& advisor, const std::optional<std::int64_t>& before, std::size_t count
    );

private:
    Database& database_;
};

}  // namespace store
