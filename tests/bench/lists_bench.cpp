// Postings against lists of 300,000 assessments of 60,000 employers: the checks that look things
// up, and, as what they cannot be faster than, finding the employer's key alone. Items are
// postings.

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"
#include "tests/bench/listed_employers.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <unordered_set>
#include <vector>

namespace {

constexpr std::size_t postings_count = 20'000;

/// A third on the lists, a third with a letter changed, a third of nobody's.
std::vector<domain::Posting> postings() {
    std::vector<domain::Posting> result;
    for (std::size_t number = 0; number < postings_count; ++number) {
        domain::Posting posting;
        posting.hiring_organization = listed::employer_of(number);
        domain::Place& place = posting.job_locations.emplace_back();
        place.province = static_cast<domain::Province>(number % 13);
        place.city = "Halifax";
        posting.noc = domain::NocCode::parse("63200").value();
        posting.base_salary = domain::Pay{
            .min = 1'900, .max = std::nullopt, .hourly_min = 1'900, .hourly_max = 1'900};
        result.push_back(std::move(posting));
    }
    return result;
}

void finds_keys(benchmark::State& state) {
    const auto ads = postings();
    std::unordered_set<std::string> known;
    for (std::size_t number = 0; number < listed::employers_count; ++number) {
        known.insert(normalise::employer_name_from(listed::name_of(number)).key);
    }
    for (auto _ : state) {
        for (const auto& posting : ads) {
            benchmark::DoNotOptimize(
                known.contains(normalise::employer_name_from(posting.hiring_organization).key)
            );
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ads.size()));
}
BENCHMARK(finds_keys)->Unit(benchmark::kMillisecond);

void checks_lists(benchmark::State& state) {
    const auto ads = postings();
    const verification::Lists known =
        listed::lists({"63200"}, domain::parse_date("2026-01-10").value());
    const auto day = domain::parse_date("2026-01-20").value();
    for (auto _ : state) {
        for (const auto& posting : ads) {
            verification::Evidence evidence{
                .posting = posting, .sha256 = "00", .fetched_on = day, .lists = &known};
            const auto match = verification::match_of(evidence);
            evidence.employer = &match;
            for (const auto check :
                 {verification::employer_identity,
                  verification::non_compliant_list,
                  verification::lmia_history,
                  verification::minimum_wage,
                  verification::median_wage,
                  verification::licence,
                  verification::designation}) {
                benchmark::DoNotOptimize(check(evidence));
            }
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ads.size()));
}
BENCHMARK(checks_lists)->Unit(benchmark::kMillisecond);

}  // namespace
