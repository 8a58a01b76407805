#include "services/packages/tailoring.hpp"

#include "indexer/search/words.hpp"

#include <algorithm>
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

struct Stemmed {
    std::set<std::string> english;
    std::set<std::string> french;
};

Stemmed stemmed(const std::string& text) {
    Stemmed result;
    for (const std::string& word : words_of(text)) {
        result.english.insert(search::english_stem(word));
        result.french.insert(search::french_stem(word));
    }
    return result;
}

std::size_t shared(const std::set<std::string>& some, const std::set<std::string>& others) {
    return static_cast<std::size_t>(std::ranges::count_if(some, [&](const std::string& stem) {
        return others.contains(stem);
    }));
}

struct Pair {
    Answered at;
    std::size_t permille = 0;  ///< Of their words that they share.
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
    constexpr std::size_t whole = 1'000;
    std::vector<Stemmed> stemmed_answers;
    for (const std::string& answer : answers) {
        stemmed_answers.push_back(stemmed(answer));
    }
    std::vector<Pair> pairs;
    for (std::size_t one = 0; one < asked.size(); ++one) {
        const Stemmed duty = stemmed(asked[one]);
        for (std::size_t other = 0; other < answers.size(); ++other) {
            const Stemmed& answer = stemmed_answers[other];
            const std::size_t common =
                std::max(shared(duty.english, answer.english), shared(duty.french, answer.french));
            const std::size_t shorter = std::min(duty.english.size(), answer.english.size());
            if (common >= 2 || (common == 1 && shorter <= 2)) {
                const std::size_t all = duty.english.size() + answer.english.size();
                pairs.push_back(
                    {.at = {.asked = one, .answer = other}, .permille = 2 * common * whole / all}
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

}  // namespace packages
