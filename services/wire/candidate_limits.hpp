#pragma once

#include <cstddef>
#include <string_view>

namespace wire {

/// What `schema` says in a candidate document.
inline constexpr std::string_view candidate_form = "jobscout/candidate/1";

}  // namespace wire

/// How much a candidate document takes (services/wire/candidate.schema.json): entries of its lists,
/// and Unicode code points of its texts.
namespace wire::candidate_limits {

inline constexpr std::size_t jobs_max = 100;
inline constexpr std::size_t education_max = 50;
inline constexpr std::size_t skills_max = 500;
inline constexpr std::size_t duties_max = 50;  ///< Of one job.
inline constexpr std::size_t words_max = 200;  ///< Of a title, a skill, a place or an employer.
inline constexpr std::size_t duty_max = 1'000;

}  // namespace wire::candidate_limits
