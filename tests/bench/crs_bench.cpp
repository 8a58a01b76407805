#include "matcher/express_entry/advice.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/programs.hpp"
#include "matcher/express_entry/projection.hpp"
#include "services/wire/crs_lines.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace {

using express_entry::CrsInput;

constexpr std::size_t people_count = 4096;

/// The same people in every run: plausible ones, so that every branch of the score is taken.
std::vector<CrsInput> people() {
    std::mt19937 generator{20221116};
    const auto up_to = [&](const int max) {
        return std::uniform_int_distribution{0, max}(generator);
    };
    const auto language = [&](const domain::OfficialLanguage which) {
        const int base = 5 + up_to(5);
        return domain::LanguageLevels{
            .language = which,
            .levels = {base + up_to(2), base + up_to(2), base + up_to(2), base + up_to(2)}};
    };
    std::vector<CrsInput> result(people_count);
    for (CrsInput& one : result) {
        one.age = 18 + up_to(30);
        one.marital = static_cast<domain::Marital>(up_to(3));
        one.education = static_cast<domain::EducationLevel>(up_to(7));
        one.first_language = language(domain::OfficialLanguage::english);
        if (up_to(3) == 0) {
            one.second_language = language(domain::OfficialLanguage::french);
        }
        one.canadian_work_years = up_to(5);
        one.foreign_work_years = up_to(5);
        if (one.marital == domain::Marital::spouse_accompanying) {
            one.spouse = express_entry::SpouseInput{
                .education = one.education,
                .first_language = language(domain::OfficialLanguage::english),
                .canadian_work_years = up_to(5),
            };
        }
        one.certificate_of_qualification = up_to(9) == 0;
        if (up_to(4) == 0) {
            one.job_offer = {
                .noc = domain::NocCode::from_number(up_to(9) * 10'000 + up_to(5) * 1'000),
                .qualifying = true,
            };
        }
        one.sibling_in_canada = up_to(9) == 0;
    }
    return result;
}

const rules::RuleBook& rule_book() {
    static const rules::RuleBook book = rules::built_in().value();
    return book;
}

void score(benchmark::State& state) {
    const std::vector<CrsInput> everyone = people();
    const rules::RuleSet& rule_set = rule_book().basis();
    for (auto _ : state) {
        for (const CrsInput& one : everyone) {
            benchmark::DoNotOptimize(express_entry::score(rule_set, one));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(everyone.size()));
}
BENCHMARK(score);

/// The lifts that one posting of a list shows: three rule sets, each scored with and without.
void lifts_of_a_posting(benchmark::State& state) {
    const std::vector<CrsInput> everyone = people();
    const express_entry::OfferTerms terms{
        .noc = domain::NocCode::from_number(21231),
        .zero = std::nullopt,
        .conditions = {express_entry::LiftCondition::lmia_or_exemption},
    };
    const domain::Date as_of = domain::date_from_days(20'780);  // 2026-11-23.
    for (auto _ : state) {
        for (const CrsInput& one : everyone) {
            benchmark::DoNotOptimize(express_entry::lifts(rule_book(), nullptr, as_of, one, terms));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(everyone.size()));
}
BENCHMARK(lifts_of_a_posting);

/// An engineer with two jobs, a test and two credentials, as their document says.
domain::Candidate candidate() {
    const auto day = [](const std::string_view text) { return domain::parse_date(text).value(); };
    domain::Candidate one;
    one.birth_date = day("1993-04-12");
    one.language_tests = {
        {.kind = domain::LanguageTestKind::ielts_general,
         .date = day("2026-03-14"),
         .first = true,
         .levels = {10, 10, 9, 10}}};
    for (const char* country : {"IN", "CA"}) {
        one.education.push_back(
            {.level = domain::EducationLevel::bachelors_or_three_year,
             .country = country,
             .completed = day("2016-06-30"),
             .eca_date = day("2025-09-02")}
        );
        domain::Job job;
        job.noc = domain::NocCode::from_number(21231);
        job.country = country;
        job.start = day(one.jobs.empty() ? "2016-08-01" : "2023-07-01");
        job.hours_per_week = 40;
        if (one.jobs.empty()) {
            job.end = day("2023-06-30");
        }
        one.jobs.push_back(job);
    }
    return one;
}

const domain::Date day_of_bench = domain::date_from_days(20'780);  // 2026-11-23.

std::vector<const rules::RuleSet*> shown() {
    std::vector<const rules::RuleSet*> result;
    for (const auto& one : express_entry::shown_rules(rule_book(), nullptr, day_of_bench)) {
        result.push_back(one.rule_set);
    }
    return result;
}

/// From dated documents to what the CRS looks at.
void profile_of_a_document(benchmark::State& state) {
    const domain::Candidate one = candidate();
    for (auto _ : state) {
        benchmark::DoNotOptimize(express_entry::crs_profile(one, day_of_bench));
    }
}
BENCHMARK(profile_of_a_document);

void programs_of_a_document(benchmark::State& state) {
    const domain::Candidate one = candidate();
    for (auto _ : state) {
        benchmark::DoNotOptimize(express_entry::judge_programs(one, day_of_bench));
    }
}
BENCHMARK(programs_of_a_document);

/// 36 months under three rule sets, with what explains every step.
void projection_of_a_document(benchmark::State& state) {
    const domain::Candidate one = candidate();
    const auto rule_sets = shown();
    for (auto _ : state) {
        benchmark::DoNotOptimize(express_entry::project(rule_sets, one, {}, day_of_bench, 36));
    }
}
BENCHMARK(projection_of_a_document);

void advice_on_a_document(benchmark::State& state) {
    const domain::Candidate one = candidate();
    const auto rule_sets = shown();
    for (auto _ : state) {
        benchmark::DoNotOptimize(express_entry::advise(rule_sets, one, day_of_bench));
    }
}
BENCHMARK(advice_on_a_document);

void ndjson_line(benchmark::State& state) {
    const std::string line =
        R"({"id":"worker-0001","ruleset":"2022-11-16","input":{"age":29,"marital":)"
        R"("spouse_accompanying","education":"bachelors_or_three_year","first_language":)"
        R"({"language":"en","clb":{"listening":9,"reading":9,"writing":9,"speaking":9}},)"
        R"("second_language":{"language":"fr","clb":{"listening":7,"reading":7,"writing":7,)"
        R"("speaking":7}},"canadian_work_years":1,"foreign_work_years":2,"spouse":{"education":)"
        R"("two_year","first_language":null,"canadian_work_years":0},)"
        R"("certificate_of_qualification":false,"job_offer":{"noc":"21231","teer":1,"qualifying":)"
        R"(true},"provincial_nomination":false,"canadian_study":"none","sibling_in_canada":false}})";
    wire::CrsLines lines{rule_book()};
    for (auto _ : state) {
        benchmark::DoNotOptimize(lines.answer(line, 1).size());
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(ndjson_line);

}  // namespace
