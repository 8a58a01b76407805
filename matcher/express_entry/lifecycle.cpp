#include "matcher/express_entry/lifecycle.hpp"

#include "matcher/express_entry/profile.hpp"
#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Date;
using enum ReasonCode;

const rules::LifecycleRules& lifecycle() { return rules::regulations().lifecycle; }

/// In the order of domain::LanguageTestKind.
constexpr std::array<const char*, 5> test_names{
    "IELTS General Training", "CELPIP-General", "PTE Core", "TEF Canada", "TCF Canada"};

/// Documents of the candidate that still count on the day, with the first day on which they do not.
std::vector<Deadline> expiries(const Candidate& candidate, const Date as_of) {
    std::vector<Deadline> result;
    for (const domain::LanguageTest& test : valid_tests(candidate.language_tests, as_of)) {
        const Date date = language_expires(test);
        const std::string name = test_names[static_cast<std::size_t>(test.kind)];
        result.push_back({.date = date, .reason = because(language_expires_on, {name, date})});
    }
    for (std::size_t index = 0; index < candidate.education.size(); ++index) {
        const auto date = assessment_expires(candidate.education[index]);
        const bool counts = !valid_credentials({candidate.education[index]}, as_of).empty();
        if (date && counts) {
            const auto place = static_cast<std::int64_t>(index + 1);
            result.push_back(
                {.date = *date, .reason = because(assessment_expires_on, {place, *date})}
            );
        }
    }
    return result;
}

Date day_of(const domain::Instant instant) {
    return std::chrono::floor<std::chrono::days>(instant);
}

void add_medical(std::vector<Deadline>& result, const Date invited_on, const Date due) {
    if (const auto* medical = rules::latest(lifecycle().medical, invited_on)) {
        result.push_back(
            {.date = due,
             .reason = medical->upfront
                           ? because(medical_upfront, {lifecycle().validity.medical_months})
                           : because(medical_after)}
        );
    }
}

}  // namespace

Date application_due(const Date invited_on) {
    const auto* window = rules::latest(lifecycle().invitation_days, invited_on);
    const int days = window == nullptr ? lifecycle().invitation_days.front().days : window->days;
    return invited_on + std::chrono::days{days};
}

std::vector<Deadline> deadlines(const Candidate& candidate, const Date as_of) {
    const std::vector<Deadline> documents = expiries(candidate, as_of);
    std::vector<Deadline> result = documents;
    if (candidate.profile_submitted) {
        const Date end = domain::add_months(
            day_of(*candidate.profile_submitted), lifecycle().validity.profile_months
        );
        result.push_back({.date = end, .reason = because(profile_leaves_pool, {end})});
        for (const Deadline& document : documents) {
            if (document.date < end && end > as_of) {
                result.push_back(
                    {.date = document.date,
                     .reason = because(expires_before_profile, {document.date, end})}
                );
            }
        }
    }
    if (candidate.invited_on) {
        const Date due = application_due(*candidate.invited_on);
        result.push_back(
            {.date = due,
             .reason = because(
                 application_due_on, {due, std::int64_t{(due - *candidate.invited_on).count()}}
             )}
        );
        add_medical(result, *candidate.invited_on, due);
        for (const Deadline& document : documents) {
            if (document.date <= due) {
                result.push_back(
                    {.date = document.date,
                     .reason = because(expires_before_application, {document.date, due})}
                );
            }
        }
    }
    std::ranges::stable_sort(result, {}, &Deadline::date);
    return result;
}

}  // namespace express_entry
