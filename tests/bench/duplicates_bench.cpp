// Duplicates of a million advertisements: time per advertisement stays the same from a tenth of
// that on.

#include "indexer/duplicates/clusters.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace {

/// Of every ten: four alone, two on two boards, two reposts of one job, and two of an employer with
/// many.
std::vector<duplicates::Advertisement> advertisements(const std::size_t count) {
    std::mt19937_64 random{7};
    const domain::Date first = domain::parse_date("2026-01-01").value();
    std::vector<duplicates::Advertisement> ads;
    ads.reserve(count);
    while (ads.size() < count) {
        const std::size_t kind = ads.size() % 10;
        duplicates::Advertisement ad;
        ad.id = static_cast<domain::PostingId>(ads.size() + 1);
        ad.source = "board " + std::to_string(ads.size() % 5);
        ad.source_id = std::to_string(ads.size());
        ad.board = ads.size() % 5;
        ad.raw = random();
        ad.ad = random();
        ad.posted = first + std::chrono::days{static_cast<int>(random() % 200)};
        ad.last_live = ad.posted + std::chrono::days{30};
        ad.pay = domain::Pay{};
        ad.pay->hourly_min = ad.pay->hourly_max =
            2'000 + static_cast<domain::Cents>(random() % 3'000);
        const bool repeats = (kind == 5 || kind == 7) && !ads.empty();
        if (repeats) {
            const auto& before = ads.back();
            ad.block = before.block;
            ad.words = before.words;
            ad.standard_words = before.standard_words;
            ad.pay = before.pay;
            ad.text = before.text;
            ad.board = kind == 7 ? before.board : ad.board;
            ad.posted = before.posted + std::chrono::days{kind == 7 ? 20 : 1};
        } else {
            ad.block = kind >= 8 ? random() % (count / 500 + 1) : random();
            ad.words = ad.standard_words = random() % 5'000;
            ad.text = random();
        }
        ads.push_back(std::move(ad));
    }
    return ads;
}

void find_duplicates(benchmark::State& state) {
    const auto ads = advertisements(static_cast<std::size_t>(state.range(0)));
    std::size_t merged = 0;
    for (auto _ : state) {
        auto copy = ads;
        for (const auto& cluster : duplicates::clusters(std::move(copy))) {
            merged += cluster.others.size();
        }
    }
    state.counters["merged"] =
        static_cast<double>(merged) / static_cast<double>(state.iterations());
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(find_duplicates)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
