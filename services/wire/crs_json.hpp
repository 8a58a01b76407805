#pragma once

#include "matcher/express_entry/crs.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// What a person states of themselves, with ages, levels and whole years given directly:
///
///     {"age": 29, "marital": "single", "education": "doctoral",
///      "first_language": {"language": "en", "clb": {"listening": 9, ...}}, ...}
///
/// `age`, `marital` and `education` are required; what is left out or null is nothing, none or no.
/// `raw_tests.first` and `.second` give the scores of a test in place of `clb` or in agreement with
/// it. `foreign_work_months` must agree with `foreign_work_years`; `relative` is a remark that
/// earns nothing. Any other member is refused.
domain::Result<express_entry::CrsInput> crs_input_from(const boost::json::value& input);

/// `{rules{id, status, effective_from, effective_to, confirmed}, column, core{...}, spouse{...},
/// transferability{...}, additional{...}, total, unknown[]}`. Points that rest on a figure which is
/// not known are null, and `unknown` lists the paths of those that make them so.
boost::json::object crs_score_json(
    const rules::RuleSet& rule_set, domain::Date as_of, const express_entry::CrsScore& score
);

/// Paths of the factors whose points are not known: `core.canadian_work`, `additional.job_offer`.
std::vector<std::string_view> unknown_factors(const express_entry::CrsScore& score);

/// Answers `{"id", "ruleset", "input"}` lines one by one, reusing its memory from line to line.
class CrsLines {
public:
    /// `rule_book` outlives the object.
    explicit CrsLines(const rules::RuleBook& rule_book) : rule_book_{rule_book} {}

    /// `{"id", "ruleset", "total", "core", "spouse", "transferability", "additional", "factors"}`
    /// or `{"id", "error": {"field", "message"}}`, without a line end. A line that is not JSON has
    /// `"id": null` and its `"line"`, the number passed. Valid until the next call.
    std::string_view answer(std::string_view line, std::size_t line_number);

private:
    const rules::RuleBook& rule_book_;
    std::string answer_;
};

}  // namespace wire
