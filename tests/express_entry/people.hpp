#pragma once

#include "matcher/express_entry/crs.hpp"
#include "matcher/rules/rule_book.hpp"

#include <string_view>

/// Fictional people and the built-in rules, for the tests of this folder.
namespace people {

inline domain::Date day(const std::string_view text) { return domain::parse_date(text).value(); }

inline domain::NocCode noc(const std::string_view text) {
    return domain::NocCode::parse(text).value();
}

inline const rules::RuleBook& rule_book() {
    static const rules::RuleBook book = rules::built_in().value();
    return book;
}

inline const rules::RuleSet& rule_set(const std::string_view id) { return *rule_book().find(id); }

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
