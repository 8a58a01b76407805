#include "matcher/express_entry/rounds.hpp"

#include <algorithm>

namespace express_entry {
namespace {

using domain::Program;
using domain::Round;
using domain::RoundKind;

/// The better of two: pass, then unknown, then fail.
Verdict either(const Verdict left, const Verdict right) {
    if (left == Verdict::pass || right == Verdict::pass) {
        return Verdict::pass;
    }
    return left == Verdict::unknown || right == Verdict::unknown ? Verdict::unknown : Verdict::fail;
}

/// The worse of two.
Verdict both(const Verdict left, const Verdict right) {
    if (left == Verdict::fail || right == Verdict::fail) {
        return Verdict::fail;
    }
    return left == Verdict::unknown || right == Verdict::unknown ? Verdict::unknown : Verdict::pass;
}

Verdict in_any_program(const PoolStanding& pool) {
    Verdict verdict = Verdict::fail;
    for (const ProgramVerdict& program : pool.programs) {
        verdict = either(verdict, program.eligible);
    }
    return verdict;
}

Verdict in_program(const PoolStanding& pool, const Program program) {
    if (program == Program::pnp) {
        return both(pool.nominated ? Verdict::pass : Verdict::fail, in_any_program(pool));
    }
    const auto found = std::ranges::find(pool.programs, program, &ProgramVerdict::program);
    return found == pool.programs.end() ? Verdict::unknown : found->eligible;
}

/// A category that is no longer, or not yet, in force invites nobody today.
Verdict in_category(const PoolStanding& pool, const std::string& category) {
    for (const CategoryVerdict& verdict : pool.categories) {
        if (verdict.category->id == category) {
            return both(verdict.member, in_any_program(pool));
        }
    }
    return Verdict::fail;
}

Verdict invited(const PoolStanding& pool, const RoundType& type) {
    switch (type.kind) {
        case RoundKind::general:
            return in_any_program(pool);
        case RoundKind::program:
            return in_program(pool, type.program.value_or(Program::pnp));
        case RoundKind::category:
            return in_category(pool, type.category);
    }
    return Verdict::unknown;
}

void count(
    RoundStanding& standing,
    const Round& round,
    const int score,
    const std::optional<domain::Instant>& submitted
) {
    const int cutoff = *round.cutoff_crs;
    standing.lowest_cutoff = standing.held == 0 ? cutoff : std::min(standing.lowest_cutoff, cutoff);
    standing.highest_cutoff = std::max(standing.highest_cutoff, cutoff);
    ++standing.held;
    if (score > cutoff) {
        ++standing.cleared;
    } else if (score == cutoff) {
        const bool decided = submitted && round.tie_break;
        standing.cleared += static_cast<int>(decided && *submitted < *round.tie_break);
        standing.tied += static_cast<int>(!decided);
    }
    if (standing.held == 1 || round.held_on >= standing.last.held_on) {
        standing.last = round;
        standing.distance = score - cutoff;
    }
}

}  // namespace

PoolStanding pool_standing(const domain::Candidate& candidate, const domain::Date as_of) {
    return {
        .programs = judge_programs(candidate, as_of),
        .categories = judge_categories(candidate, as_of),
        .nominated = candidate.nomination.has_value(),
        .submitted = candidate.profile_submitted,
    };
}

std::vector<RoundStanding> round_standings(
    const std::vector<Round>& rounds,
    const int score,
    const PoolStanding& pool,
    const domain::Date as_of,
    const int months
) {
    std::vector<RoundStanding> standings;
    const domain::Date begin = domain::add_months(as_of, -months);
    for (const Round& round : rounds) {
        if (round.held_on <= begin || round.held_on > as_of || !round.cutoff_crs) {
            continue;
        }
        const RoundType type{
            .kind = round.kind, .program = round.program, .category = round.category};
        auto found = std::ranges::find(standings, type, &RoundStanding::type);
        if (found == standings.end()) {
            RoundStanding fresh;
            fresh.type = type;
            fresh.invited = invited(pool, type);
            found = standings.insert(standings.end(), std::move(fresh));
        }
        count(*found, round, score, pool.submitted);
    }
    std::ranges::stable_sort(standings, std::ranges::greater{}, &RoundStanding::held);
    return standings;
}

}  // namespace express_entry
