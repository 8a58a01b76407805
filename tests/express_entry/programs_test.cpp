#include "matcher/express_entry/programs.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using domain::Candidate;
using domain::Program;
using express_entry::judge_programs;
using express_entry::ProgramClause;
using express_entry::ProgramVerdict;
using express_entry::Verdict;
using people::day;
using people::graduate;
using people::job;
using people::today;

ProgramVerdict verdict(
    const Candidate& candidate, const Program program, const domain::Date as_of = today
) {
    const auto all = judge_programs(candidate, as_of);
    return *std::ranges::find(all, program, &ProgramVerdict::program);
}

Verdict clause(
    const Candidate& candidate,
    const Program program,
    const ProgramClause which,
    const domain::Date as_of = today
) {
    const ProgramVerdict judged = verdict(candidate, program, as_of);
    return std::ranges::find(judged.clauses, which, &express_entry::Clause::clause)->verdict;
}

Candidate with_jobs(std::vector<domain::Job> jobs, const domain::Clb level = 9) {
    Candidate one = graduate();
    one.jobs = std::move(jobs);
    one.language_tests = {people::english_test(level)};
    return one;
}

Verdict cec_work(std::vector<domain::Job> jobs) {
    return clause(with_jobs(std::move(jobs)), Program::cec, ProgramClause::work);
}

TEST(Cec, takes_a_year_of_skilled_work_in_canada_in_the_last_three) {
    EXPECT_EQ(cec_work({job("21231", "CA", "2025-06-15")}), Verdict::pass);
    EXPECT_EQ(cec_work({job("21231", "CA", "2025-06-16")}), Verdict::fail);
    EXPECT_EQ(cec_work({job("21231", "CA", "2022-06-15", "2023-06-14")}), Verdict::fail)
        << "a year, but all of it more than three years ago";
    EXPECT_EQ(cec_work({job("21231", "FR", "2020-01-01")}), Verdict::fail);
    EXPECT_EQ(cec_work({job("65200", "CA", "2020-01-01")}), Verdict::fail);
}

TEST(Cec, adds_up_employers_occupations_and_gaps) {
    EXPECT_EQ(
        cec_work(
            {job("21231", "CA", "2023-07-01", "2023-12-31"),
             job("22220", "CA", "2025-01-01", "2025-06-30")}
        ),
        Verdict::pass
    );
}

TEST(Cec, counts_neither_self_employment_nor_student_work) {
    domain::Job own = job("21231", "CA", "2024-01-01");
    own.self_employed = true;
    EXPECT_EQ(cec_work({own}), Verdict::fail);
    domain::Job coop = job("21231", "CA", "2024-01-01");
    coop.student = true;
    EXPECT_EQ(cec_work({coop}), Verdict::fail);
}

Verdict cec_language(std::vector<domain::Job> jobs, const domain::Clb level) {
    return clause(with_jobs(std::move(jobs), level), Program::cec, ProgramClause::language);
}

TEST(Cec, asks_the_level_that_the_teer_of_the_work_does) {
    EXPECT_EQ(cec_language({job("21231", "CA", "2024-01-01")}, 7), Verdict::pass);
    EXPECT_EQ(cec_language({job("21231", "CA", "2024-01-01")}, 6), Verdict::fail);
    EXPECT_EQ(cec_language({job("72106", "CA", "2024-01-01")}, 5), Verdict::pass);
    EXPECT_EQ(cec_language({job("72106", "CA", "2024-01-01")}, 4), Verdict::fail);
}

/// The facts leave it open which level work in both asks; the occupation with most months decides.
TEST(Cec, asks_the_level_of_the_main_occupation_where_it_takes_both) {
    const auto mixed = [](const std::string_view change) {
        return std::vector{
            job("72106", "CA", "2025-01-01", change),
            job("21231", "CA", domain::to_string(day(change) + std::chrono::days{1}), "2025-12-31"
            )};
    };
    EXPECT_EQ(cec_language(mixed("2025-09-30"), 5), Verdict::pass);
    EXPECT_EQ(cec_language(mixed("2025-03-31"), 5), Verdict::fail);
}

Verdict fswp(const Candidate& candidate, const ProgramClause which) {
    return clause(candidate, Program::fswp, which);
}

