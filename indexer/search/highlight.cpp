#include "indexer/search/highlight.hpp"

#include "indexer/search/query_words.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <set>

namespace search {
namespace {

/// Before the first word of a snippet, at most.
constexpr std::size_t lead_bytes_max = 60;

std::vector<std::string> stems(const std::vector<std::string>& words, const auto& stem) {
    std::vector<std::string> result;
    result.reserve(words.size());
    for (const std::string& word : words) {
        result.push_back(stem(word));
    }
    return result;
}

/// A word of a text with what it is compared by; the stems are empty where they were not needed.
struct StemmedWord {
    PlacedWord word;
    std::string english;
    std::string french;
};

}  // namespace

Highlighter::Highlighter(const Clauses& clauses) {
    for (const AskedText& text : query_words(clauses).wanted) {
        for (const AskedWords& asked : text.any_of) {
            std::vector<std::string> words;
            for (const AskedWord& word : asked.words) {
                words.push_back(word.word);
            }
            if (asked.phrase) {
                add(std::move(words), asked.field, Mark::word);
            } else {
                for (const std::string& word : words) {
                    add({word}, asked.field, Mark::word);
                }
            }
            for (const OtherName& other : asked.others) {
                add(other.words, asked.field, Mark::synonym);
            }
        }
    }
}

void Highlighter::add(std::vector<std::string> words, const Field field, const Mark mark) {
    for (const std::string& word : words) {
        first_letters_ += word.front();
    }
    Pattern pattern{
        .words = {},
        .english = stems(words, english_stem),
        .french = stems(words, french_stem),
        .field = field,
        .mark = mark};
    pattern.words = std::move(words);
    patterns_.push_back(std::move(pattern));
}

std::vector<Highlighter::Found> Highlighter::find(
    const std::string& text, const Field field, const Languages languages
) const {
    std::vector<StemmedWord> words;
    for (PlacedWord& word : placed_words(text)) {
        StemmedWord stemmed{.word = std::move(word), .english = {}, .french = {}};
        if (first_letters_.find(stemmed.word.text.front()) != std::string::npos) {
            if (languages != Languages::french) {
                stemmed.english = english_stem(stemmed.word.text);
            }
            if (languages != Languages::english) {
                stemmed.french = french_stem(stemmed.word.text);
            }
        }
        words.push_back(std::move(stemmed));
    }
    const auto stands_at = [&](const Pattern& pattern, const std::size_t at) {
        if (at + pattern.words.size() > words.size()) {
            return false;
        }
        const auto all = [&](const auto& is_same) {
            for (std::size_t index = 0; index < pattern.words.size(); ++index) {
                if (!is_same(words[at + index], index)) {
                    return false;
                }
            }
            return true;
        };
        // The words of an employer's name are found as they are.
        if (pattern.field == Field::employer) {
            return all([&](const StemmedWord& word, const std::size_t index) {
                return word.word.text == pattern.words[index];
            });
        }
        return all([&](const StemmedWord& word, const std::size_t index) {
                   return !word.english.empty() && word.english == pattern.english[index];
               }) ||
               all([&](const StemmedWord& word, const std::size_t index) {
                   return !word.french.empty() && word.french == pattern.french[index];
               });
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 0;
        std::size_t best = 0;
        for (std::size_t index = 0; index < patterns_.size(); ++index) {
            const Pattern& pattern = patterns_[index];
            const bool applies = pattern.field == Field::text || pattern.field == field;
            // A word of the query before a synonym, and more words before fewer.
            const bool better =
                length == 0 || (pattern.mark == Mark::word && patterns_[best].mark != Mark::word) ||
                (pattern.mark == patterns_[best].mark && pattern.words.size() > length);
            if (applies && better && stands_at(pattern, at)) {
                length = pattern.words.size();
                best = index;
            }
        }
        if (length > 0) {
            found.push_back(
                {.begin = words[at].word.begin,
                 .end = words[at + length - 1].word.end,
                 .pattern = best}
            );
        }
        at += std::max<std::size_t>(length, 1);
    }
    return found;
}

Fragments Highlighter::fragments(
    const std::string& text,
    const std::size_t begin,
    const std::size_t end,
    const std::vector<Found>& found
) const {
    Fragments result;
    std::size_t at = begin;
    for (const Found& one : found) {
        if (one.begin < at || one.end > end) {
            continue;
        }
        if (one.begin > at) {
            result.push_back({.text = text.substr(at, one.begin - at), .mark = Mark::none});
        }
        result.push_back(
            {.text = text.substr(one.begin, one.end - one.begin),
             .mark = patterns_[one.pattern].mark}
        );
        at = one.end;
    }
    if (at < end) {
        result.push_back({.text = text.substr(at, end - at), .mark = Mark::none});
    }
    return result;
}

std::optional<Snippet> Highlighter::snippet(const domain::Posting& posting) const {
    const auto languages = posting.text_language == domain::OfficialLanguage::english
                               ? Languages::english
                               : Languages::french;
    struct Best {
        const std::string* text = nullptr;
        TextPart part = TextPart::duties;
        std::vector<Found> found;
        std::size_t first = 0;
        std::size_t patterns = 0;
    } best;
    const auto consider = [&](const std::string& text, const TextPart part) {
        if (best.patterns == patterns_.size()) {
            return;  // Nothing can have more.
        }
        std::vector<Found> found = find(text, Field::text, languages);
        for (std::size_t first = 0; first < found.size(); ++first) {
            std::set<std::size_t> patterns;
            for (std::size_t each = first;
                 each < found.size() &&
                 found[each].end - found[first].begin <= snippet_bytes_max - lead_bytes_max;
                 ++each) {
                patterns.insert(found[each].pattern);
            }
            if (patterns.size() > best.patterns) {
                best = {
                    .text = &text,
                    .part = part,
                    .found = found,
                    .first = first,
                    .patterns = patterns.size()};
            }
        }
    };
    for (const std::string& duty : posting.duties) {
        consider(duty, TextPart::duties);
    }
    for (const std::string& skill : posting.skills) {
        consider(skill, TextPart::skills);
    }
    consider(posting.description, TextPart::description);
    if (best.text == nullptr) {
        return std::nullopt;
    }
    const std::string& text = *best.text;
    // It begins and ends where words do.
    const std::size_t start = best.found[best.first].begin;
    std::size_t begin = start <= lead_bytes_max ? 0 : start;
    std::size_t end = best.found[best.first].end;
    for (const PlacedWord& word : placed_words(text)) {
        if (word.begin < begin && start - word.begin <= lead_bytes_max) {
            begin = word.begin;
        }
        if (word.end <= begin + snippet_bytes_max) {
            end = std::max(end, word.end);
        }
    }
    if (text.size() - begin <= snippet_bytes_max) {
        end = text.size();
    }
    return Snippet{
        .part = best.part,
        .fragments = fragments(text, begin, end, best.found),
        .cut_before = begin > 0,
        .cut_after = end < text.size()};
}

Highlights Highlighter::highlights(const domain::Posting& posting) const {
    const auto whole = [&](const std::string& text, const Field field) {
        return fragments(text, 0, text.size(), find(text, field, Languages::both));
    };
    return {
        .title = whole(posting.title, Field::title),
        .employer = whole(posting.hiring_organization, Field::employer),
        .snippet = snippet(posting)};
}

}  // namespace search
