#include "sql/store/agreement_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace store {
namespace {

namespace queries = embedded_queries;

AgreementStore::Agreement agreement_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .posting_id = row[1].as<domain::PostingId>(),
        .employer = row[2].as<std::string>(),
        .asked_at = row[3].as<std::string>(),
        .answered_at = text_or_nothing(row[4]),
        .agreed = row[5].is_null() ? std::nullopt : std::optional{row[5].as<bool>()},
        .wording = text_or_nothing(row[6]),
        .title = text_or_nothing(row[7]),
    };
}

std::vector<AgreementStore::Agreement> agreements_of(
    pqxx::transaction_base& transaction, const Owner& owner, const std::string& id
) {
    std::vector<AgreementStore::Agreement> result;
    for (const auto& row : run(transaction, queries::list_agreements.name, id, owner.id)) {
        result.push_back(agreement_from(row));
    }
    return result;
}

}  // namespace

domain::Result<AgreementStore::Agreement> AgreementStore::ask(
    const Viewer& viewer, const std::string& alias
) {
    using Result = domain::Result<Agreement>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Result {
        run(transaction, queries::ask_for_agreement.name, viewer.posting, alias, viewer.id);
        const auto found =
            run(transaction, queries::find_agreement.name, viewer.posting, alias, viewer.id);
        if (found.empty()) {
            return not_found("candidate", alias);
        }
        return agreement_from(found.front());
    });
}

std::vector<std::pair<std::string, AgreementStore::Agreement>> AgreementStore::asked(
    const Viewer& viewer, const std::vector<std::string>& aliases
) {
    const std::string names = boost::json::serialize(boost::json::value_from(aliases));
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        std::vector<std::pair<std::string, Agreement>> result;
        for (const auto& row :
             run(transaction, queries::list_asked.name, viewer.posting, names, viewer.id)) {
            result.emplace_back(row[8].as<std::string>(), agreement_from(row));
        }
        return result;
    });
}

bool AgreementStore::has_agreed(const Viewer& viewer, const std::string& alias) {
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        const auto found =
            run(transaction, queries::find_agreement.name, viewer.posting, alias, viewer.id);
        return !found.empty() && agreement_from(found.front()).agreed.value_or(false);
    });
}

domain::Result<AgreementStore::Contact> AgreementStore::contact(
    const Viewer& viewer, const std::string& alias
) {
    using Result = domain::Result<Contact>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Result {
        const auto noted =
            run(transaction, queries::note_contact.name, viewer.posting, alias, viewer.id);
        if (noted.empty()) {
            return not_found("candidate", alias);
        }
        const auto row =
            run(transaction, queries::find_contact.name, noted[0][0].as<std::string>()).front();
        return Contact{
            .name = text_or_nothing(row[0]),
            .email = text_or_nothing(row[1]),
            .phone = text_or_nothing(row[2])};
    });
}

domain::Result<std::vector<AgreementStore::Agreement>> AgreementStore::list(
    const Owner& owner, const std::string& id
) {
    using Result = domain::Result<std::vector<Agreement>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::find_candidate.name, id).empty()) {
            return no_candidate(id);
        }
        return agreements_of(transaction, owner, id);
    });
}

domain::Result<AgreementStore::Agreement> AgreementStore::answer(
    const Owner& owner,
    const std::string& id,
    const std::int64_t request,
    const std::optional<std::string>& wording
) {
    using Result = domain::Result<Agreement>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        run(transaction,
            queries::answer_agreement.name,
            id,
            owner.id,
            request,
            wording.has_value(),
            or_null(wording));
        const auto all = agreements_of(transaction, owner, id);
        const auto found = std::ranges::find(all, request, &Agreement::id);
        if (found == all.end()) {
            return not_found("request", std::to_string(request));
        }
        return *found;
    });
}

}  // namespace store
