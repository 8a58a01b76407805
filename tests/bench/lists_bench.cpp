// Postings against lists of 300,000 assessments of 60,000 employers: the checks that look things
// up, and, as what they cannot be faster than, finding the employer's key alone. Items are
// postings.

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <unordered_set>
#include <vector>

namespace {

constexpr std::size_t employers_count = 60'000;
constexpr std::size_t rows_count = 300'000;
constexpr std::size_t postings_count = 20'000;

/// Three made-up words of which the last is one that many share.
std::string name_of(const std::size_t number) {
    constexpr std::array syllables{"ka", "lo", "mi", "ne", "ru", "sta", "ve", "dor", "fin", "gal"};
    constexpr std::array trades{"Transport", "Farms", "Restaurant", "Construction", "Services"};
    std::mt19937_64 random{number};
    std::string name;
    for (const int parts : {3, 2}) {
        std::string word;
        for (int part = 0; part < parts; ++part) {
            word += syllables.at(random() % syllables.size());
        }
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        name += word + " ";
    }
    return name + trades.at(random() % trades.size()) + (number % 3 == 0 ? " Ltd." : " Inc.");
}

verification::Lists lists() {
    verification::EmployerLists employers;
    std::mt19937_64 random{7};
    for (std::size_t row = 0; row < rows_count; ++row) {
        employers.add(verification::EmployerLists::LmiaRow{
            .list = 0,
            .period = "2025Q3",
            .province = static_cast<domain::Province>(row % 13),
            .employer = name_of(random() % employers_count),
            .address = "Halifax, NS",
            .occupation = "63200-Cooks",
            .positions = 1});
    }
    verification::WageTable wages;
    wages.add(verification::WageTable::WageRow{
        .list = 1, .edition = "2021", .noc = "63200", .region = "Canada", .median = 1'800});
    const auto day = domain::parse_date("2026-01-10").value();
    return {
        {{.kind = "lmia", .name = "positive 2025Q3", .publisher = "", .published_on = day},
         {.kind = "wages", .name = "by economic region", .publisher = "", .published_on = day}},
        std::move(employers),
        std::move(wages),
        {}};
}

/// A third on the lists, a third with a letter changed, a third of nobody's.
std::vector<domain::Posting> postings() {
    std::vector<domain::Posting> result;
    for (std::size_t number = 0; number < postings_count; ++number) {
        domain::Posting posting;
        posting.hiring_organization =
            name_of(number % 3 == 2 ? employers_count + number : number * 3);
        if (number % 3 == 1) {
            posting.hiring_organization[4] = 'x';
        }
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
    for (std::size_t number = 0; number < employers_count; ++number) {
        known.insert(normalise::employer_name_from(name_of(number)).key);
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
    const verification::Lists known = lists();
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
