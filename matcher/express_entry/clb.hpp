#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace express_entry {

enum class Ability : std::uint8_t { listening, reading, writing, speaking };
inline constexpr std::array<std::string_view, 4> ability_names{
    "listening", "reading", "writing", "speaking"};

constexpr std::string_view name(Ability ability) {
    return ability_names[static_cast<std::size_t>(ability)];
}

/// Where an ability stands in a set of levels: `levels.*member(Ability::reading)`.
constexpr domain::Clb domain::AbilityLevels::*member(Ability ability) {
    constexpr std::array members{
        &domain::AbilityLevels::listening,
        &domain::AbilityLevels::reading,
        &domain::AbilityLevels::writing,
        &domain::AbilityLevels::speaking,
    };
    return members[static_cast<std::size_t>(ability)];
}

/// The scales on which tests are marked. TEF Canada has three: Express Entry uses the first, the
/// "équivalence ancien score"; the two up to 699 are for other applications, told apart by the day
/// of the test.
enum class TestScale : std::uint8_t {
    ielts_general,
    celpip_general,
    pte_core,
    tef_canada,
    tcf_canada,
    tef_canada_699,
    tef_canada_699_until_2023_12_10,
};

/// The scale that Express Entry uses for the test.
constexpr TestScale scale_of(domain::LanguageTestKind kind) { return static_cast<TestScale>(kind); }

/// The level of one score; 0 below level 4. Refuses a score that the test cannot give, such as
/// IELTS 6.3, with the ability as field. Source: matcher/express_entry/language_tests.json.
domain::Result<domain::Clb> level(TestScale scale, Ability ability, double score);

/// The first day of results that Express Entry accepts; nothing where it always has.
std::optional<domain::Date> accepted_from(domain::LanguageTestKind kind);

/// The scores on a test's report: IELTS bands in halves, CELPIP levels, PTE Core points, TEF Canada
/// points in the column "équivalence ancien score", TCF Canada points.
struct RawScores {
    double listening = 0;
    double reading = 0;
    double writing = 0;
    double speaking = 0;
};

/// The CLB (NCLC for French) that each score stands for on the test's scale, as level() has it.
domain::Result<domain::AbilityLevels> levels(
    domain::LanguageTestKind kind, const RawScores& scores
);

}  // namespace express_entry
