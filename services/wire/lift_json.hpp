#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/offer.hpp"

#include <boost/json/array.hpp>

#include <span>
#include <string>

namespace wire {

/// The lifts of one posting side by side, each with its rule set, dates, status, reason and
/// conditions in words: `[{rules, role, status, ..., points, reason{code,text}, conditions[]}]`.
boost::json::array lifts_json(
    std::span<const express_entry::Lift> lifts, domain::OfficialLanguage language
);

/// The status of the rule set of `lifts[index]` in words. Confirmed rules that a reported set is
/// said to have replaced by now say so, with the day.
std::string status_text(
    std::span<const express_entry::Lift> lifts, std::size_t index, domain::OfficialLanguage language
);

std::string reason_text(const express_entry::Lift& lift, domain::OfficialLanguage language);

std::string condition_text(
    express_entry::LiftCondition condition, domain::OfficialLanguage language
);

}  // namespace wire
