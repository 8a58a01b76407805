#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/mail_consent_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string_view>
#include <vector>

/// Which mail somebody agrees to.
namespace wire {

/// `{matches{wording, given_at}, rounds{wording, given_at, candidate, of}, time_zone, hour,
/// history[], current{matches{wording, text}, rounds{wording, text}}}`; null for what is not agreed
/// to.
boost::json::object mail_json(
    const store::MailConsentStore::State& state, domain::OfficialLanguage language
);

/// All that were given, newest first: `[{kind, wording, language, given_at, withdrawn_at}]`.
boost::json::array mail_consents_json(const std::vector<store::MailConsentStore::Consent>& consents
);

/// The body of PUT /v1/accounts/me/mail, `{matches?{wording}, rounds?{wording, candidate, of?},
/// time_zone?, hour?}`; `language` is the one in which the words were shown.
domain::Result<store::MailConsentStore::Terms> mail_terms_from(
    const boost::json::value& document, domain::OfficialLanguage language
);

/// The wordings that can be agreed to here.
std::vector<std::string_view> mail_wordings();

}  // namespace wire
