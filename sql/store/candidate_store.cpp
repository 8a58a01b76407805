#include "sql/store/candidate_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <string_view>

namespace store {
namespace {

namespace queries = embedded_queries;

StoredCandidate candidate_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::string>(),
        .owner_id = row[1].as<std::string>(),
        .document = row[2].as<std::string>(),
        .etag = row[3].as<std::string>(),
    };
}

/// The JSON text with every escaped NUL, which JSONB cannot hold, replaced.
std::string storable(const std::string_view document) {
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

domain::Error no_candidate(const std::string& id) {
    return {
        .kind = domain::ErrorKind::not_found,
        .message = "there is no candidate '" + id + "'",
        .field = "id",
    };
}

}  // namespace

CandidateStore::CandidateStore(Database& database) : database_{database} {}

StoredCandidate CandidateStore::create(const Owner& owner, const std::string& document) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return candidate_from(
            run(transaction, queries::create_candidate.name, owner.id, storable(document)).front()
        );
    });
}

domain::Result<StoredCandidate> CandidateStore::replace(
    const Owner& owner,
    const std::string& id,
    const std::string& document,
    const std::optional<std::string>& if_match
) {
    using Result = domain::Result<StoredCandidate>;
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const char* const version = if_match ? if_match->c_str() : nullptr;
        const auto replaced =
            run(transaction, queries::replace_candidate.name, id, storable(document), version);
        if (!replaced.empty()) {
            return candidate_from(replaced.front());
        }
        if (run(transaction, queries::find_candidate.name, id).empty()) {
            return no_candidate(id);
        }
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "candidate '" + id + "' has changed since version '" + *if_match + "'",
            .field = "",
        };
    });
}

domain::Result<StoredCandidate> CandidateStore::find(const Owner& owner, const std::string& id) {
    using Result = domain::Result<StoredCandidate>;
    if (!is_uuid(id)) {
        return no_candidate(id);
    }
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto found = run(transaction, queries::find_candidate.name, id);
        if (found.empty()) {
            return no_candidate(id);
        }
        return candidate_from(found.front());
    });
}

}  // namespace store
