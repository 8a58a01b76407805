#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/fit/fit.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <vector>

namespace random_candidate {

using Random = std::mt19937;

/// A fresh seed each time, printed; `--gtest_random_seed=N` repeats a run.
inline Random seeded() {
    const int asked = testing::FLAGS_gtest_random_seed;
    const unsigned seed =
        asked != 0 ? static_cast<unsigned>(asked) : std::random_device{}() % 99'999 + 1;
    std::cout << "repeat with --gtest_random_seed=" << seed << '\n';
    return Random{seed};
}

inline int between(Random& random, const int least, const int most) {
    return std::uniform_int_distribution{least, most}(random);
}

template <class Values>
auto one_of(Random& random, const Values& values) {
    return values[static_cast<std::size_t>(between(random, 0, static_cast<int>(values.size()) - 1)
    )];
}

/// With the weights that ship.
inline const fit::Model& built_in_model() {
    static const fit::Model built_in{.weights = fit::built_in_weights().value()};
    return built_in;
}

/// Few codes that share every level of the hierarchy, so that random jobs and postings meet.
inline domain::NocCode noc(Random& random) {
    static const std::vector<int> codes{12,    13,    15,    10010, 20012, 21231, 21232,
                                        21234, 21220, 21300, 22220, 31301, 31302, 32101,
                                        72106, 72102, 72200, 73100, 75101, 65200};
    return domain::NocCode::from_number(one_of(random, codes));
}

inline const domain::Date today = domain::date_from_days(18'706);  // 2021-03-20

inline domain::Job job(Random& random) {
    domain::Job result;
    result.noc = noc(random);
    result.start = today - std::chrono::days{between(random, -30, 9'000)};
    if (between(random, 0, 2) != 0) {
        result.end = result.start + std::chrono::days{between(random, 0, 3'000)};
    }
    result.hours_per_week = between(random, 1, 60);
    return result;
}

inline domain::LanguageTest language_test(Random& random) {
    const auto level = [&] { return between(random, 0, 12); };
    domain::LanguageTest result;
    result.kind = between(random, 0, 1) == 0 ? domain::LanguageTestKind::celpip_general
                                             : domain::LanguageTestKind::tef_canada;
    result.date = today - std::chrono::days{between(random, -10, 1'000)};
    result.first = between(random, 0, 1) == 0;
    result.levels = {level(), level(), level(), level()};
    return result;
}

/// About Nova Scotia, so that random places are near and far from Halifax.
inline fit::Spot spot(Random& random) {
    return {
        .latitude = static_cast<std::int16_t>(between(random, 4350, 4700)),
        .longitude = static_cast<std::int16_t>(between(random, -6650, -6000)),
    };
}

inline domain::Preferences preferences(Random& random) {
    domain::Preferences result;
    const auto often = [&] { return between(random, 0, 1) == 0; };
    for (int count = between(random, -2, 3); count > 0; --count) {
        result.provinces.push_back(static_cast<domain::Province>(between(random, 0, 12)));
    }
    if (often()) {
        result.within_km = between(random, 1, 200);
    }
    if (often()) {
        result.hourly_pay_min = between(random, 1'500, 6'000);
    }
    if (often()) {
        result.remote = often();
    }
    if (often()) {
        result.available_from = today + std::chrono::days{between(random, -50, 90)};
    }
    return result;
}

inline domain::Candidate candidate(Random& random) {
    domain::Candidate result;
    result.citizenship_status = static_cast<domain::CitizenshipStatus>(between(random, 0, 4));
    result.certificate_of_qualification = between(random, 0, 3) == 0;
    for (int count = between(random, 0, 5); count > 0; --count) {
        result.jobs.push_back(job(random));
    }
    for (int count = between(random, 0, 3); count > 0; --count) {
        result.language_tests.push_back(language_test(random));
    }
    for (int count = between(random, 0, 2); count > 0; --count) {
        result.licences.push_back(
            static_cast<domain::Licence>(between(random, 1, domain::licences - 1))
        );
    }
    for (int count = between(random, 0, 2); count > 0; --count) {
        result.education.push_back(
            {.level = static_cast<domain::EducationLevel>(
                 between(random, 0, domain::education_levels - 1)
             ),
             .country = "CA",
             .completed = today - std::chrono::days{between(random, -100, 5'000)},
             .eca_date = std::nullopt}
        );
    }
    result.preferences = preferences(random);
    return result;
}

}  // namespace random_candidate
