#include "indexer/coding/title_words.hpp"

#include "indexer/normalise/fold.hpp"

#include <algorithm>
#include <array>
#include <lexicon_text.hpp>
#include <unordered_map>
#include <utility>

namespace coding {
namespace {

using Lexicon = std::unordered_map<std::string, std::vector<std::string>>;

constexpr auto empty_words =
    std::to_array<std::string_view>({"a",  "an", "and", "au", "aux", "d",  "de", "des", "du",  "en",
                                     "et", "f",  "for", "h",  "in",  "l",  "la", "le",  "les", "m",
                                     "of", "or", "ou",  "s",  "the", "to", "un", "une", "with"});
static_assert(std::ranges::is_sorted(empty_words));

/// What inclusive writing puts behind a masculine word: `agent(e)`, `technicien.ne`.
constexpr auto feminine_endings = std::to_array<std::string_view>(
    {"e",
     "ere",
     "es",
     "euse",
     "ienne",
     "iere",
     "le",
     "ne",
     "nes",
     "rice",
     "s",
     "se",
     "te",
     "trice",
     "ve"}
);
static_assert(std::ranges::is_sorted(feminine_endings));

/// Feminine ending of a noun and the masculine one, the longest first.
constexpr auto masculine_of = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"trice", "teur"},
     {"ienne", "ien"},
     {"euse", "eur"},
     {"iere", "ier"},
     {"ante", "ant"},
     {"ente", "ent"},
     {"ere", "er"},
     {"ee", "e"}}
);

/// How far somebody is in an occupation, not which one it is: without them 76 of 80 labelled titles
/// are what the index says of the rest. Without the numbers of its steps, 20 of 23 are.
constexpr auto level_words = std::to_array<std::string_view>(
    {"experienced",
     "experimente",
     "general",
     "i",
     "ii",
     "iii",
     "intermediaire",
     "intermediate",
     "iv",
     "junior",
     "senior"}
);
static_assert(std::ranges::is_sorted(level_words));

/// What an offer says of itself, not of the occupation.
constexpr auto offer_words = std::to_array<std::string_view>(
    {"anticipatory", "bilingual",  "bilingue",  "casual",      "contract", "full",    "hiring",
     "immediate",    "inventory",  "needed",    "occasionnel", "part",     "partiel", "permanent",
     "plein",        "position",   "pt",        "saisonnier",  "seasonal", "student", "summer",
     "temp",         "temporaire", "temporary", "time",        "wanted"}
);
static_assert(std::ranges::is_sorted(offer_words));

bool is_letter(const char character) {
    return (character >= 'a' && character <= 'z') || character == '+' || character == '#';
}

std::string masculine(std::string word) {
    for (const auto& [feminine, ending] : masculine_of) {
        if (word.size() > feminine.size() + 2 && word.ends_with(feminine)) {
            word.replace(word.size() - feminine.size(), feminine.size(), ending);
            return word;
        }
    }
    return word;
}

/// Leaves out `(e)`, `(ne)` and their like.
std::string without_bracketed_endings(const std::string_view folded) {
    std::string text;
    text.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (folded[at] == '(') {
            const std::size_t close = folded.find(')', at);
            const bool closed = close != std::string_view::npos;
            const auto inside = closed ? folded.substr(at + 1, close - at - 1) : std::string_view{};
            if (std::ranges::binary_search(feminine_endings, inside)) {
                at = close;
                continue;
            }
        }
        text += folded[at];
    }
    return text;
}

/// Folded, and spelt as the official titles are.
std::string folded_title(const std::string_view title) {
    constexpr auto spellings = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"co-ordin", "coordin"}, {"superintendant", "superintendent"}}
    );
    std::string text = without_bracketed_endings(normalise::fold(title));
    for (const auto& [written, official] : spellings) {
        for (std::size_t at = text.find(written); at != std::string::npos;
             at = text.find(written, at)) {
            text.replace(at, written.size(), official);
        }
    }
    return text;
}

std::vector<std::string> all_words(const std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_letter(text[end])) {
            ++end;
        }
        if (end > begin) {
            words.push_back(masculine(std::string{text.substr(begin, end - begin)}));
        }
        begin = end + 1;
    }
    return words;
}

std::vector<std::string> telling_words(const std::string_view text) {
    std::vector<std::string> words = all_words(text);
    std::vector<std::string> telling;
    std::copy_if(
        words.begin(),
        words.end(),
        std::back_inserter(telling),
        [](const std::string& word) {
            return !std::ranges::binary_search(empty_words, std::string_view{word});
        }
    );
    return telling.empty() ? words : telling;
}

std::string singular(std::string word) {
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
        word.pop_back();
    }
    return word;
}

