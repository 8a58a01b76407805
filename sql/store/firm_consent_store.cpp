#include "sql/store/firm_consent_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

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

}  // namespace store
