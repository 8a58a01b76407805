#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/round.hpp"
#include "matcher/express_entry/fsw_grid.hpp"
#include "matcher/express_entry/reason.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace express_entry {

enum class ProgramClause : std::uint8_t {
    rules,  ///< There are rules for the day at all.
    work,
    language,
    education,
    points,  ///< Of the selection grid.
    funds,
    offer_or_certificate,
};

struct Clause {
    ProgramClause clause = ProgramClause::rules;
    Verdict verdict = Verdict::unknown;
    Reason reason;
};

/// One of the three programs that Express Entry manages. That the person plans to live outside
/// Quebec, is admissible, and did the main duties of the occupation is taken as given.
struct ProgramVerdict {
    domain::Program program = domain::Program::cec;  ///< Not `pnp`: a province decides that.
    Verdict eligible = Verdict::unknown;  ///< Fails if a clause fails; passes if all of them do.
    std::vector<Clause> clauses;
    std::optional<FswScore> grid;  ///< For the Federal Skilled Worker Program.
};

/// CEC, FSWP and FSTP, in this order, for the candidate with the offer that is in the document.
/// Source: IRPR s. 75-83, 87.1 and 87.2 (matcher/rules/programs).
std::vector<ProgramVerdict> judge_programs(const domain::Candidate& candidate, domain::Date as_of);

/// People whom the settlement funds have to keep: the candidate, the spouse and the dependent
/// children, accompanying or not.
int family_size(const domain::Candidate& candidate);

}  // namespace express_entry
