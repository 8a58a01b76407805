#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/agreement_store.hpp"
#include "sql/store/firm_consent_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a candidate lets firms and single employers see, and what goes when a candidate does.
namespace wire {

/// The words by which one employer is let know who a candidate is.
inline constexpr std::string_view contact_wording = "contact_1";

/// `{items[{firm, wording, may_replace, given_at, withdrawn_at}], current{wording, text}}`
boost::json::object firm_consents_json(
    const std::vector<store::FirmConsentStore::Consent>& consents, domain::OfficialLanguage language
);

/// `[{candidate, name, may_replace, given_at}]`; null for a name that the résumé does not say.
boost::json::array clients_json(const std::vector<store::FirmConsentStore::Client>& clients);

/// The body of PUT /v1/candidates/{id}/firms/{firm}, `{wording, may_replace?}`.
domain::Result<store::FirmConsentStore::Terms> firm_consent_from(const boost::json::value& document
);

/// `{id, posting_id, title, employer, asked_at, answered_at, agreed, wording}`
boost::json::object agreement_json(const store::AgreementStore::Agreement& agreement);

/// `{items[], current{wording, text}}`
boost::json::object agreements_json(
    const std::vector<store::AgreementStore::Agreement>& agreements,
    domain::OfficialLanguage language
);

/// The body of PUT /v1/candidates/{id}/agreements/{request}, `{agreed, wording?}`: the wording
/// agreed to; nothing where the answer is no.
domain::Result<std::optional<std::string>> agreement_answer_from(const boost::json::value& document
);

/// What the employer sees of it: `{alias, asked_at, answered_at, agreed}`.
boost::json::object asked_json(
    const std::string& alias, const store::AgreementStore::Agreement& agreement
);

/// `{alias, name, email, phone}`; null for what the candidate does not say.
boost::json::object contact_json(
    const std::string& alias, const store::AgreementStore::Contact& contact
);

/// `{deleted{candidates, saved_searches, ...}, kept[{what, text}]}`
boost::json::object deletion_json(
    const store::CandidateStore::Removed& removed, domain::OfficialLanguage language
);

/// The wordings that can be agreed to here.
std::vector<std::string_view> agreement_wordings();

}  // namespace wire
