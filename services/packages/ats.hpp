#pragma once

#include "services/packages/facts.hpp"
#include "services/packages/resume.hpp"

#include <boost/json/array.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace packages {

enum class Severity : std::uint8_t { error, warning, info };

/// A thing that keeps programs, or the people behind them, from reading a résumé well.
struct AtsRule {
    std::string id;
    Severity severity = Severity::info;
    std::string meaning_en;
    std::string meaning_fr;
    std::string action_en;
    std::string action_fr;
};

struct AtsLimits {
    int pages_max = 0;
    std::size_t bullet_characters_max = 0;
    std::size_t word_characters_max = 0;
    std::size_t words_min = 0;
};

struct AtsRules {
    std::string version;  ///< The day of the rules.
    std::string source;
    AtsLimits limits;
    std::vector<AtsRule> rules;
};

/// services/packages/ats_rules.json, or another of its form. Refuses as every reader does.
domain::Result<AtsRules> ats_rules_from(std::string_view json);
const AtsRules& built_in_ats_rules();

struct AtsFinding {
    const AtsRule* rule = nullptr;
    std::string text;  ///< What it is about; may be empty.
};

/// What the rules find in a résumé as made, and in the document that it was made of; errors first.
/// The rules must outlive the findings.
std::vector<AtsFinding> ats_check(
    const AtsRules& rules, const Resume& resume, const Facts& facts, int pages
);

/// `[{rule, severity, text, meaning, action}]`
boost::json::array ats_json(
    const std::vector<AtsFinding>& findings, domain::OfficialLanguage language
);

}  // namespace packages