TEST(Fswp, takes_a_year_without_a_gap_in_one_occupation) {
    EXPECT_EQ(
        fswp(with_jobs({job("21231", "IN", "2018-01-01", "2018-12-31")}), ProgramClause::work),
        Verdict::pass
    );
    EXPECT_EQ(
        fswp(
            with_jobs(
                {job("21231", "IN", "2018-01-01", "2018-06-30"),
                 job("21231", "IN", "2018-08-01", "2019-01-31")}
            ),
            ProgramClause::work
        ),
        Verdict::fail
    ) << "a gap of a month";
    EXPECT_EQ(
        fswp(
            with_jobs(
                {job("21231", "IN", "2018-01-01", "2018-06-30"),
                 job("22220", "IN", "2018-07-01", "2018-12-31")}
            ),
            ProgramClause::work
        ),
        Verdict::fail
    ) << "two occupations";
    EXPECT_EQ(
        fswp(
            with_jobs(
                {job("21231", "IN", "2018-01-01", "2018-06-30"),
                 job("21231", "CA", "2018-07-01", "2018-12-31")}
            ),
            ProgramClause::work
        ),
        Verdict::pass
    ) << "two employers, one after the other, in one occupation";
    EXPECT_EQ(
        fswp(with_jobs({job("21231", "IN", "2017-01-01", "2018-12-31", 15)}), ProgramClause::work),
        Verdict::pass
    ) << "15 hours for two years";
}

TEST(Fswp, asks_for_education_with_an_assessment_that_is_valid) {
    Candidate one = graduate();
    EXPECT_EQ(fswp(one, ProgramClause::education), Verdict::pass);
    one.education.front().country = "IN";
    EXPECT_EQ(fswp(one, ProgramClause::education), Verdict::fail);
    one.education.front().eca_date = day("2021-06-16");
    EXPECT_EQ(fswp(one, ProgramClause::education), Verdict::pass);
    one.education.front().eca_date = day("2021-06-15");
    EXPECT_EQ(fswp(one, ProgramClause::education), Verdict::fail);
}

TEST(Fswp, needs_67_points) {
    const auto points = [](const int years) {
        const std::string end = std::to_string(2017 + years) + "-12-31";
        return verdict(with_jobs({job("21231", "IN", "2018-01-01", end)}), Program::fswp);
    };
    // 24 for CLB 9, 21 for the degree, 12 for the age, 5 for study in Canada; then work.
    EXPECT_EQ(points(1).grid->total, 24 + 21 + 12 + 5 + 9);
    EXPECT_EQ(points(2).grid->total, 24 + 21 + 12 + 5 + 11);
    EXPECT_EQ(points(6).grid->total, 24 + 21 + 12 + 5 + 15);
    Candidate short_of = with_jobs({job("21231", "IN", "2018-01-01", "2018-12-31")}, 7);
    EXPECT_EQ(fswp(short_of, ProgramClause::points), Verdict::fail);  // 16 + 21 + 12 + 5 + 9 = 63.
    short_of.offer = people::with_lmia(people::sound_offer());
    EXPECT_EQ(fswp(short_of, ProgramClause::points), Verdict::pass) << "10 + 5 for the offer";
}

