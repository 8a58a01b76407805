#pragma once

#include "matcher/domain/result.hpp"
#include "sql/store/candidate_store.hpp"

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

private:
    Database& database_;
};

}  // namespace store
