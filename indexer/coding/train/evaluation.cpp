#include "indexer/coding/train/evaluation.hpp"

#include "indexer/coding/coder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>

namespace train {
namespace {

using domain::OfficialLanguage;

bool is_answered(const Verdict& verdict, const coding::Thresholds& thresholds) {
    const bool french = verdict.example->language == OfficialLanguage::french;
    return verdict.teer_certainty >= (french ? thresholds.french : thresholds.english) &&
           verdict.probability >= coding::answer_probability_min;
}

/// `812 of 1000 = 81.2 % (78.7-83.5)`: Wilson's interval.
std::string rate(const std::size_t hits, const std::size_t count) {
    if (count == 0) {
        return "-";
    }
    constexpr double z = 1.96;
    const auto n = static_cast<double>(count);
    const double p = static_cast<double>(hits) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    std::array<char, 96> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "%zu of %zu = %.1f %% (%.1f-%.1f)",
        hits,
        count,
        100 * p,
        100 * std::max(0.0, middle - reach),
        100 * (middle + reach)
    );
    return text.data();
}

std::string row(
    const std::string& name,
    const std::vector<Verdict>& verdicts,
    const coding::Thresholds& thresholds,
    const std::function<std::size_t(const Verdict&)>& times
) {
    std::size_t count = 0;
    std::size_t first = 0;
    std::size_t five = 0;
    std::size_t answered = 0;
    std::size_t teer = 0;
    for (const Verdict& verdict : verdicts) {
        const std::size_t counts = times(verdict);
        count += counts;
        first += verdict.first_right ? counts : 0;
        five += verdict.five_right ? counts : 0;
        if (is_answered(verdict, thresholds)) {
            answered += counts;
            teer += verdict.teer_right ? counts : 0;
        }
    }
    return "| " + name + " | " + rate(first, count) + " | " + rate(five, count) + " | " +
           rate(answered, count) + " | " + rate(teer, answered) + " |\n";
}

/// 0 where the first is too unlikely to be an answer.
float certainty_of(const Verdict& verdict) {
    return verdict.probability >= coding::answer_probability_min ? verdict.teer_certainty : 0;
}

float threshold_of(
    const std::vector<Verdict>& verdicts, const OfficialLanguage language, const float coverage
) {
    std::vector<float> certainties;
    for (const Verdict& verdict : verdicts) {
        if (verdict.example->language == language) {
            certainties.push_back(certainty_of(verdict));
        }
    }
    if (certainties.empty()) {
        return 0;
    }
    std::sort(certainties.begin(), certainties.end(), std::greater<>{});
    const auto count =
        static_cast<std::size_t>(std::ceil(coverage * static_cast<float>(certainties.size())));
    return certainties[std::min(count, certainties.size() - 1)];
}

/// Of the titles that belong, the surest `coverage`: how many have the right TEER category.
std::string surest_row(
    const std::string& name,
    const std::vector<Verdict>& verdicts,
    const float coverage,
    const std::function<bool(const Verdict&)>& belongs
) {
    std::vector<const Verdict*> order;
    for (const Verdict& verdict : verdicts) {
        if (belongs(verdict)) {
            order.push_back(&verdict);
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const Verdict* left, const Verdict* right) {
        return certainty_of(*left) > certainty_of(*right);
    });
    order.resize(static_cast<std::size_t>(std::ceil(coverage * static_cast<float>(order.size()))));
    const auto right = std::count_if(order.begin(), order.end(), [](const Verdict* verdict) {
        return verdict->teer_right;
    });
    return "| " + name + " | " + rate(static_cast<std::size_t>(right), order.size()) + " |\n";
}

}  // namespace

