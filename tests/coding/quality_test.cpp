// A short form of the measurement in indexer/coding/README.md: one fold of ten, three turns of the
// fourteen. It holds that the trainer learns, and that the features have not been broken.

#include "indexer/coding/train/evaluation.hpp"
#include "indexer/coding/train/network.hpp"
#include "tests/support/shared.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using train::Example;

TEST(Quality, of_titles_not_seen_is_what_it_was) {
    const auto data = support::shared() / "data";
    if (!std::filesystem::exists(data)) {
        GTEST_SKIP() << "../shared absent";
    }
    const std::vector<Example> examples = train::read_examples(data);
    std::vector<const Example*> seen;
    std::vector<const Example*> unseen;
    for (const Example& example : examples) {
        const bool held_out = example.kind == Example::Kind::labelled && example.group % 10 == 0;
        (held_out ? unseen : seen).push_back(&example);
    }
    train::TrainingOptions options;
    options.epochs = 3;
    options.features_max = 50'000;
    const coding::Model model{train::train_network(seen, options)};
    std::vector<train::Verdict> verdicts;
    for (const Example* const example : unseen) {
        verdicts.push_back(train::judge(model, *example));
    }
    const auto share = [&](bool train::Verdict::*const right) {
        return static_cast<double>(std::count_if(
                   verdicts.begin(),
                   verdicts.end(),
                   [&](const train::Verdict& verdict) { return verdict.*right; }
               )) /
               static_cast<double>(verdicts.size());
    };
    EXPECT_GT(verdicts.size(), 1'000U);
    EXPECT_GT(share(&train::Verdict::first_right), 0.64);
    EXPECT_GT(share(&train::Verdict::five_right), 0.87);
    std::cout << share(&train::Verdict::first_right) << " right first, "
              << share(&train::Verdict::five_right) << " among five\n";
}

}  // namespace
