// Titles to occupations: the coder alone, and the search as somebody types. Items are titles.

#include "indexer/coding/coder.hpp"
#include "indexer/coding/title_search.hpp"
#include "sql/store/shipped_unit_groups.hpp"

#include <benchmark/benchmark.h>

#include <array>

namespace {

constexpr std::array titles{
    "Registered nurse - emergency (0.7 FTE)",
    "Infirmier(ère) auxiliaire - nuit",
    "Senior C++ software developer",
    "Développeuse Web intermédiaire / full stack",
    "Long haul truck driver, class 1",
    "Préposé(e) à l'entretien ménager",
    "Assistant manager",
    "Commis de bureau et à la réception",
    "Welder fitter - Halifax, NS",
    "Ingénieur(e) en structure, ponts et ouvrages d'art"};

/// What a program pays at its start.
void makes_the_coder(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(coding::Coder{coding::Model::shipped()});
    }
}
BENCHMARK(makes_the_coder)->Unit(benchmark::kMillisecond);

void codes_titles(benchmark::State& state) {
    const coding::Coder coder{coding::Model::shipped()};
    for (auto _ : state) {
        for (const char* title : titles) {
            benchmark::DoNotOptimize(coder.code(title));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(titles.size()));
}
BENCHMARK(codes_titles);

void searches_titles(benchmark::State& state) {
    std::vector<coding::KnownTitle> known;
    for (const store::NocUnitGroup& group : store::shipped_unit_groups()) {
        known.push_back({group.title_en, domain::OfficialLanguage::english, group.noc});
        known.push_back({group.title_fr, domain::OfficialLanguage::french, group.noc});
    }
    const coding::TitleSearch search{std::move(known)};
    for (auto _ : state) {
        benchmark::DoNotOptimize(search.find("sofware dev", 10));
        benchmark::DoNotOptimize(search.find("infirmiere aux", 10));
    }
    state.SetItemsProcessed(state.iterations() * 2);
}
BENCHMARK(searches_titles);

}  // namespace
