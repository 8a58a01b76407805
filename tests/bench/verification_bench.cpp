// The checks of words on a text of 2 kB: reading it once (the baseline), a clean text, one that
// has many of the words without which no rule can hold, and the sketch. Items are texts.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"
#include "indexer/verification/shingles.hpp"

#include <benchmark/benchmark.h>

#include <numeric>
#include <string>

namespace {

constexpr std::size_t text_bytes = 2'000;

std::string repeated(const std::string& sentence) {
    std::string text;
    while (text.size() + sentence.size() <= text_bytes) {
        text += sentence;
    }
    return text.append(text_bytes - text.size(), '.');
}

const std::string clean = repeated(
    "Prepare and cook complete meals and individual dishes. Supervise kitchen staff, order what "
    "is missing and keep records of stock. You have two years of training in a busy restaurant. "
);
const std::string wordy = repeated(
    "Deposit cheques, reconcile bank accounts and pay the suppliers' fees. Sell gift cards. "
    "Interviews are held in the office; bring a valid passport. Review invoices of contractors. "
);

domain::Posting posting_with(const std::string& text) {
    domain::Posting posting;
    posting.title = "Cook";
    posting.url = "https://harbourline.example/1";
    posting.description = text;
    return posting;
}

void reads_bytes(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(std::accumulate(
            clean.begin(),
            clean.end(),
            0U,
            [](const unsigned sum, const char c) {
                return sum * 31U + static_cast<unsigned char>(c);
            }
        ));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(reads_bytes);

void checks_text(benchmark::State& state, const std::string& words) {
    const domain::Posting posting = posting_with(words);
    for (auto _ : state) {
        const verification::PostingText text{posting};
        const verification::Evidence evidence{
            .posting = posting, .sha256 = "00", .fetched_on = {}, .text = &text};
        for (const auto check :
             {verification::contact_domain,
              verification::fees,
              verification::personal_data,
              verification::pressure,
              verification::lmia_label,
              verification::contracting,
              verification::posting_rules,
              verification::recruiter,
              verification::text_anomaly}) {
            benchmark::DoNotOptimize(check(evidence));
        }
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(checks_text, clean, clean);
BENCHMARK_CAPTURE(checks_text, wordy, wordy);

void sketches_text(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(verification::sketch(clean, "Harbourline Foods Ltd."));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(sketches_text);

}  // namespace
