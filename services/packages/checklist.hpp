#pragma once

#include "services/packages/facts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace packages {

enum class Matter : std::uint8_t {
    before_sending,  ///< What the package itself still lacks.
    letters,         ///< Of reference, against what the government asks of one.
    history,         ///< Gaps, and where résumé and profile do not say the same.
    credentials,
    language_tests,
    days,  ///< To keep in mind: what is due or ends, the soonest first.
};

struct ChecklistItem {
    Matter matter = Matter::before_sending;
    std::string text;
    std::vector<std::string> details = {};
    std::optional<domain::Date> day = {};  ///< When it is due, or no longer counts.
};

/// What an elements of a letter of reference is about. Source: IRCC program delivery instructions,
/// applications subject to the Express Entry completeness check.
enum class LetterElement : std::uint8_t {
    letterhead,
    applicant,
    contact,
    signature,
    title,
    duties,
    status,
    dates,
    hours,
    salary,
};
inline constexpr int letter_elements = 10;

/// What to see to besides sending: by matter, and within one by day.
std::vector<ChecklistItem> checklist(const Facts& facts, domain::OfficialLanguage language);

/// The items with a day as an iCalendar of events that take the whole day and are told of a week
/// before; empty where no item has a day that is still to come. Source: RFC 5545.
std::string calendar(
    const std::vector<ChecklistItem>& items, const Facts& facts, domain::OfficialLanguage language
);

}  // namespace packages
