#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <vector>

/// The answer of `jobscout crs` and POST /v1/crs.
namespace wire {

/// A candidate document, told by its member `schema`, as the CRS sees it on `as_of`; or else the
/// input of crs_input_from() as it stands.
domain::Result<express_entry::CrsProfile> crs_profile_from(
    const boost::json::value& document, domain::Date as_of
);

/// `{as_of, basis, scores[], notes[], notice}`: a score of crs_score_json() with its `role` and
/// `status_text` for each rule set shown.
boost::json::object crs_answer_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::ShownRules>& shown,
    const express_entry::CrsProfile& profile,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace wire
