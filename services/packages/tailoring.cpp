#include "services/packages/tailoring.hpp"

#include "indexer/search/words.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace packages {
namespace {

/// Both stems of a word: a text may be in either language.
std::vector<std::string> stems_of(const std::string& word) {
    return {"en " + search::english_stem(word), "fr " + search::french_stem(word)};
}

std::set<std::string> words_of(const std::string_view text) {
    const std::vector<std::string> words = search::words(text);
    return {words.begin(), words.end()};
}

using Stems = std::set<std::string>;

/// By one stemmer after the other, which makes one stem of `évalue` and `évaluer` as of `assess`
/// and `assessed`, whatever the language.
Stems stems_in(const std::string_view text) {
    Stems stems;
    for (const std::string& word : words_of(text)) {
        stems.insert(search::french_stem(search::english_stem(word)));
    }
    return stems;
}

Stems shared(const Stems& some, const Stems& others) {
    Stems both;
    std::ranges::set_intersection(some, others, std::inserter(both, both.end()));
    return both;
}

struct Pair {
    Answered at;
    int permille = 0;  ///< Of the weight of their words that they share.
};

}  // namespace

Asked::Asked(const domain::Posting& posting) {
    constexpr int in_title = 4;
    constexpr int in_skill = 3;
    constexpr int in_duty = 2;
    constexpr int in_description = 1;
    add(posting.title, in_title);
    add(posting.original_title, in_title);
    for (const std::string& skill : posting.skills) {
        add(skill, in_skill);
    }
    for (const std::string& duty : posting.duties) {
        add(duty, in_duty);
    }
    add(posting.description, in_description);
}

void Asked::add(const std::string_view text, const int weight) {
    for (const std::string& word : words_of(text)) {
        for (const std::string& stem : stems_of(word)) {
            int& known = weights_[stem];
            known = std::max(known, weight);
        }
    }
}

int Asked::weight(const std::string_view text) const {
    std::map<std::string, int> counted;
    for (const std::string& word : words_of(text)) {
        int best = 0;
        for (const std::string& stem : stems_of(word)) {
            const auto found = weights_.find(stem);
            best = std::max(best, found == weights_.end() ? 0 : found->second);
        }
        int& known = counted[search::english_stem(word)];
        known = std::max(known, best);
    }
    int sum = 0;
    for (const auto& [stem, weight] : counted) {
        sum += weight;
    }
    return sum;
}

bool Asked::names(const std::string_view text) const {
    const auto words = words_of(text);
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return std::ranges::any_of(stems_of(word), [&](const std::string& stem) {
            return weights_.contains(stem);
        });
    });
}

std::vector<Answered> answered(
    const std::vector<std::string>& asked,
    const std::vector<std::string>& answers,
    const std::size_t count
) {
    std::vector<Stems> of_asked;
    std::vector<Stems> of_answers;
    std::map<std::string, int> texts_with;
    const auto take = [&](const std::vector<std::string>& texts, std::vector<Stems>& result) {
        for (const std::string& text : texts) {
            result.push_back(stems_in(text));
            for (const std::string& stem : result.back()) {
                ++texts_with[stem];
            }
        }
    };
    take(asked, of_asked);
    take(answers, of_answers);
    const auto weight = [&](const Stems& stems) {
        constexpr int rarest = 10'000;
        int sum = 0;
        for (const std::string& stem : stems) {
            sum += rarest / texts_with[stem];
        }
        return sum;
    };
    constexpr int whole = 1'000;
    std::vector<Pair> pairs;
    for (std::size_t one = 0; one < asked.size(); ++one) {
        for (std::size_t other = 0; other < answers.size(); ++other) {
            const Stems both = shared(of_asked[one], of_answers[other]);
            if (both.size() >= 2) {
                const int all = weight(of_asked[one]) + weight(of_answers[other]);
                pairs.push_back(
                    {.at = {.asked = one, .answer = other},
                     .permille = static_cast<int>(std::int64_t{2} * weight(both) * whole / all)}
                );
            }
        }
    }
    std::ranges::stable_sort(pairs, std::greater<>{}, &Pair::permille);
    std::vector<Answered> result;
    for (const Pair& pair : pairs) {
        const bool taken = std::ranges::any_of(result, [&](const Answered& before) {
            return before.asked == pair.at.asked || before.answer == pair.at.answer;
        });
        if (!taken && result.size() < count) {
            result.push_back(pair.at);
        }
    }
    return result;
}

int alike(const std::string_view one, const std::string_view other) {
    constexpr std::size_t whole = 1'000;
    const Stems some = stems_in(one);
    const Stems others = stems_in(other);
    const std::size_t all = some.size() + others.size();
    return all == 0 ? 0 : static_cast<int>(2 * whole * shared(some, others).size() / all);
}

}  // namespace packages
