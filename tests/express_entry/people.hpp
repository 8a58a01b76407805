#pragma once

#include "matcher/express_entry/crs.hpp"
#include "matcher/rules/rule_book.hpp"
#include "tests/support/values.hpp"

#include <string_view>
#include <vector>

/// Fictional people and the built-in rules, for the tests of this folder.
namespace people {

using support::day;
using support::noc;

inline const domain::Date today = day("2026-06-15");
inline const domain::Date in_november = day("2026-11-23");

/// Rule sets of the program, by their standing.
inline constexpr std::string_view basis = "2022-11-16";
inline constexpr std::string_view confirmed = "2025-03-25";
inline constexpr std::string_view reported = "2026-11-03";

inline const rules::RuleBook& rule_book() {
    static const rules::RuleBook book = rules::built_in().value();
    return book;
}

inline const rules::RuleSet& rule_set(const std::string_view id) { return *rule_book().find(id); }

/// One of each standing.
inline std::vector<const rules::RuleSet*> rule_sets() {
    return {&rule_set(basis), &rule_set(confirmed), &rule_set(reported)};
}

inline domain::AbilityLevels all(const domain::Clb level) { return {level, level, level, level}; }

inline domain::LanguageLevels english(const domain::AbilityLevels& levels) {
    return {.language = domain::OfficialLanguage::english, .levels = levels};
}

inline domain::LanguageLevels french(const domain::AbilityLevels& levels) {
    return {.language = domain::OfficialLanguage::french, .levels = levels};
}

/// Single, 29, a bachelor's degree, CLB 9, two years abroad: 404 under every rule set.
inline express_entry::CrsInput engineer() {
    return {
        .age = 29,
        .education = domain::EducationLevel::bachelors_or_three_year,
        .first_language = english(all(9)),
        .second_language = std::nullopt,
        .foreign_work_years = 2,
        .spouse = std::nullopt,
        .job_offer = std::nullopt,
    };
}

inline express_entry::JobOffer offer(const std::string_view code) {
    return {.noc = noc(code), .qualifying = true};
}

}  // namespace people