TEST(Funds, are_those_of_the_day_for_the_whole_family) {
    Candidate one = with_jobs({job("21231", "IN", "2018-01-01")});
    const auto funds = [&](const std::int64_t dollars, const std::string_view date) {
        one.funds = dollars * 100;
        return clause(one, Program::fswp, ProgramClause::funds, day(date));
    };
    EXPECT_EQ(funds(14'689, "2025-07-27"), Verdict::fail);
    EXPECT_EQ(funds(14'690, "2025-07-27"), Verdict::pass);
    EXPECT_EQ(funds(14'690, "2025-07-28"), Verdict::fail);
    EXPECT_EQ(funds(15'263, "2025-07-28"), Verdict::pass);
    // A spouse who stays behind, and children, count.
    one.marital = domain::Marital::spouse_not_accompanying;
    one.dependants = 2;
    EXPECT_EQ(express_entry::family_size(one), 4);
    EXPECT_EQ(funds(28'361, "2026-06-15"), Verdict::fail);
    EXPECT_EQ(funds(28'362, "2026-06-15"), Verdict::pass);
    one.dependants = 7;  // Nine persons: 40,392 and two more.
    EXPECT_EQ(funds(40'392 + 2 * 4'112, "2026-06-15"), Verdict::pass);
    EXPECT_EQ(funds(40'392 + 2 * 4'112 - 1, "2026-06-15"), Verdict::fail);
    EXPECT_EQ(funds(1'000'000, "2023-04-24"), Verdict::unknown) << "no table is held";
    one.funds.reset();
    EXPECT_EQ(fswp(one, ProgramClause::funds), Verdict::unknown);
}

TEST(Funds, are_waived_for_who_may_work_in_canada_and_holds_an_offer) {
    Candidate one = with_jobs({job("21231", "IN", "2018-01-01")});
    one.funds = 0;
    one.offer = people::with_lmia(people::sound_offer());
    EXPECT_EQ(fswp(one, ProgramClause::funds), Verdict::fail) << "a new LMIA abroad does not";
    one.citizenship_status = domain::CitizenshipStatus::open_permit;
    EXPECT_EQ(fswp(one, ProgramClause::funds), Verdict::pass);
    EXPECT_EQ(clause(one, Program::cec, ProgramClause::funds), Verdict::pass);
}

Verdict fstp(const Candidate& candidate, const ProgramClause which) {
    return clause(candidate, Program::fstp, which);
}

TEST(Fstp, takes_two_years_in_one_trade_in_the_last_five) {
    const auto work = [](std::vector<domain::Job> jobs) {
        return fstp(with_jobs(std::move(jobs)), ProgramClause::work);
    };
    EXPECT_EQ(work({job("72106", "IN", "2024-06-15")}), Verdict::pass);
    EXPECT_EQ(work({job("72106", "IN", "2024-06-16")}), Verdict::fail);
    EXPECT_EQ(work({job("72106", "IN", "2018-01-01", "2020-12-31")}), Verdict::fail);
    EXPECT_EQ(
        work(
            {job("72106", "IN", "2023-01-01", "2023-12-31"),
             job("72310", "IN", "2024-01-01", "2024-12-31")}
        ),
        Verdict::fail
    );
    EXPECT_EQ(work({job("72600", "IN", "2020-01-01")}), Verdict::fail) << "726 is excepted";
    EXPECT_EQ(work({job("63200", "IN", "2020-01-01")}), Verdict::pass) << "cooks";
    EXPECT_EQ(work({job("62200", "IN", "2020-01-01")}), Verdict::pass) << "chefs";
    EXPECT_EQ(work({job("93200", "IN", "2020-01-01")}), Verdict::fail) << "932 is excepted";
    domain::Job own = job("72106", "IN", "2020-01-01");
    own.self_employed = true;
    EXPECT_EQ(work({own}), Verdict::fail);
}

TEST(Fstp, asks_5_5_4_4) {
    const auto language = [](const domain::AbilityLevels& levels) {
        Candidate one = graduate();
        one.language_tests = {people::test_of(domain::LanguageTestKind::celpip_general, levels)};
        return fstp(one, ProgramClause::language);
    };
    EXPECT_EQ(language({.listening = 5, .reading = 4, .writing = 4, .speaking = 5}), Verdict::pass);
    EXPECT_EQ(language({.listening = 4, .reading = 4, .writing = 4, .speaking = 5}), Verdict::fail);
    EXPECT_EQ(language({.listening = 5, .reading = 4, .writing = 4, .speaking = 4}), Verdict::fail);
}

TEST(Fstp, asks_for_an_offer_in_a_trade_or_a_certificate) {
    Candidate one = with_jobs({job("72106", "IN", "2020-01-01")});
    EXPECT_EQ(fstp(one, ProgramClause::offer_or_certificate), Verdict::fail);
    one.offer = people::with_lmia(people::sound_offer("21231"));
    EXPECT_EQ(fstp(one, ProgramClause::offer_or_certificate), Verdict::fail) << "no trade";
    one.offer = people::with_lmia(people::sound_offer("72106"));
    EXPECT_EQ(fstp(one, ProgramClause::offer_or_certificate), Verdict::pass);
    one.offer->lmia.reset();
    EXPECT_EQ(fstp(one, ProgramClause::offer_or_certificate), Verdict::unknown);
    one.certificate_of_qualification = true;
    EXPECT_EQ(fstp(one, ProgramClause::offer_or_certificate), Verdict::pass);
}

/// P02 of the published examples: eligible for CEC, not for FSWP by her funds for a family of four
/// (with the husband who stays behind), not for FSTP.
TEST(Programs, agree_with_a_published_example) {
    Candidate alexandria = graduate();
    alexandria.birth_date = day("1996-01-01");
    alexandria.marital = domain::Marital::spouse_not_accompanying;
    alexandria.dependants = 2;
    alexandria.funds = 500'000;
    alexandria.citizenship_status = domain::CitizenshipStatus::open_permit;
    alexandria.jobs = {
        job("11202", "CA", "2025-06-01"), job("11202", "FR", "2019-01-01", "2020-06-30")};
    EXPECT_EQ(verdict(alexandria, Program::cec).eligible, Verdict::pass);
    EXPECT_EQ(verdict(alexandria, Program::fswp).eligible, Verdict::fail);
    EXPECT_EQ(fswp(alexandria, ProgramClause::funds), Verdict::fail);
    EXPECT_EQ(fswp(alexandria, ProgramClause::points), Verdict::pass);
    EXPECT_EQ(verdict(alexandria, Program::fstp).eligible, Verdict::fail);
}

TEST(Programs, are_unknown_for_days_whose_rules_are_not_held) {
    for (const ProgramVerdict& one : judge_programs(graduate(), day("2022-11-15"))) {
        EXPECT_EQ(one.eligible, Verdict::unknown);
        EXPECT_EQ(
            one.clauses.front().reason.code, express_entry::ReasonCode::program_rules_not_held
        );
    }
}

}  // namespace
