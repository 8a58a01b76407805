#include "matcher/express_entry/programs.hpp"

#include "matcher/express_entry/fsw_input.hpp"
#include "matcher/express_entry/offer_verdict.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/work.hpp"
#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <map>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Date;
using domain::Job;
using domain::LanguageLevels;
using domain::NocCode;
using enum ReasonCode;

Clause clause(const ProgramClause kind, const Verdict verdict, Reason reason) {
    return {.clause = kind, .verdict = verdict, .reason = std::move(reason)};
}

Clause clause(
    const ProgramClause kind,
    const bool met,
    const ReasonCode yes,
    const ReasonCode no,
    const std::vector<Argument>& arguments
) {
    return clause(kind, met ? Verdict::pass : Verdict::fail, because(met ? yes : no, arguments));
}

/// What the programs look at, put together once.
struct Seen {
    const Candidate& candidate;
    Date as_of;
    const rules::ProgramRules& rules;
    CrsInput crs;
    OfferVerdict offer;        ///< Of the offer in the document; fails where there is none.
    OfferVerdict trade_offer;  ///< The same, where two employers' hours add up.
};

Seen see(const Candidate& candidate, const Date as_of, const rules::ProgramRules& rules) {
    const OfferVerdict none{.qualifies = Verdict::fail, .checks = {}, .route = {}};
    const auto judged = [&](const OfferUse use) {
        return candidate.offer
                   ? judge_offer(*candidate.offer, candidate.citizenship_status, as_of, use)
                   : none;
    };
    return {
        .candidate = candidate,
        .as_of = as_of,
        .rules = rules,
        .crs = crs_profile(candidate, as_of).input,
        .offer = judged(OfferUse::points),
        .trade_offer = judged(OfferUse::trade),
    };
}

/// The official language that is proven best in all four abilities; a program asks for one.
std::optional<LanguageLevels> best_language(const CrsInput& input) {
    const auto lowest = [](const std::optional<LanguageLevels>& language) {
        return language ? language->levels.lowest() : -1;
    };
    return lowest(input.second_language) > lowest(input.first_language) ? input.second_language
                                                                        : input.first_language;
}

Clause language_clause(const std::optional<LanguageLevels>& language, const domain::Clb needed) {
    if (!language) {
        return clause(
            ProgramClause::language, Verdict::fail, because(language_not_stated, {needed})
        );
    }
    const domain::Clb level = language->levels.lowest();
    return clause(
        ProgramClause::language,
        level >= needed,
        language_met,
        language_short,
        {std::string{domain::language_code(language->language)}, level, needed}
    );
}

Verdict overall(const std::vector<Clause>& clauses) {
    const auto any = [&](const Verdict verdict) {
        return std::ranges::find(clauses, verdict, &Clause::verdict) != clauses.end();
    };
    return any(Verdict::fail)      ? Verdict::fail
           : any(Verdict::unknown) ? Verdict::unknown
                                   : Verdict::pass;
}

/// The level that the work relied on asks for. Work in the higher TEERs alone asks for less; where
/// it takes both, the occupation with the most months decides (reading of the rule, not confirmed).
domain::Clb cec_level(
    const rules::CecRules& cec, const std::vector<Job>& work, const Period& window
) {
    const int upper_teers_begin = cec.levels.front().teer_max + 1;
    const auto upper =
        only(work, [&](const Job& job) { return job.noc.teer() >= upper_teers_begin; });
    if (work_done(upper, window).whole() >= cec.months) {
        return cec.levels.back().level;
    }
    std::map<NocCode, FullTimeMonths> by_noc;
    for (const Job& job : work) {
        by_noc[job.noc] += work_done({job}, window);
    }
    const auto primary =
        std::ranges::max_element(by_noc, {}, [](const auto& entry) { return entry.second; });
    const int teer = primary == by_noc.end() ? 0 : primary->first.teer();
    const auto level =
        std::ranges::find_if(cec.levels, [teer](const auto& one) { return teer <= one.teer_max; });
    return level == cec.levels.end() ? cec.levels.front().level : level->level;
}

