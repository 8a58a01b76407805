#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/candidate_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What somebody saves to be told of new postings. At least one of `candidate_id` and `query`.
struct SavedSearchTerms {
    std::string name;                         ///< 1 to 100 characters.
    std::optional<std::string> candidate_id;  ///< A candidate of the same owner.
    std::optional<std::string> match_order;   ///< `fit` or `lift`; there with a candidate.
    std::optional<std::string> query;         ///< A JSON object: words and filters.
    bool notify = true;
};

struct SavedSearch {
    std::string id;  ///< UUIDv4, made here.
    std::string owner_id;
    SavedSearchTerms terms;
    std::int64_t revision_seen = 0;  ///< New postings up to here have been looked at.
    bool has_feed = false;
    std::string created_at;  ///< RFC 3339, UTC.
    std::string etag;        ///< Changes with every replacement; without quotes.
};

/// A posting as it was announced.
struct Announced {
    domain::PostingId posting_id = 0;
    std::optional<int> fit = {};           ///< Nothing where no candidate was held against it.
    std::optional<int> basis_points = {};  ///< Nothing where not known either.
    bool operator==(const Announced&) const = default;
};

/// What one batch found for one saved search.
struct Digest {
    std::int64_t id = 0;
    std::int64_t revision_after = 0;       ///< Postings that came after this revision,
    std::int64_t revision = 0;             ///< and up to this one.
    domain::Date day;                      ///< For which they are open and were scored.
    std::string rules;                     ///< The rule set of the points.
    int matching = 0;                      ///< How many there were.
    std::string made_at = {};              ///< RFC 3339, UTC; given by the database.
    std::vector<Announced> postings = {};  ///< The best of them, best first.
};

/// Saved searches and what was found for them, each the owner's own.
/// Refusals: not_found where there is none for this owner, conflict where the etag has moved on,
/// invalid where the owner has as many as they may have.
class SavedSearchStore {
public:
    static constexpr std::size_t searches_max = 100;  ///< Of one owner.

    explicit SavedSearchStore(Database& database) : database_{database} {}

    /// The candidate is known to be the owner's.
    domain::Result<SavedSearch> create(const Owner& owner, const SavedSearchTerms& terms);
    domain::Result<SavedSearch> replace(
        const Owner& owner,
        const std::string& id,
        const SavedSearchTerms& terms,
        const std::optional<std::string>& if_match
    );
    domain::Result<SavedSearch> find(const Owner& owner, const std::string& id);
    std::vector<SavedSearch> list(const Owner& owner);
    domain::Result<void> remove(const Owner& owner, const std::string& id);

    /// Gives the search a feed at a new address and returns the token in it, which is told once:
    /// only its digest is kept. An address it had before is none any more.
    domain::Result<std::string> open_feed(
        const Owner& owner, const std::string& id, domain::OfficialLanguage language
    );
    domain::Result<void> close_feed(const Owner& owner, const std::string& id);

    /// Newest first, those before digest `before` where it is said.
    std::vector<Digest> digests(
        const Owner& owner,
        const std::string& id,
        const std::optional<std::int64_t>& before,
        std::size_t count
    );

    struct Feed {
        std::string search_id;
        std::string name;
        domain::OfficialLanguage language = domain::OfficialLanguage::english;
        std::string created_at;
        std::vector<Digest> digests;  ///< Newest first.
    };

    /// What whoever has the token may see; nothing where it is nobody's.
    std::optional<Feed> feed(const std::string& token, std::size_t count);

private:
    Database& database_;
};

}  // namespace store
