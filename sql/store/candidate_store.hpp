#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace store {

/// Who asks, for the row-level security of tables with personal data: every transaction here sets
/// it with SET LOCAL, and rows of other owners do not exist for it, unless they are of a candidate
/// who lets the firm read.
struct Owner {
    std::string id;
    std::string firm = {};  ///< Of an advisor.
};

/// How a candidate came to be visible.
enum class Reach : std::uint8_t {
    own,
    read_consented,     ///< The candidate lets the firm read,
    replace_consented,  ///< and replace the document, too.
};

/// Whether who asks may do something to what belongs to this owner, reached so; the stores that
/// take one ask it before they do it.
using Permits = std::function<bool(const std::string& owner_id, Reach reach)>;

/// What somebody else does with a candidate, for the line that the candidate can see of it.
enum class Reading : std::uint8_t { document, matches };

struct StoredCandidate {
    std::string id;  ///< UUIDv4, made here.
    std::string owner_id;
    std::string document;  ///< JSON text, equal to the one given but for order and white space.
    std::string etag;      ///< Strong, changes with every replacement; without quotes.
    Reach reach = Reach::own;
};

/// Candidate documents, kept as JSONB beside who owns them. Never logged. A document is a JSON
/// object; an escaped NUL in it, which JSONB cannot hold, is stored as U+FFFD.
/// Refusals: not_found where there is none for this owner, conflict where the etag has moved on.
class CandidateStore {
public:
    explicit CandidateStore(Database& database);
    StoredCandidate create(const Owner& owner, const std::string& document);

    /// By whoever is not the owner only with the consent to replace, and noted.
    domain::Result<StoredCandidate> replace(
        const Owner& owner,
        const std::string& id,
        const std::string& document,
        const std::optional<std::string>& if_match
    );

    /// The owner's own.
    domain::Result<StoredCandidate> find_own(const Owner& owner, const std::string& id);

    /// The id of the owner's own that was stored last.
    std::optional<std::string> latest_own(const Owner& owner);

    /// The owner's own, or that of somebody who lets the owner's firm read; that is noted, and
    /// PostgreSQL shows it to nobody without the note.
    domain::Result<StoredCandidate> find(
        const Owner& owner, const std::string& id, Reading reading
    );

    /// Whether the owner's saved searches without a candidate go with the last candidate.
    enum class LoneSearches : std::uint8_t { kept, removed };

    /// How much went with a candidate.
    struct Removed {
        std::int64_t saved_searches = 0;
        std::int64_t digests = 0;
        std::int64_t firm_consents = 0;
        std::int64_t agreements = 0;
        std::int64_t views = 0;
        std::int64_t interests = 0;     ///< What employers said, with what a reviewer answered.
        std::int64_t applications = 0;  ///< With their changes and comments.
        std::int64_t messages = 0;      ///< To firms and from them.
        std::int64_t invitations = 0;
    };

    /// Deletes the owner's own for good; that it was, and on which day, is kept under a digest.
    domain::Result<Removed> remove(
        const Owner& owner, const std::string& id, domain::Date day, LoneSearches lone_searches
    );

private:
    Database& database_;
};

}  // namespace store
