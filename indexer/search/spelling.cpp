#include "indexer/search/spelling.hpp"

#include "indexer/search/plan.hpp"
#include "indexer/search/schema.hpp"

#include <algorithm>

namespace search {
namespace {

/// In a shorter word two letters make another word.
constexpr std::size_t long_word_bytes = 6;

bool is_known(const Xapian::Database& database, const std::string& word) {
    const std::vector<std::string> terms = terms_of(word);
    return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
        return database.term_exists(term);
    });
}

/// Shorter ones are abbreviations and codes: a letter more or less makes any of them another.
constexpr std::size_t word_bytes_min = 4;

bool has_digit(const std::string& word) {
    return word.find_first_of("0123456789") != std::string::npos;
}

std::string suggestion(const Xapian::Database& database, const std::string& word) {
    const unsigned distance_max = word.size() < long_word_bytes ? 1 : 2;
    const std::string found = database.get_spelling_suggestion(word, distance_max);
    if (found.empty() || found == word || !is_known(database, found)) {
        return {};
    }
    const std::string seen = database.get_metadata(std::string{schema::seen_prefix}.append(found));
    return seen.empty() ? found : seen;
}

struct Replacement {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

}  // namespace

std::string did_you_mean(
    const Xapian::Database& database, const QueryWords& words, const std::string_view query
) {
    std::vector<Replacement> replacements;
    for (const AskedText& text : words.wanted) {
        for (const AskedWords& alternative : text.any_of) {
            // A name that is known, though no posting has it, is no mistake.
            if (!alternative.others.empty()) {
                continue;
            }
            for (const AskedWord& word : alternative.words) {
                if (word.word.size() < word_bytes_min || has_digit(word.word) ||
                    is_known(database, word.word)) {
                    continue;
                }
                std::string other = suggestion(database, word.word);
                if (!other.empty()) {
                    replacements.push_back({word.begin, word.end, std::move(other)});
                }
            }
        }
    }
    if (replacements.empty()) {
        return {};
    }
    std::string result{query};
    std::for_each(replacements.rbegin(), replacements.rend(), [&](const Replacement& one) {
        result.replace(one.begin, one.end - one.begin, one.text);
    });
    return result;
}

}  // namespace search
