#include "sql/store/saved_search_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/digest_row.hpp"
#include "sql/store/owned.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;
using domain::OfficialLanguage;

SavedSearch search_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::string>(),
        .owner_id = row[1].as<std::string>(),
        .terms =
            {.name = row[2].as<std::string>(),
             .candidate_id = text_or_nothing(row[3]),
             .match_order = text_or_nothing(row[4]),
             .query = text_or_nothing(row[5]),
             .notify = row[6].as<bool>()},
        .revision_seen = row[7].as<std::int64_t>(),
        .has_feed = row[8].as<bool>(),
        .created_at = row[9].as<std::string>(),
        .etag = row[10].as<std::string>(),
    };
}

domain::Error no_search(const std::string& id) { return not_found("saved search", id); }

}  // namespace

domain::Result<SavedSearch> SavedSearchStore::create(
    const Owner& owner, const SavedSearchTerms& terms
) {
    using Result = domain::Result<SavedSearch>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::list_saved_searches.name, owner.id, searches_max).size() ==
            searches_max) {
            return domain::invalid(
                "", "there are " + std::to_string(searches_max) + " saved searches already"
            );
        }
        return search_from(run(transaction,
                               queries::add_saved_search.name,
                               owner.id,
                               storable_text(terms.name),
                               or_null(terms.candidate_id),
                               or_null(terms.match_order),
                               or_null(terms.query),
                               terms.notify)
                               .front());
    });
}

domain::Result<SavedSearch> SavedSearchStore::replace(
    const Owner& owner,
    const std::string& id,
    const SavedSearchTerms& terms,
    const std::optional<std::string>& if_match
) {
    using Result = domain::Result<SavedSearch>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto replaced =
            run(transaction,
                queries::replace_saved_search.name,
                id,
                storable_text(terms.name),
                or_null(terms.candidate_id),
                or_null(terms.match_order),
                or_null(terms.query),
                terms.notify,
                or_null(if_match));
        if (!replaced.empty()) {
            return search_from(replaced.front());
        }
        if (run(transaction, queries::find_saved_search.name, id).empty()) {
            return no_search(id);
        }
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "saved search '" + id + "' has changed since version '" + *if_match + "'",
            .field = "",
        };
    });
}

domain::Result<SavedSearch> SavedSearchStore::find(const Owner& owner, const std::string& id) {
    using Result = domain::Result<SavedSearch>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto found = run(transaction, queries::find_saved_search.name, id);
        if (found.empty()) {
            return no_search(id);
        }
        return search_from(found.front());
    });
}

std::vector<SavedSearch> SavedSearchStore::list(const Owner& owner) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        std::vector<SavedSearch> result;
        for (const auto& row :
             run(transaction, queries::list_saved_searches.name, owner.id, searches_max)) {
            result.push_back(search_from(row));
        }
        return result;
    });
}

domain::Result<void> SavedSearchStore::remove(const Owner& owner, const std::string& id) {
    using Result = domain::Result<void>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::delete_saved_search.name, id).empty()) {
            return no_search(id);
        }
        return {};
    });
}

domain::Result<std::string> SavedSearchStore::open_feed(
    const Owner& owner, const std::string& id, const OfficialLanguage language
) {
    using Result = domain::Result<std::string>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const std::string token = random_token();
        const std::string code{domain::language_code(language)};
        if (run(transaction, queries::set_feed.name, id, sha256(token), code).empty()) {
            return no_search(id);
        }
        return token;
    });
}

domain::Result<void> SavedSearchStore::close_feed(const Owner& owner, const std::string& id) {
    using Result = domain::Result<void>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const char* const nothing = nullptr;
        if (run(transaction, queries::set_feed.name, id, nothing, nothing).empty()) {
            return no_search(id);
        }
        return {};
    });
}

std::vector<Digest> SavedSearchStore::digests(
    const Owner& owner,
    const std::string& id,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return list_digests(transaction, id, before, count);
    });
}

std::optional<SavedSearchStore::Feed> SavedSearchStore::feed(
    const std::string& token, const std::size_t count
) {
    const std::string digest = sha256(token);
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<Feed> {
        run(transaction, queries::set_feed_asked.name, digest);
        const auto found = run(transaction, queries::find_feed.name, digest);
        if (found.empty()) {
            return std::nullopt;
        }
        const auto row = found.front();
        return Feed{
            .search_id = row[0].as<std::string>(),
            .name = row[1].as<std::string>(),
            .language = std::string_view{row[2].c_str()} == "fr" ? OfficialLanguage::french
                                                                 : OfficialLanguage::english,
            .created_at = row[3].as<std::string>(),
            .digests = list_digests(transaction, row[0].as<std::string>(), std::nullopt, count),
        };
    });
}

}  // namespace store
