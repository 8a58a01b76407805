#include "indexer/search/query_words.hpp"

#include "indexer/search/words.hpp"

#include <algorithm>

namespace search {
namespace {

std::vector<AskedWord> words_of(const Text& text) {
    std::vector<AskedWord> result;
    for (PlacedWord& word : placed_words(text.text)) {
        if (result.size() == words_of_text_max) {
            break;
        }
        result.push_back(
            {.word = std::move(word.text),
             .begin = text.begin + word.begin,
             .end = text.begin + word.end}
        );
    }
    return result;
}

/// Free words, one after the other, with what they are called otherwise.
void add_free_words(const std::vector<AskedWord>& run, std::vector<AskedText>& wanted) {
    std::vector<std::string> plain;
    plain.reserve(run.size());
    for (const AskedWord& word : run) {
        plain.push_back(word.word);
    }
    for (std::size_t at = 0; at < run.size();) {
        Synonyms synonyms = synonyms_of(std::span{plain}.subspan(at));
        const std::size_t count = std::max<std::size_t>(synonyms.words, 1);
        const auto first = run.begin() + static_cast<std::ptrdiff_t>(at);
        wanted.push_back(
            {{{.words = {first, first + static_cast<std::ptrdiff_t>(count)},
               .others = std::move(synonyms.others)}}}
        );
        at += count;
    }
}

}  // namespace

QueryWords query_words(const Clauses& clauses) {
    QueryWords result;
    std::vector<AskedWord> run;
    bool asked = false;
    const auto end_run = [&] {
        add_free_words(run, result.wanted);
        run.clear();
    };
    for (const Clause& clause : clauses) {
        AskedText text;
        for (const Value& value : clause.any_of) {
            const Text* words = std::get_if<Text>(&value);
            if (words == nullptr) {
                continue;
            }
            asked = asked || !clause.excluded;
            AskedWords alternative{
                .field = clause.field, .phrase = words->phrase, .words = words_of(*words)};
            if (!alternative.words.empty()) {
                text.any_of.push_back(std::move(alternative));
            }
        }
        const bool is_free = clause.field == Field::text && !clause.excluded &&
                             !text.any_of.empty() && !text.any_of.front().phrase;
        if (is_free) {
            const auto& words = text.any_of.front().words;
            run.insert(run.end(), words.begin(), words.end());
            continue;
        }
        end_run();
        if (!text.any_of.empty()) {
            (clause.excluded ? result.excluded : result.wanted).push_back(std::move(text));
        }
    }
    end_run();
    result.nothing_to_search = asked && result.wanted.empty();
    return result;
}

}  // namespace search
