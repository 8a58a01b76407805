#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/prospects.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/value.hpp>

#include <optional>

namespace wire {

/// What a job would open beside the points of its offer; null for a job in Quebec.
/// `{programs[{program, name, before, after}], categories_opened[{category, name, months}],
/// after_12_months[{date, totals[{rules, points}]}], rounds[{kind, program, category, type_name,
/// held, enough, cleared_before, cleared_after, last_cutoff}]}`
boost::json::value prospects_json(
    const AnswerContext& context, const std::optional<matching::Prospects>& prospects
);

/// `{kind, program, category, type_name, number, held_on, cutoff_crs, points_needed}`; null where
/// no cut-off is known.
boost::json::value cut_off_json(
    const std::optional<matching::CutOff>& cut_off, domain::OfficialLanguage language
);

}  // namespace wire
