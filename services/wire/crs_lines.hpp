#pragma once

#include "matcher/rules/rule_book.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace wire {

/// Answers `{"id", "ruleset", "input"}` lines one by one, `input` being that of crs_input_from().
class CrsLines {
public:
    /// `rule_book` outlives the object.
    explicit CrsLines(const rules::RuleBook& rule_book) : rule_book_{rule_book} {}

    /// `{"id", "ruleset", "total", "core", "spouse", "transferability", "additional", "factors"}`
    /// or `{"id", "error": {"field", "message"}}`, without a line end. Points that are not known
    /// are null, and `unknown` then lists why. A line that is not a JSON object has `"id": null`
    /// and its
    /// `"line"`, the number passed. Valid until the next call, which reuses the memory.
    std::string_view answer(std::string_view line, std::size_t line_number);

private:
    const rules::RuleBook& rule_book_;
    std::string answer_;
};

}  // namespace wire
