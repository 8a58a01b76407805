#include "tests/quality/measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

namespace quality {
namespace {

double gain_at(const int grade, const std::size_t index) {
    return (std::exp2(grade) - 1) / std::log2(static_cast<double>(index) + 2);
}

/// Of the first ten of these grades.
double discounted_gain(const std::vector<int>& grades) {
    double sum = 0;
    for (std::size_t index = 0; index < std::min(grades.size(), top); ++index) {
        sum += gain_at(grades[index], index);
    }
    return sum;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Scores scores(const Ranking& ranking, const JudgedPostings& judged) {
    std::vector<int> grades;
    std::vector<int> judged_grades;
    Scores result;
    double found = 0;
    const auto listed = std::min(ranking.size(), ranked_max);
    for (std::size_t index = 0; index < listed; ++index) {
        const auto judgment = judged.find(ranking[index]);
        if (judgment == judged.end()) {
            grades.push_back(0);
            result.unjudged += index < top ? 1 : 0;
            continue;
        }
        grades.push_back(judgment->second.grade);
        judged_grades.push_back(judgment->second.grade);
        found += judgment->second.grade >= good_grade ? 1 : 0;
        result.violations += index < top && judgment->second.reason.starts_with("HARD") ? 1 : 0;
    }
    result.unjudged /= static_cast<double>(std::max<std::size_t>(1, std::min(listed, top)));

    std::vector<int> best;
    for (const auto& [id, judgment] : judged) {
        best.push_back(judgment.grade);
    }
    std::ranges::sort(best, std::greater{});
    if (const double ideal = discounted_gain(best); ideal > 0) {
        result.ndcg = discounted_gain(grades) / ideal;
        result.ndcg_judged = discounted_gain(judged_grades) / ideal;
    }
    const auto is_good = [](const int grade) { return grade >= good_grade; };
    if (const auto good = std::ranges::count_if(best, is_good); good > 0) {
        result.recall = found / static_cast<double>(good);
    }
    return result;
}

Estimate estimate(const std::vector<double>& values) {
    if (values.empty()) {
        return {};
    }
    // Not a distribution of the standard library: what these draw is each library's own affair.
    std::mt19937_64 random{bootstrap_seed};
    std::vector<double> means;
    std::vector<double> sample(values.size());
    for (int resample = 0; resample < bootstrap_resamples; ++resample) {
        std::ranges::generate(sample, [&] { return values[random() % values.size()]; });
        means.push_back(mean(sample));
    }
    std::ranges::sort(means);
    const auto cut = static_cast<std::size_t>(bootstrap_resamples / 40);  // 2.5 percent.
    return {
        .mean = mean(values),
        .low = means[cut],
        .high = means[means.size() - 1 - cut],
        .count = values.size(),
    };
}

}  // namespace quality
