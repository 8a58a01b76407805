#include "sql/store/candidate_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"
#include "sql/store/sha256.hpp"

#include <string_view>

namespace store {
namespace {

namespace queries = embedded_queries;

StoredCandidate candidate_from(const pqxx::row& row, const Reach reach = Reach::own) {
    return {
        .id = row[0].as<std::string>(),
        .owner_id = row[1].as<std::string>(),
        .document = row[2].as<std::string>(),
        .etag = row[3].as<std::string>(),
        .reach = reach,
    };
}

/// The JSON text with every escaped NUL, which JSONB cannot hold, replaced.
std::string storable_json(const std::string_view document) {
    constexpr std::string_view nul = "\\u0000";
    std::string result;
    result.reserve(document.size());
    for (std::size_t index = 0; index < document.size();) {
        if (document.substr(index, nul.size()) == nul) {
            result += "\\ufffd";
            index += nul.size();
            continue;
        }
        // An escaped backslash is taken whole, so that what follows it is not taken for an escape.
        const std::size_t length = document[index] == '\\' ? 2 : 1;
        result += document.substr(index, length);
        index += length;
    }
    return result;
}

const char* reading_name(const Reading reading) {
    switch (reading) {
        case Reading::document:
            return "document";
        case Reading::matches:
            return "matches";
    }
    return "";
}

/// The candidate, where it is the owner's own; that counts as use. One statement.
std::optional<StoredCandidate> find_own_in(
    Database& database, const Owner& owner, const std::string& id
) {
    const auto found = ask(database, queries::find_own_candidate.name, owner.id, owner.firm, id);
    return found.empty() ? std::nullopt : std::optional{candidate_from(found.front())};
}

/// Notes what an advisor does with somebody else's candidate; nothing where that is not allowed.
std::optional<Reach> note(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const std::string& what
) {
    if (owner.firm.empty()) {
        return std::nullopt;
    }
    const auto noted =
        run(transaction, queries::note_access_by_firm.name, id, what, owner.id, owner.firm);
    if (noted.empty()) {
        return std::nullopt;
    }
    return noted[0][0].as<bool>() ? Reach::replace_consented : Reach::read_consented;
}

}  // namespace

CandidateStore::CandidateStore(Database& database) : database_{database} {}

StoredCandidate CandidateStore::create(const Owner& owner, const std::string& document) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return candidate_from(
            run(transaction, queries::create_candidate.name, owner.id, storable_json(document))
                .front()
        );
    });
}

domain::Result<StoredCandidate> CandidateStore::replace(
    const Owner& owner,
    const std::string& id,
    const std::string& document,
    const std::optional<std::string>& if_match
) {
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    Database::Lease lease = database_.lease();
    pqxx::work transaction{lease.connection()};
    set_owner(transaction, owner);
    const bool own = !run(transaction, queries::find_candidate.name, id).empty();
    if (!own && !note(transaction, owner, id, "replaced")) {
        return no_candidate(id);
    }
    const auto replaced =
        run(transaction,
            queries::replace_candidate.name,
            id,
            storable_json(document),
            or_null(if_match),
            owner.id);
    if (replaced.empty() && !if_match) {
        return no_candidate(id);  // Deleted in this very moment.
    }
    if (replaced.empty()) {
        // Nothing is committed: what was not done is not noted.
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "candidate '" + id + "' has changed since version '" + *if_match + "'",
            .field = "",
        };
    }
    transaction.commit();
    return candidate_from(replaced.front(), own ? Reach::own : Reach::replace_consented);
}

domain::Result<StoredCandidate> CandidateStore::find_own(
    const Owner& owner, const std::string& id
) {
    using Result = domain::Result<StoredCandidate>;
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    auto own = find_own_in(database_, owner, id);
    return own ? Result{*std::move(own)} : Result{no_candidate(id)};
}

std::optional<std::string> CandidateStore::latest_own(const Owner& owner) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        const auto found = run(transaction, queries::find_latest_candidate.name, owner.id);
        return found.empty() ? std::nullopt : std::optional{found[0][0].as<std::string>()};
    });
}

domain::Result<StoredCandidate> CandidateStore::find(
    const Owner& owner, const std::string& id, const Reading reading
) {
    using Result = domain::Result<StoredCandidate>;
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    if (auto own = find_own_in(database_, owner, id)) {
        return *std::move(own);
    }
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reach = note(transaction, owner, id, reading_name(reading));
        if (!reach) {
            return no_candidate(id);
        }
        return candidate_from(run(transaction, queries::find_candidate.name, id).front(), *reach);
    });
}

domain::Result<CandidateStore::Removed> CandidateStore::remove(
    const Owner& owner,
    const std::string& id,
    const domain::Date day,
    const LoneSearches lone_searches
) {
    using Result = domain::Result<Removed>;
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto counts = run(transaction, queries::count_candidate.name, id).front();
        if (run(transaction, queries::delete_candidate.name, id, owner.id).empty()) {
            return no_candidate(id);
        }
        Removed removed{
            .saved_searches = counts[0].as<std::int64_t>(),
            .digests = counts[1].as<std::int64_t>(),
            .firm_consents = counts[2].as<std::int64_t>(),
            .agreements = counts[3].as<std::int64_t>(),
            .views = counts[4].as<std::int64_t>(),
            .interests = counts[5].as<std::int64_t>(),
            .applications = counts[6].as<std::int64_t>(),
            .messages = counts[7].as<std::int64_t>(),
            .invitations = counts[8].as<std::int64_t>()};
        if (lone_searches == LoneSearches::removed) {
            removed.saved_searches += static_cast<std::int64_t>(
                run(transaction, queries::delete_lone_searches.name, owner.id).size()
            );
        }
        run(transaction, queries::record_deletion.name, sha256(id), domain::to_string(day));
        return removed;
    });
}

}  // namespace store