std::string without_brackets(const std::string_view title) {
    std::string text;
    for (std::size_t begin = 0; begin < title.size();) {
        const std::size_t open = std::min(title.find('(', begin), title.size());
        text.append(title.substr(begin, open - begin));
        const std::size_t close = title.find(')', open);
        begin = close == std::string_view::npos ? title.size() : close + 1;
    }
    return text;
}

/// What stands between the parts of a title.
constexpr auto part_marks = std::to_array<std::string_view>({" - ", " \u2013 ", " \u2014 ", ":"});

bool speaks_to_the_reader(const std::string_view part) {
    constexpr auto words = std::to_array<std::string_view>(
        {"nos", "notre", "nous", "our", "votre", "vos", "vous", "we", "you", "your"}
    );
    return std::ranges::any_of(all_words(normalise::fold(part)), [&](const std::string& word) {
        return std::ranges::find(words, std::string_view{word}) != words.end();
    });
}

std::string_view before_mark(std::string_view title) {
    for (const std::string_view mark : part_marks) {
        title = title.substr(0, title.find(mark));
    }
    return title;
}

Lexicon read_lexicon(std::string_view text) {
    Lexicon lexicon;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos) {
            std::vector<std::string>& english =
                lexicon[singular(masculine(std::string{line.substr(0, tab)}))];
            english.clear();
            for (std::string& word : all_words(line.substr(tab + 1))) {
                english.push_back(singular(std::move(word)));
            }
        }
    }
    return lexicon;
}

std::size_t end_of_head(const std::string_view folded) {
    return std::min(folded.find_first_of("-/,(|:"), folded.size());
}

}  // namespace

std::vector<std::string> title_words(const std::string_view title) {
    return telling_words(folded_title(title));
}

std::vector<std::string> singular_words(const std::string_view title) {
    std::vector<std::string> words = title_words(title);
    std::transform(words.begin(), words.end(), words.begin(), singular);
    return words;
}

std::vector<std::string> head_words(const std::string_view title) {
    const std::string text = folded_title(title);
    return telling_words(std::string_view{text}.substr(0, end_of_head(text)));
}

bool is_level_word(const std::string_view word) {
    return std::ranges::binary_search(level_words, word);
}

bool is_offer_word(const std::string_view word) {
    return is_level_word(word) || std::ranges::binary_search(offer_words, word);
}

std::vector<std::string> title_parts(const std::string_view title) {
    const std::string bare = without_brackets(title);
    std::vector<std::string> parts;
    for (const std::string_view part :
         {std::string_view{bare}, before_mark(title), before_mark(bare)}) {
        if (part.size() < title.size() && std::ranges::find(parts, part) == parts.end()) {
            parts.emplace_back(part);
        }
    }
    return parts;
}

std::string_view without_slogan(const std::string_view title) {
    for (const std::string_view mark : part_marks) {
        const std::size_t at = title.find(mark);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::string_view before = title.substr(0, at);
        const std::string_view behind = title.substr(at + mark.size());
        if (speaks_to_the_reader(before) != speaks_to_the_reader(behind)) {
            return speaks_to_the_reader(before) ? behind : before;
        }
    }
    return title;
}

std::string spaced(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text.append(word) += ' ';
    }
    return text;
}

std::vector<std::string> concepts(const std::vector<std::string>& words) {
    static const Lexicon lexicon = read_lexicon(lexicon_text::lexicon.text);
    std::vector<std::string> result;
    result.reserve(words.size());
    for (const std::string& word : words) {
        const std::string one = singular(word);
        if (const auto known = lexicon.find(one); known != lexicon.end()) {
            result.insert(result.end(), known->second.begin(), known->second.end());
        } else {
            result.push_back(one);
        }
    }
    return result;
}

std::vector<std::string> gendered_forms(const std::string_view index_title) {
    const std::size_t dash = std::min(index_title.find(" - "), index_title.size());
    const std::string_view head = index_title.substr(0, dash);
    const std::string_view tail = index_title.substr(dash);
    const std::size_t slash = head.find('/');
    if (slash == std::string_view::npos) {
        return {std::string{index_title}};
    }
    const std::string_view masculine_head = head.substr(0, slash);
    const std::string_view feminine_head = head.substr(slash + 1);
    // The feminine half goes on with the words that both have in common.
    std::size_t common = 0;
    for (auto spaces = std::count(masculine_head.begin(), masculine_head.end(), ' '); spaces >= 0;
         --spaces) {
        common = std::min(feminine_head.find(' ', common), feminine_head.size());
        common += common < feminine_head.size() && spaces > 0 ? 1 : 0;
    }
    std::string first{masculine_head};
    first.append(feminine_head.substr(common)).append(tail);
    return {std::move(first), std::string{feminine_head}.append(tail)};
}

}  // namespace coding
