#pragma once

#include "matcher/domain/candidate.hpp"
#include "tests/express_entry/people.hpp"

#include <optional>
#include <string_view>

/// Fictional candidates as documents, for the tests of this folder.
namespace people {

inline domain::LanguageTest test_of(
    const domain::LanguageTestKind kind,
    const domain::AbilityLevels& levels,
    const std::string_view date = "2026-01-10"
) {
    return {.kind = kind, .date = day(date), .first = false, .levels = levels};
}

inline domain::LanguageTest english_test(
    const domain::Clb level, const std::string_view date = "2026-01-10"
) {
    return test_of(domain::LanguageTestKind::ielts_general, all(level), date);
}

inline domain::LanguageTest french_test(
    const domain::Clb level, const std::string_view date = "2026-01-10"
) {
    return test_of(domain::LanguageTestKind::tef_canada, all(level), date);
}

inline domain::Job job(
    const std::string_view code,
    const std::string_view country,
    const std::string_view start,
    const std::string_view end = "",
    const double hours = 40
) {
    domain::Job job;
    job.noc = noc(code);
    job.country = country;
    job.start = day(start);
    if (!end.empty()) {
        job.end = day(end);
    }
    job.hours_per_week = hours;
    return job;
}

/// Born 1996-05-15, single, abroad, English at 9, a Canadian bachelor's degree, no work.
inline domain::Candidate graduate() {
    domain::Candidate one;
    one.birth_date = day("1996-05-15");
    one.language_tests = {english_test(9)};
    one.education = {
        {.level = domain::EducationLevel::bachelors_or_three_year,
         .country = "CA",
         .completed = day("2018-06-30"),
         .eca_date = {}}};
    return one;
}

/// An offer in New Brunswick of which every clause is met but the route, which is not stated.
inline domain::Offer sound_offer(const std::string_view code = "21231") {
    domain::Offer offer;
    offer.noc = noc(code);
    offer.province = domain::Province::NB;
    offer.weekly_hours = 37.5;
    offer.in_writing = true;
    offer.paid = true;
    offer.continuous = true;
    offer.seasonal = false;
    offer.lasts = true;
    offer.employer_ineligible = false;
    return offer;
}

inline domain::Offer with_lmia(domain::Offer offer) {
    offer.lmia = true;
    return offer;
}

}  // namespace people
