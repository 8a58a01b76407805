#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/fit/fit.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// `{total, parts: [{part, points, max, attainable, reason{code,text}, facts{}, move}]}`; `move`
/// says what would bring the part from its points to what is attainable, and is null where nothing
/// would.
boost::json::object fit_json(const fit::Fit& fit, domain::OfficialLanguage language);

/// `{total, parts: [{part, points, max}]}` at the end of a text: written for every match of a list,
/// without a value in between.
void append_fit_points(std::string& text, const fit::Fit& fit);

/// The words of the posting that a fact rests on; empty where it keeps none.
std::string_view placed_after_quote(fit::PlacedAfter fact, const domain::Posting& posting);

/// `[{code, text, quote}]`; `quote` is null where the posting keeps no words.
boost::json::array placed_after_json(
    const std::vector<fit::PlacedAfter>& facts,
    const domain::Posting& posting,
    domain::OfficialLanguage language
);

/// `$48.05`, `48,05 $`.
std::string money_text(domain::Cents cents, domain::OfficialLanguage language);

/// A part by its name.
std::string part_text(fit::PartKind kind, domain::OfficialLanguage language);

std::string reason_text(const fit::Part& part, domain::OfficialLanguage language);

std::string placed_after_text(fit::PlacedAfter fact, domain::OfficialLanguage language);

}  // namespace wire
