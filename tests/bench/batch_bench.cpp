// New matches for many candidates among many new postings, on one thread: pairs of a candidate and
// a posting decided a second, how many of them were scored exactly and how many skipped by proof.

#include "matcher/ranking/batch.hpp"
#include "matcher/rules/rule_book.hpp"

#include <benchmark/benchmark.h>

#include <map>
#include <random>

namespace {

using ranking::Snapshot;

constexpr unsigned seed = 20'210'320;
constexpr int today_days = 18'706;
const domain::Date today = domain::date_from_days(today_days);

/// 500 occupations over every broad category and TEER, as NOC 2021 has 516.
domain::NocCode noc(const int index) {
    const int broad = index % 10;
    const int teer = index / 10 % 6;
    const int rest = index / 60 * 111;
    return domain::NocCode::from_number(broad * 10'000 + teer * 1'000 + rest % 1'000);
}

class Generator {
public:
    /// Few occupations have most of the postings, and most of the candidates.
    domain::NocCode occupation() { return noc(below(500) * below(500) / 500); }

    ranking::Row row(const domain::PostingId id) {
        ranking::Row result;
        result.id = id;
        result.posted_day = today_days - below(10);
        result.last_live_day = result.posted_day + 14 + below(60);
        result.noc = occupation().number();
        result.employer = static_cast<std::uint32_t>(below(20'000));
        result.province = static_cast<std::uint8_t>(below(13));
        if (below(4) == 0) {
            result.working_language = static_cast<std::uint8_t>(1 + below(4));
            result.experience_months_asked = static_cast<std::uint8_t>(12 * below(6));
            result.flags = ranking::flag::experience_stated;
            if (below(5) != 0) {
                result.flags |= ranking::flag::refuses_outside_canada;
            }
        } else if (below(3) == 0) {
            result.flags |= ranking::flag::french_likely;
            result.offer_zero = 1 + static_cast<std::uint8_t>(express_entry::LiftReason::quebec);
        }
        return result;
    }

    domain::Candidate candidate() {
        domain::Candidate result;
        for (int jobs = 1 + below(3); jobs > 0; --jobs) {
            domain::Job& job = result.jobs.emplace_back();
            job.noc = occupation();
            job.start = today - std::chrono::days{200 + below(3'000)};
            job.hours_per_week = 40;
        }
        const auto level = [this] { return 4 + below(7); };
        result.language_tests.push_back({
            .kind = domain::LanguageTestKind::ielts_general,
            .date = today - std::chrono::days{100},
            .first = true,
            .levels = {level(), level(), level(), level()},
        });
        return result;
    }

private:
    int below(const int bound) { return std::uniform_int_distribution{0, bound - 1}(random_); }
    std::mt19937 random_{seed};
};

const std::vector<ranking::Row>& rows(const std::int64_t count) {
    static std::map<std::int64_t, std::vector<ranking::Row>> made;
    auto& result = made[count];
    Generator generator;
    while (std::ssize(result) < count) {
        result.push_back(generator.row(std::ssize(result) + 1));
    }
    return result;
}

/// Candidates x rows, as arguments of the benchmark; `fit_min` 0 lets nothing be skipped.
void match(benchmark::State& state, const ranking::AlertRules& rules) {
    static const rules::RuleBook book = rules::built_in().value();
    static const fit::Model model{.weights = fit::built_in_weights().value()};
    const Snapshot fresh{rows(state.range(1)), 1};
    Generator generator;
    std::vector<domain::Candidate> candidates;
    std::vector<fit::CandidateTraits> traits;
    for (std::int64_t index = 0; index < state.range(0); ++index) {
        candidates.push_back(generator.candidate());
        traits.emplace_back(candidates.back(), today, model);
    }
    const ranking::LiftByNoc lift{book.basis(), {}};
    ranking::NewMatches sum;
    for (auto _ : state) {
        sum = {};
        for (std::size_t index = 0; index < candidates.size(); ++index) {
            const auto found = ranking::new_matches(
                fresh, {traits[index], candidates[index].exclusions, lift}, {.as_of = today}, rules
            );
            sum.matching += found.matching;
            sum.rows_scored += found.rows_scored;
            sum.rows_skipped += found.rows_skipped;
        }
        benchmark::DoNotOptimize(sum.matching);
    }
    const auto pairs = static_cast<double>(sum.rows_scored + sum.rows_skipped);
    state.counters["pairs/s"] =
        benchmark::Counter{pairs, benchmark::Counter::kIsIterationInvariantRate};
    state.counters["scored/s"] = benchmark::Counter{
        static_cast<double>(sum.rows_scored), benchmark::Counter::kIsIterationInvariantRate};
    state.counters["skipped"] = static_cast<double>(sum.rows_skipped) / pairs;
    state.counters["matching"] = static_cast<double>(sum.matching);
}

void new_matches(benchmark::State& state) { match(state, ranking::built_in_alert_rules().value()); }

void new_matches_without_skipping(benchmark::State& state) {
    match(state, {.fit_min = 0, .matches_max = 20});
}

void making_fresh_rows(benchmark::State& state) {
    const std::vector<ranking::Row>& all = rows(state.range(0));
    for (auto _ : state) {
        const Snapshot fresh{all, 1};
        benchmark::DoNotOptimize(fresh.rows().data());
    }
}

BENCHMARK(new_matches)
    ->Args({10'000, 100'000})
    ->Args({10'000, 1'000'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(new_matches_without_skipping)->Args({1'000, 100'000})->Unit(benchmark::kMillisecond);
BENCHMARK(making_fresh_rows)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
