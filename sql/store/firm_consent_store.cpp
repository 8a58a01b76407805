#include "sql/store/firm_consent_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;

/// `body(transaction)` if the candidate is the owner's.
template <class Result, class Body>
Result of_own(Database& database, const Owner& owner, const std::string& id, const Body& body) {
    return in_transaction_of(database, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::find_candidate.name, id).empty()) {
            return no_candidate(id);
        }
        return body(transaction);
    });
}

}  // namespace

domain::Result<std::vector<FirmConsentStore::Consent>> FirmConsentStore::list(
    const Owner& owner, const std::string& id
) {
    using Result = domain::Result<std::vector<Consent>>;
    return of_own<Result>(database_, owner, id, [&](pqxx::work& transaction) {
        std::vector<Consent> result;
        for (const auto& row : run(transaction, queries::list_firm_consents.name, id, owner.id)) {
            result.push_back(
                {.firm = row[0].as<std::string>(),
                 .firm_name = text_or_nothing(row[5]),
                 .terms = {.wording = row[1].as<std::string>(), .may_replace = row[2].as<bool>()},
                 .given_at = row[3].as<std::string>(),
                 .withdrawn_at = text_or_nothing(row[4])}
            );
        }
        return result;
    });
}

domain::Result<void> FirmConsentStore::give(
    const Owner& owner, const std::string& id, const std::string& firm, const Terms& terms
) {
    using Result = domain::Result<void>;
    return of_own<Result>(database_, owner, id, [&](pqxx::work& transaction) -> Result {
        for (const auto* const query : {&queries::end_firm_consent, &queries::give_firm_consent}) {
            run(transaction, query->name, id, owner.id, firm, terms.wording, terms.may_replace);
        }
        return {};
    });
}

domain::Result<void> FirmConsentStore::withdraw(
    const Owner& owner, const std::string& id, const std::string& firm
) {
    using Result = domain::Result<void>;
    return of_own<Result>(database_, owner, id, [&](pqxx::work& transaction) -> Result {
        const char* const any = nullptr;
        run(transaction, queries::end_firm_consent.name, id, owner.id, firm, any, any);
        return {};
    });
}

std::vector<FirmConsentStore::Client> FirmConsentStore::clients(
    const Owner& advisor, const std::optional<std::int64_t>& before, const std::size_t count
) {
    const auto from = number_text(before);
    return in_transaction_of(database_, advisor, [&](pqxx::work& transaction) {
        boost::json::array ids;
        for (const auto& row :
             run(transaction, queries::list_clients.name, advisor.firm, or_null(from), count)) {
            ids.emplace_back(row[0].as<std::string>());
        }
        const std::string listed = boost::json::serialize(ids);
        run(transaction, queries::note_listed.name, listed, advisor.id);
        std::vector<Client> result;
        for (const auto& row : run(transaction, queries::find_clients.name, listed)) {
            result.push_back(
                {.consent_id = row[0].as<std::int64_t>(),
                 .candidate_id = row[1].as<std::string>(),
                 .name = text_or_nothing(row[2]),
                 .may_replace = row[3].as<bool>(),
                 .given_at = row[4].as<std::string>()}
            );
        }
        return result;
    });
}

}  // namespace store
