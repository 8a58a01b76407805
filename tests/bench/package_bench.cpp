// One application package, from candidate and posting to the archive: run it on one core,
// `taskset -c 0 package_bench`. The programs that it starts count.

#include "services/wire/candidate_json.hpp"
#include "tests/packages/cases.hpp"

#include <benchmark/benchmark.h>

namespace {

void make_a_package(benchmark::State& state) {
    const packages::Order order = package_cases::order(
        package_cases::candidate("accountant"),
        package_cases::sample_posting("Software Engineer"),
        "2026-11-16"
    );
    for (auto _ : state) {
        const auto package = packages::build(order, {});
        benchmark::DoNotOptimize(zip::archive_of(package.value().files));
    }
}
BENCHMARK(make_a_package)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

void write_what_is_sent(benchmark::State& state) {
    const packages::Order order = package_cases::order(
        package_cases::candidate("accountant"),
        package_cases::sample_posting("Software Engineer"),
        "2026-11-16"
    );
    for (auto _ : state) {
        benchmark::DoNotOptimize(packages::write_sent(order, packages::length(0)).value());
    }
}
BENCHMARK(write_what_is_sent)->Unit(benchmark::kMillisecond);

}  // namespace
