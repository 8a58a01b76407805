#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/fit/fit.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// `{total, parts: [{part, points, max, reason{code,text}, facts{}}]}`
boost::json::object fit_json(const fit::Fit& fit, domain::OfficialLanguage language);

/// `[{code, text}]`
boost::json::array placed_after_json(
    const std::vector<fit::PlacedAfter>& facts, domain::OfficialLanguage language
);

std::string reason_text(const fit::Part& part, domain::OfficialLanguage language);

std::string placed_after_text(fit::PlacedAfter fact, domain::OfficialLanguage language);

}  // namespace wire
