#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wire {

/// An argument of a message: a whole number, words, or a day.
using Argument = std::variant<std::int64_t, std::string, domain::Date>;
using Arguments = std::vector<std::pair<std::string_view, Argument>>;

/// The text of a code (`lift.reason.part_time`) in English or French, from messages/{en,fr}.json,
/// with numbers as that language writes them and days as YYYY-MM-DD, which both do in Canada. A
/// code that is not there is a broken invariant.
std::string text(domain::OfficialLanguage language, std::string_view code, const Arguments& = {});

/// Whether there is such a code: for codes that come from a database and may be of another version.
bool has_text(std::string_view code);

/// Every code that begins so, in order.
std::vector<std::string> codes_with(std::string_view prefix);

/// `a, b and c`, `a, b et c`.
std::string join(domain::OfficialLanguage language, const std::vector<std::string>& items);

/// `en` or `fr`.
domain::Result<domain::OfficialLanguage> language_from(std::string_view code);

}  // namespace wire
