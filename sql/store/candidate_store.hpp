#pragma once

#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"

#include <optional>
#include <string>

namespace store {

/// Who asks, for the row-level security of tables with personal data: every transaction here sets
/// it with SET LOCAL, and rows of other owners do not exist for it.
struct Owner {
    std::string id;
    bool sees_all = false;  ///< Operators.
};

struct StoredCandidate {
    std::string id;  ///< UUIDv4, made here.
    std::string owner_id;
    std::string document;  ///< JSON text, equal to the one given but for order and white space.
    std::string etag;      ///< Strong, changes with every replacement; without quotes.
};

/// Candidate documents, kept as JSONB beside who owns them. Never logged. A document is a JSON
/// object; an escaped NUL in it, which JSONB cannot hold, is stored as U+FFFD.
/// Refusals: not_found where there is none for this owner, conflict where the etag has moved on.
class CandidateStore {
public:
    explicit CandidateStore(Database& database);
    StoredCandidate create(const Owner& owner, const std::string& document);
    domain::Result<StoredCandidate> replace(
        const Owner& owner,
        const std::string& id,
        const std::string& document,
        const std::optional<std::string>& if_match
    );
    domain::Result<StoredCandidate> find(const Owner& owner, const std::string& id);

private:
    Database& database_;
};

}  // namespace store