Verdict judge(const coding::Model& model, const Example& example) {
    std::vector<float> chances = model.title_scores(example.features);
    coding::Model::to_probabilities(chances);
    const std::vector<domain::NocCode>& nocs = model.nocs();
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto better = [&](const std::size_t left, const std::size_t right) {
        return chances[left] > chances[right];
    };
    const auto shown = static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, order.size()));
    std::partial_sort(order.begin(), order.begin() + shown, order.end(), better);
    const domain::NocCode label = example.nocs.front().first;
    Verdict verdict{.example = &example};
    verdict.first_right = nocs[order.front()] == label;
    verdict.five_right = std::any_of(order.begin(), order.begin() + shown, [&](const auto at) {
        return nocs[at] == label;
    });
    const int teer = nocs[order.front()].teer();
    verdict.teer_right = teer == label.teer();
    verdict.probability = chances[order.front()];
    for (std::size_t at = 0; at < chances.size(); ++at) {
        verdict.teer_certainty += nocs[at].teer() == teer ? chances[at] : 0;
    }
    return verdict;
}

coding::Thresholds thresholds(const std::vector<Verdict>& verdicts, const float coverage) {
    return {
        .english = threshold_of(verdicts, OfficialLanguage::english, coverage),
        .french = threshold_of(verdicts, OfficialLanguage::french, coverage)};
}

std::string report(const std::vector<Verdict>& verdicts, const coding::Thresholds& thresholds) {
    std::string text =
        "| titles | right first | among five | answered | TEER right of the answered |\n"
        "|---|---|---|---|---|\n";
    const auto add = [&](const std::string& name, const auto& belongs) {
        text += row(name, verdicts, thresholds, [&](const Verdict& verdict) -> std::size_t {
            return belongs(verdict) ? 1 : 0;
        });
    };
    const auto is = [](const OfficialLanguage language) {
        return [language](const Verdict& verdict) { return verdict.example->language == language; };
    };
    const auto clean = [](const auto& belongs) {
        return [belongs](const Verdict& verdict) {
            return verdict.example->clean && belongs(verdict);
        };
    };
    const auto all = [](const Verdict&) { return true; };
    add("all", all);
    add("English", is(OfficialLanguage::english));
    add("French", is(OfficialLanguage::french));
    add("all, labels that agree", clean(all));
    add("English, labels that agree", clean(is(OfficialLanguage::english)));
    add("French, labels that agree", clean(is(OfficialLanguage::french)));
    text += row("all, by posting", verdicts, thresholds, [](const Verdict& verdict) {
        return static_cast<std::size_t>(verdict.example->postings);
    });
    for (int category = 0; category < 10; ++category) {
        for (const auto language : {OfficialLanguage::english, OfficialLanguage::french}) {
            const std::string name =
                "broad category " + std::to_string(category) +
                (language == OfficialLanguage::english ? ", English" : ", French");
            add(name, [=](const Verdict& verdict) {
                return verdict.example->language == language &&
                       verdict.example->nocs.front().first.broad_category() == category;
            });
        }
    }
    text += "\n| the surest 70 % of | TEER right |\n|---|---|\n";
    const auto add_surest = [&](const std::string& name, const auto& belongs) {
        text += surest_row(name, verdicts, 0.7F, belongs);
    };
    add_surest("all", all);
    add_surest("English", is(OfficialLanguage::english));
    add_surest("French", is(OfficialLanguage::french));
    add_surest("all, labels that agree", clean(all));
    add_surest("English, labels that agree", clean(is(OfficialLanguage::english)));
    add_surest("French, labels that agree", clean(is(OfficialLanguage::french)));
    // Is a stated probability what it says? Ten bands.
    text += "\n| stated probability | mean | right first |\n|---|---|---|\n";
    for (int band = 0; band < 10; ++band) {
        std::size_t count = 0;
        std::size_t hits = 0;
        double stated = 0;
        for (const Verdict& verdict : verdicts) {
            if (std::min(9, static_cast<int>(verdict.probability * 10)) == band) {
                ++count;
                hits += verdict.first_right ? 1U : 0U;
                stated += static_cast<double>(verdict.probability);
            }
        }
        std::array<char, 64> head{};
        std::snprintf(
            head.data(),
            head.size(),
            "| %.1f to %.1f | %.3f | ",
            band * 0.1,
            band * 0.1 + 0.1,
            count == 0 ? 0 : stated / static_cast<double>(count)
        );
        text += head.data() + rate(hits, count) + " |\n";
    }
    return text;
}

}  // namespace train
