#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

namespace express_entry {

/// The scores on a test's report: IELTS bands in halves, CELPIP levels, PTE Core points, TEF Canada
/// points in the column "équivalence ancien score", TCF Canada points.
struct RawScores {
    double listening = 0;
    double reading = 0;
    double writing = 0;
    double speaking = 0;
};

/// The CLB (NCLC for French) that each score stands for; 0 below level 4, under which no test earns
/// points. Refuses a score that the test cannot give, such as IELTS 6.3, with the ability as field.
/// Source: matcher/express_entry/language_tests.json.
domain::Result<domain::AbilityLevels> levels(
    domain::LanguageTestKind kind, const RawScores& scores
);

}  // namespace express_entry
