#include "sql/store/consent_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

#include <utility>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

std::optional<ConsentStore::Consent> consent_from(const pqxx::row& row) {
    if (row[0].is_null()) {
        return std::nullopt;
    }
    return ConsentStore::Consent{
        .since = row[0].as<std::string>(), .wording = row[1].as<std::string>()};
}

}  // namespace

domain::Result<std::optional<ConsentStore::Consent>> ConsentStore::find(
    const Owner& owner, const std::string& id
) {
    using Result = domain::Result<std::optional<Consent>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto found = run(transaction, queries::find_consent.name, id);
        if (found.empty()) {
            return no_candidate(id);
        }
        return consent_from(found.front());
    });
}

domain::Result<ConsentStore::Consent> ConsentStore::give(
    const Owner& owner, const std::string& id, const std::string& wording
) {
    using Result = domain::Result<Consent>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::set_consent.name, id, wording).empty()) {
            return no_candidate(id);
        }
        return *consent_from(run(transaction, queries::find_consent.name, id).front());
    });
}

domain::Result<void> ConsentStore::withdraw(const Owner& owner, const std::string& id) {
    using Result = domain::Result<void>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const char* const nothing = nullptr;
        if (run(transaction, queries::set_consent.name, id, nothing).empty()) {
            return no_candidate(id);
        }
        run(transaction, queries::forget_aliases.name, id);
        run(transaction, queries::end_agreements.name, id, owner.id);
        return {};
    });
}

std::vector<ConsentStore::Shown> ConsentStore::shown(
    const Viewer& viewer, const std::optional<std::string>& after, const std::size_t count
) {
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        std::vector<Shown> result;
        for (const auto& row : run(transaction, queries::list_shown.name, or_null(after), count)) {
            result.push_back({.id = row[0].as<std::string>(), .document = row[1].as<std::string>()}
            );
        }
        return result;
    });
}

std::optional<std::vector<std::string>> ConsentStore::record(
    const Viewer& viewer, const std::vector<Seen>& seen
) {
    json::array ids;
    json::array fits;
    for (const Seen& one : seen) {
        ids.emplace_back(one.candidate_id);
        json::array pair;
        pair.emplace_back(one.candidate_id);
        pair.emplace_back(one.fit);
        fits.emplace_back(std::move(pair));
    }
    using Names = std::optional<std::vector<std::string>>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Names {
        const auto still_shown = run(transaction, queries::find_shown.name, json::serialize(ids));
        if (still_shown.size() != seen.size()) {
            return std::nullopt;
        }
        std::vector<std::string> names;
        for (const auto& row :
             run(transaction, queries::name_candidates.name, viewer.posting, json::serialize(ids)
             )) {
            names.push_back(row[0].as<std::string>());
        }
        run(transaction, queries::add_views.name, viewer.posting, viewer.id, json::serialize(fits));
        return names;
    });
}

std::vector<ConsentStore::View> ConsentStore::views(
    const Owner& owner,
    const std::string& id,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    const auto from = number_text(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        std::vector<View> result;
        for (const auto& row :
             run(transaction, queries::list_views.name, id, or_null(from), count, owner.id)) {
            result.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .what = row[1].as<std::string>(),
                 .viewer_role = row[2].as<std::string>(),
                 .viewer_name = text_or_nothing(row[3]),
                 .posting_id = row[4].is_null() ? std::nullopt
                                                : std::optional{row[4].as<domain::PostingId>()},
                 .fit = row[5].is_null() ? std::nullopt : std::optional{row[5].as<int>()},
                 .seen_at = row[6].as<std::string>(),
                 .title = text_or_nothing(row[7]),
                 .hiring_organization = text_or_nothing(row[8])}
            );
        }
        return result;
    });
}

}  // namespace store
