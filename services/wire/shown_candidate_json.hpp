#pragma once

#include "matcher/fit/fit.hpp"
#include "sql/store/consent_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an employer sees of a candidate, and what the candidate sees of that.
namespace wire {

/// One candidate as an employer sees them.
struct ShownCandidate {
    std::string alias;
    fit::Fit fit;
    std::vector<fit::PlacedAfter> placed_after;
};

/// `{alias, fit{total, parts[{part, points, max, reason{code, text}, noc?, months?}]}, gaps[]}`.
/// Nothing by which a person could be known: no name, day of birth, country, level of a language
/// or employer; months in bands of a year and more.
boost::json::object shown_candidate_json(
    const ShownCandidate& candidate, domain::OfficialLanguage language
);

/// The wordings of the consent to be shown that can be agreed to.
std::vector<std::string_view> consent_wordings();

/// `{given, since, wording, current{wording, text}}`: what was agreed to, and what would be now.
boost::json::object consent_json(
    const std::optional<store::ConsentStore::Consent>& consent, domain::OfficialLanguage language
);

/// The body of PUT /v1/candidates/{id}/consent, `{wording}`: one of consent_wordings().
domain::Result<std::string> consent_from(const boost::json::value& document);

/// `[{id, what, viewer, viewer_name, posting_id, title, hiring_organization, fit, seen_at}]`: the
/// last but seen_at null where an advisor read the document.
boost::json::array views_json(const std::vector<store::ConsentStore::View>& views);

}  // namespace wire
