#include "indexer/search/resume_words.hpp"

#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace search {
namespace {

struct Said {
    int weight = 0;  ///< Of the weightiest text that has the word.
    std::string written;
};

/// Each word once.
std::map<std::string, Said> words_said(const std::vector<ResumeText>& texts) {
    std::map<std::string, Said> result;
    for (const ResumeText& text : texts) {
        for (const PlacedWord& word : placed_words(text.text)) {
            Said& said = result[word.text];
            said.weight = std::max(said.weight, text.weight);
            if (said.written.empty()) {
                said.written = in_lower_case(text.text.substr(word.begin, word.end - word.begin));
            }
        }
    }
    return result;
}

}  // namespace

std::int64_t rarity(const double having, const double all) {
    constexpr double steps = 16;
    return std::max<std::int64_t>(0, std::llround(steps * std::log2(all / having)));
}

std::vector<ResumeWord> choose_words(
    const Frequencies& frequencies, const std::vector<ResumeText>& texts, const std::size_t count
) {
    std::vector<ResumeWord> all;
    for (const auto& [text, said] : words_said(texts)) {
        ResumeWord word{
            .text = text,
            .written = said.written,
            .english = std::string{schema::english}.append(english_stem(text)),
            .french = std::string{schema::french}.append(french_stem(text))};
        // Not their sum: names and employers' own titles are indexed in both languages, and only
        // the French stem is the same in the feminine and in the masculine.
        const double having =
            std::max(frequencies.having(word.english), frequencies.having(word.french));
        if (having > 0) {
            word.weight = said.weight * rarity(having, frequencies.all);
        }
        if (word.weight > 0) {
            all.push_back(std::move(word));
        }
    }
    std::ranges::sort(all, [](const ResumeWord& left, const ResumeWord& right) {
        return std::tie(right.weight, left.text) < std::tie(left.weight, right.text);
    });
    std::set<std::string> stems;
    std::vector<ResumeWord> result;
    for (ResumeWord& word : all) {
        if (result.size() == count) {
            break;
        }
        if (!stems.contains(word.english) && !stems.contains(word.french)) {
            stems.insert(word.english);
            stems.insert(word.french);
            result.push_back(std::move(word));
        }
    }
    return result;
}

}  // namespace search