ProgramVerdict judge_cec(const Seen& seen) {
    const rules::CecRules& cec = seen.rules.cec;
    const Period window = months_before(seen.as_of, cec.window_months);
    const auto work = only(seen.candidate.jobs, [](const Job& job) {
        return counts_as_work(job) && in_canada(job.country);
    });
    const int months = work_done(work, window).whole();
    return {
        .program = domain::Program::cec,
        .eligible = Verdict::unknown,
        .clauses =
            {clause(
                 ProgramClause::work,
                 months >= cec.months,
                 cec_work_met,
                 cec_work_short,
                 {months, cec.months, cec.window_months}
             ),
             language_clause(best_language(seen.crs), cec_level(cec, work, window)),
             clause(ProgramClause::funds, Verdict::pass, because(funds_not_asked))},
        .grid = std::nullopt,
    };
}

/// Stands for an occupation where there is none.
constexpr const char* no_noc = "none";

/// Work in one occupation.
struct OneOccupation {
    FullTimeMonths months;
    std::string noc = no_noc;
};

/// The occupation in which `measure(jobs, window)` finds the most.
template <class Measure>
OneOccupation most_in_one(
    const std::vector<Job>& work, const Period& window, const Measure measure
) {
    OneOccupation most;
    for (const NocCode noc : occupations_of(work)) {
        const auto same = only(work, [noc](const Job& job) { return job.noc == noc; });
        const FullTimeMonths months = measure(same, window);
        if (most.noc == no_noc || months > most.months) {
            most = {.months = months, .noc = noc.to_string()};
        }
    }
    return most;
}

Clause fswp_work(const Seen& seen) {
    const rules::FswpRules& fswp = seen.rules.fswp;
    const auto most = most_in_one(
        only(seen.candidate.jobs, counts_for_fswp),
        months_before(seen.as_of, fswp.window_months),
        longest_unbroken
    );
    const int months = most.months.whole();
    return clause(
        ProgramClause::work,
        months >= fswp.months_unbroken,
        fswp_work_met,
        fswp_work_short,
        {months, fswp.months_unbroken, most.noc}
    );
}

Clause funds_clause(const Seen& seen) {
    const OfferVerdict& offer = seen.offer;
    if (offer.qualifies == Verdict::pass && offer.waives_funds) {
        return clause(ProgramClause::funds, Verdict::pass, because(funds_waived));
    }
    const rules::FundsTable* table = rules::in_force(rules::regulations().funds, seen.as_of);
    if (table == nullptr) {
        return clause(
            ProgramClause::funds, Verdict::unknown, because(funds_table_not_held, {seen.as_of})
        );
    }
    constexpr domain::Cents cents = 100;
    const int size = family_size(seen.candidate);
    const domain::Cents needed = table->needed(size);
    if (!seen.candidate.funds) {
        return clause(
            ProgramClause::funds,
            Verdict::unknown,
            because(funds_not_stated, {needed / cents, size})
        );
    }
    return clause(
        ProgramClause::funds,
        *seen.candidate.funds >= needed,
        funds_met,
        funds_short,
        {*seen.candidate.funds / cents, needed / cents, size}
    );
}

ProgramVerdict judge_fswp(const Seen& seen) {
    const FswScore grid = fsw_score(seen.rules.fsw_grid, fsw_input(seen.candidate, seen.as_of));
    const int needed = seen.rules.fswp.points_required;
    return {
        .program = domain::Program::fswp,
        .eligible = Verdict::unknown,
        .clauses =
            {fswp_work(seen),
             language_clause(best_language(seen.crs), seen.rules.fswp.first_language_level),
             clause(
                 ProgramClause::education,
                 seen.crs.education >= domain::EducationLevel::secondary,
                 education_met,
                 education_missing,
                 {}
             ),
             clause(
                 ProgramClause::points,
                 grid.total >= needed,
                 points_met,
                 points_short,
                 {grid.total, needed}
             ),
             funds_clause(seen)},
        .grid = grid,
    };
}

