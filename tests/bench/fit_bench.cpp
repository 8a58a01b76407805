// Ranking over generated postings: the exact top 10 beside what it must beat (scanning every row
// with the same fit) and what nothing can beat (reading every row once).

#include "matcher/ranking/top_k.hpp"
#include "matcher/rules/rule_book.hpp"

#include <benchmark/benchmark.h>

#include <map>
#include <random>

namespace {

using ranking::Order;
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

/// Postings as the archive of 2021-03 has them: three in four state neither language nor
/// experience, one in five refuses people abroad, and few occupations have most of the postings.
ranking::Row row(std::mt19937& random, const domain::PostingId id) {
    const auto below = [&](const int bound) {
        return std::uniform_int_distribution{0, bound - 1}(random);
    };
    ranking::Row result;
    result.id = id;
    result.posted_day = today_days - below(60);
    result.last_live_day = result.posted_day + 14 + below(60);
    result.noc = noc(below(500) * below(500) / 500).number();
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

std::vector<ranking::Row> rows(const std::int64_t count) {
    std::mt19937 random{seed};
    std::vector<ranking::Row> result;
    for (std::int64_t id = 1; id <= count; ++id) {
        result.push_back(row(random, id));
    }
    return result;
}

const Snapshot& snapshot(const std::int64_t count) {
    static std::map<std::int64_t, Snapshot> made;
    return made.try_emplace(count, rows(count), 1).first->second;
}

domain::Candidate engineer() {
    domain::Candidate result;
    domain::Job& job = result.jobs.emplace_back();
    job.noc = noc(120);
    job.start = today - std::chrono::days{2'000};
    job.hours_per_week = 40;
    result.language_tests.push_back({
        .kind = domain::LanguageTestKind::ielts_general,
        .date = today - std::chrono::days{100},
        .first = true,
        .levels = {9, 9, 9, 9},
    });
    return result;
}

const fit::Model& model() {
    static const fit::Model built_in{.weights = fit::built_in_weights().value()};
    return built_in;
}

fit::CandidateTraits traits(const domain::Candidate& candidate) {
    return {candidate, today, model()};
}

const rules::RuleSet& basis() {
    static const rules::RuleBook book = rules::built_in().value();
    return book.basis();
}

using Ranker = decltype(&ranking::top_k);

void rank(
    benchmark::State& state,
    const Ranker ranker,
    const Order order,
    const domain::Exclusions& hidden
) {
    const Snapshot& all = snapshot(state.range(0));
    const fit::CandidateTraits candidate = traits(engineer());
    const ranking::LiftByNoc lift{basis(), {}};
    const ranking::Query query{.as_of = today, .order = order, .count = 10};
    std::size_t scored = 0;
    for (auto _ : state) {
        const auto ranking = ranker(all, candidate, hidden, lift, query, {});
        benchmark::DoNotOptimize(ranking.best.data());
        scored = ranking.rows_scored;
    }
    state.counters["rows_scored"] = static_cast<double>(scored);
}

void top_10_by_fit(benchmark::State& state) { rank(state, ranking::top_k, Order::fit, {}); }

void top_10_by_lift(benchmark::State& state) { rank(state, ranking::top_k, Order::lift, {}); }

void top_10_with_exclusions(benchmark::State& state) {
    domain::Exclusions hidden;
    hidden.postings = {1, 2, 3};
    hidden.employers = {"Example Holdings"};
    rank(state, ranking::top_k, Order::fit, hidden);
}

void naive_scan(benchmark::State& state) { rank(state, ranking::naive_scan, Order::fit, {}); }

/// Every live row scored with the same fit, and nothing kept but the highest: a scan at its best.
void fit_of_every_row(benchmark::State& state) {
    const Snapshot& all = snapshot(state.range(0));
    const fit::CandidateTraits candidate = traits(engineer());
    for (auto _ : state) {
        int best = 0;
        for (const ranking::Row& row : all.rows()) {
            if (ranking::is_live(row, today)) {
                const fit::PostingTraits posting = ranking::traits(row);
                best = std::max(best, candidate.fit(posting, {}).total);
            }
        }
        benchmark::DoNotOptimize(best);
    }
}

void reading_every_row(benchmark::State& state) {
    const Snapshot& all = snapshot(state.range(0));
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const ranking::Row& row : all.rows()) {
            sum += static_cast<std::uint64_t>(row.id) + row.employer + row.flags;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(
        static_cast<std::int64_t>(all.rows().size() * sizeof(ranking::Row)) *
        static_cast<std::int64_t>(state.iterations())
    );
}

void making_a_snapshot(benchmark::State& state) {
    const std::vector<ranking::Row> unsorted = rows(state.range(0));
    for (auto _ : state) {
        const Snapshot made{unsorted, 1};
        benchmark::DoNotOptimize(made.rows().data());
    }
}

void taking_up_100_changes(benchmark::State& state) {
    const Snapshot& all = snapshot(state.range(0));
    const std::vector<ranking::Row> changed = rows(100);
    for (auto _ : state) {
        const Snapshot next = all.with(changed, {}, 2);
        benchmark::DoNotOptimize(next.rows().data());
    }
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);
}

BENCHMARK(top_10_by_fit)->Apply(sizes);
BENCHMARK(top_10_by_lift)->Apply(sizes);
BENCHMARK(top_10_with_exclusions)->Apply(sizes);
BENCHMARK(reading_every_row)->Apply(sizes);
BENCHMARK(fit_of_every_row)->Apply(sizes);
BENCHMARK(naive_scan)->Apply(sizes);
BENCHMARK(making_a_snapshot)->Apply(sizes);
BENCHMARK(taking_up_100_changes)->Apply(sizes);

}  // namespace
