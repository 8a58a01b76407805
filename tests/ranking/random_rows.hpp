#pragma once

#include "matcher/ranking/columns.hpp"
#include "tests/fit/random_candidate.hpp"

#include <vector>

namespace random_rows {

using random_candidate::between;
using random_candidate::Random;

inline ranking::Row row(Random& random, const domain::PostingId id) {
    const auto byte = [&](const int least, const int most) {
        return static_cast<std::uint8_t>(between(random, least, most));
    };
    ranking::Row result;
    result.id = id;
    result.posted_day =
        domain::days_since_epoch(random_candidate::today) + between(random, -90, 10);
    result.last_live_day = result.posted_day + between(random, -3, 60);
    result.noc = random_candidate::noc(random).number();
    result.employer = static_cast<std::uint32_t>(between(random, 0, 40));
    result.province = byte(0, 12);
    result.provinces =
        static_cast<std::uint16_t>(1U << result.province | 1U << between(random, 0, 12));
    result.working_language = byte(0, 4);
    result.licence_asked =
        between(random, 0, 4) == 0 ? byte(1, domain::licences - 1) : std::uint8_t{0};
    result.offer_zero = between(random, 0, 3) == 0 ? byte(1, 8) : std::uint8_t{0};
    result.education_asked = byte(0, domain::education_levels);
    result.hourly_pay = between(random, 0, 2) * between(random, 1'500, 6'000);
    result.starts_day = between(random, 0, 1) * (result.posted_day + between(random, 0, 90));
    if (between(random, 0, 2) != 0) {
        result.spot = random_candidate::spot(random);
    }
    result.title_support = between(random, 0, 1) == 0 ? byte(0, 100) : std::uint8_t{100};
    result.flags = byte(0, 63);
    if (between(random, 0, 9) == 0) {
        result.flags |= ranking::flag::asks_other_language;
    }
    const bool stated = (result.flags & ranking::flag::experience_stated) != 0;
    result.experience_months_asked = stated ? byte(0, 60) : std::uint8_t{0};
    return result;
}

/// Ids from 1 on, each once.
inline std::vector<ranking::Row> rows(Random& random, const int count) {
    std::vector<ranking::Row> result;
    for (int id = 1; id <= count; ++id) {
        result.push_back(row(random, id));
    }
    return result;
}

}  // namespace random_rows