Clause fstp_work(const Seen& seen) {
    const rules::FstpRules& fstp = seen.rules.fstp;
    const auto trades = only(seen.candidate.jobs, [&](const Job& job) {
        return counts_as_work(job) && !job.self_employed && !job.student && fstp.is_trade(job.noc);
    });
    if (trades.empty()) {
        return clause(ProgramClause::work, Verdict::fail, because(fstp_no_trade));
    }
    const auto most = most_in_one(trades, months_before(seen.as_of, fstp.window_months), work_done);
    const int months = most.months.whole();
    return clause(
        ProgramClause::work,
        months >= fstp.months,
        fstp_work_met,
        fstp_work_short,
        {months, fstp.months, most.noc}
    );
}

Clause fstp_language(const Seen& seen) {
    const domain::AbilityLevels& needed = seen.rules.fstp.levels;
    for (const auto& language : {seen.crs.first_language, seen.crs.second_language}) {
        const bool met = language && language->levels.listening >= needed.listening &&
                         language->levels.reading >= needed.reading &&
                         language->levels.writing >= needed.writing &&
                         language->levels.speaking >= needed.speaking;
        if (met) {
            return clause(
                ProgramClause::language,
                Verdict::pass,
                because(
                    trade_language_met, {std::string{domain::language_code(language->language)}}
                )
            );
        }
    }
    return clause(
        ProgramClause::language,
        Verdict::fail,
        because(
            trade_language_short,
            {needed.listening, needed.reading, needed.writing, needed.speaking}
        )
    );
}

Clause offer_or_certificate(const Seen& seen) {
    constexpr auto kind = ProgramClause::offer_or_certificate;
    if (seen.candidate.certificate_of_qualification) {
        return clause(kind, Verdict::pass, because(certificate_held));
    }
    const bool in_trade =
        seen.candidate.offer && seen.rules.fstp.is_trade(seen.candidate.offer->noc);
    if (in_trade && seen.trade_offer.qualifies != Verdict::fail) {
        const bool certain = seen.trade_offer.qualifies == Verdict::pass;
        return clause(
            kind, seen.trade_offer.qualifies, because(certain ? offer_counts : offer_not_certain)
        );
    }
    return clause(kind, Verdict::fail, because(offer_or_certificate_missing));
}

ProgramVerdict judge_fstp(const Seen& seen) {
    return {
        .program = domain::Program::fstp,
        .eligible = Verdict::unknown,
        .clauses =
            {fstp_work(seen), fstp_language(seen), offer_or_certificate(seen), funds_clause(seen)},
        .grid = std::nullopt,
    };
}

}  // namespace

int family_size(const Candidate& candidate) {
    return 1 + static_cast<int>(candidate.marital != domain::Marital::single) +
           candidate.dependants.value_or(0);
}

std::vector<ProgramVerdict> judge_programs(const Candidate& candidate, const Date as_of) {
    const rules::ProgramRules* rules = rules::in_force(rules::regulations().programs, as_of);
    std::vector<ProgramVerdict> verdicts;
    if (rules == nullptr) {
        for (const auto program :
             {domain::Program::cec, domain::Program::fswp, domain::Program::fstp}) {
            verdicts.push_back(
                {.program = program,
                 .eligible = Verdict::unknown,
                 .clauses = {clause(
                     ProgramClause::rules,
                     Verdict::unknown,
                     because(program_rules_not_held, {as_of})
                 )},
                 .grid = std::nullopt}
            );
        }
        return verdicts;
    }
    const Seen seen = see(candidate, as_of, *rules);
    verdicts = {judge_cec(seen), judge_fswp(seen), judge_fstp(seen)};
    for (ProgramVerdict& verdict : verdicts) {
        verdict.eligible = overall(verdict.clauses);
    }
    return verdicts;
}

}  // namespace express_entry
