#include "indexer/normalise/sponsorship.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/quote.hpp"
#include "indexer/normalise/sponsorship_phrases.hpp"
#include "indexer/normalise/text.hpp"

#include <algorithm>
#include <cstddef>

namespace normalise {
namespace {

using domain::Sponsorship;
using std::string_view;
using SentenceWords = std::vector<string_view>;

constexpr std::size_t gap_words_max = 4;

SentenceWords split(const string_view text) {
    SentenceWords words;
    std::size_t at = text.find_first_not_of(' ');
    while (at != string_view::npos) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(' ', end);
    }
    return words;
}

/// Folded, and nothing but words with spaces between them; `can't` is one word, `n'offrons` two.
std::string bare_words(const string_view sentence) {
    std::string words = fold(sentence);
    std::string bare;
    bare.reserve(words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char character = words[at];
        const bool in_a_word = (character >= 'a' && character <= 'z') ||
                               (character >= '0' && character <= '9') ||
                               (static_cast<unsigned char>(character) & 0x80) != 0;
        const bool contracted = character == '\'' && at + 1 < words.size() && words[at + 1] == 't';
        if (!contracted) {
            bare += in_a_word ? character : ' ';
        }
    }
    return bare;
}

template <class List>
bool is_one_of(const string_view word, const List& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool stands_for(const string_view pattern, const string_view word) {
    if (pattern == "SPONSOR") {
        return is_one_of(word, phrases::sponsor);
    }
    if (pattern == "NOT") {
        return is_one_of(word, phrases::negation);
    }
    if (pattern == "PERMIT") {
        return is_one_of(word, phrases::permit);
    }
    if (pattern == "PERSON") {
        return is_one_of(word, phrases::person);
    }
    return pattern == word;
}

/// True if the words from `at` on say the phrase from its word `part` on.
bool says_from(
    const SentenceWords& words,
    const std::size_t at,
    const SentenceWords& phrase,
    const std::size_t part
) {
    if (part == phrase.size()) {
        return true;
    }
    if (phrase[part] != "*") {
        return at < words.size() && stands_for(phrase[part], words[at]) &&
               says_from(words, at + 1, phrase, part + 1);
    }
    for (std::size_t skipped = 0; skipped <= gap_words_max && at + skipped <= words.size();
         ++skipped) {
        if (says_from(words, at + skipped, phrase, part + 1)) {
            return true;
        }
    }
    return false;
}

bool says_phrase(const SentenceWords& words, const string_view phrase) {
    const SentenceWords parts = split(phrase);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (says_from(words, at, parts, 0)) {
            return true;
        }
    }
    return false;
}

template <class List>
bool says_one_of(const SentenceWords& words, const List& list) {
    return std::any_of(list.begin(), list.end(), [&](const string_view phrase) {
        return says_phrase(words, phrase);
    });
}

template <class List>
bool has_one_of(const SentenceWords& words, const List& list) {
    return std::any_of(words.begin(), words.end(), [&](const string_view word) {
        return is_one_of(word, list);
    });
}

template <class List>
Sponsorship first_verdict(const SentenceWords& words, const List& list) {
    for (const phrases::Phrase& phrase : list) {
        if (says_phrase(words, phrase.words)) {
            return phrase.verdict;
        }
    }
    return Sponsorship::not_mentioned;
}

Sponsorship verdict_on(const string_view sentence) {
    const std::string bare = bare_words(sentence);
    const bool speaks_of_it =
        bare.find("sponsor") != std::string::npos || bare.find("parrain") != std::string::npos ||
        bare.find("lmia") != std::string::npos || bare.find("eimt") != std::string::npos;
    if (!speaks_of_it || sentence.ends_with('?')) {
        return Sponsorship::not_mentioned;
    }
    const SentenceWords words = split(bare);
    if (says_one_of(words, phrases::about_something_else) ||
        says_one_of(words, phrases::says_nothing_of_it)) {
        return Sponsorship::not_mentioned;
    }
    const bool about_a_person =
        has_one_of(words, phrases::permit) || has_one_of(words, phrases::person);
    if (has_one_of(words, phrases::sponsor) && about_a_person) {
        return first_verdict(words, phrases::verdicts);
    }
    return first_verdict(words, phrases::lmia_verdicts);
}

/// From the word `sponsor` outwards where the sentence is long.
std::string quote_of(const string_view sentence) {
    const std::string text = clean(sentence);
    return quote_around(
        text, std::min({text.find("ponsor"), text.find("arrain"), text.find("LMIA"), text.size()})
    );
}

/// The stronger word wins.
int weight(const Sponsorship verdict) {
    switch (verdict) {
        case Sponsorship::refuses:
            return 3;
        case Sponsorship::conditional:
            return 2;
        case Sponsorship::offers:
            return 1;
        case Sponsorship::not_mentioned:
            return 0;
    }
    return 0;
}

}  // namespace

SponsorshipSaid sponsorship_said(const std::vector<string_view>& texts) {
    SponsorshipSaid said;
    for (const string_view text : texts) {
        for (const string_view sentence : sentences_of(text)) {
            const Sponsorship verdict = verdict_on(sentence);
            if (weight(verdict) <= weight(said.verdict)) {
                continue;
            }
            std::string quote = quote_of(sentence);
            if (!quote.empty()) {
                said = {.verdict = verdict, .quote = std::move(quote)};
            }
        }
    }
    return said;
}

}  // namespace normalise
