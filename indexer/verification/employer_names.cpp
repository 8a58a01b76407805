#include "indexer/verification/employer_names.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace verification {
namespace {

/// Names that share a word more frequent than this are not compared for its sake.
constexpr std::uint32_t block_max = 150;
constexpr std::size_t candidates_max = 512;
constexpr std::size_t beginning_letters = 6;
constexpr std::uint32_t names_of_a_common_word = 4;

bool is_number(const std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](const char character) {
        return character >= '0' && character <= '9';
    });
}

/// `12345678 canada`
bool is_numbered_company(const std::string_view key) {
    constexpr std::size_t digits_min = 5;
    const std::size_t end = std::min(key.find(' '), key.size());
    return end >= digits_min && is_number(key.substr(0, end));
}

/// The first letters and digits of a key, whatever the spaces between them.
std::uint32_t beginning_of(const std::string_view key) {
    std::uint32_t hash = 2'166'136'261;
    std::size_t letters = 0;
    for (const char character : key) {
        if (character != ' ' && letters < beginning_letters) {
            hash = (hash ^ static_cast<unsigned char>(character)) * 16'777'619;
            ++letters;
        }
    }
    return hash;
}

bool alike_without_spaces(const std::string_view left, const std::string_view right) {
    std::size_t at = 0;
    for (const char character : left) {
        if (character == ' ') {
            continue;
        }
        at = right.find_first_not_of(' ', at);
        if (at == std::string_view::npos || right[at] != character) {
            return false;
        }
        ++at;
    }
    return right.find_first_not_of(' ', at) == std::string_view::npos;
}

/// Letters added, dropped or changed; `limit` + 1 where there are more than that. Of words of 32
/// letters at most.
int edits(const std::string_view left, const std::string_view right, const int limit) {
    constexpr std::size_t letters_max = 32;
    const std::size_t longer = std::max(left.size(), right.size());
    if (longer > letters_max ||
        longer - std::min(left.size(), right.size()) > static_cast<std::size_t>(limit)) {
        return limit + 1;
    }
    std::array<int, letters_max + 1> row{};
    for (std::size_t column = 0; column <= right.size(); ++column) {
        row.at(column) = static_cast<int>(column);
    }
    for (std::size_t line = 1; line <= left.size(); ++line) {
        int diagonal = row[0];
        int best = row[0] = static_cast<int>(line);
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const int replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
            diagonal = row.at(column);
            row.at(column) = std::min({replaced, diagonal + 1, row.at(column - 1) + 1});
            best = std::min(best, row.at(column));
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return row.at(right.size());
}

/// How far two words that differ mean the same, 0 to 1: `farm` and `farms`, `centre` and `center`.
/// Numbers and short words are spelled as they are.
float word_likeness(std::string_view left, std::string_view right) {
    constexpr std::size_t letters_of_a_plural_min = 4;
    constexpr std::size_t letters_for_one_edit = 5;
    constexpr std::size_t letters_for_two_edits = 9;
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    if (left.empty() || left[0] != right[0] || is_number(left) || is_number(right)) {
        return 0;
    }
    if (left.size() >= letters_of_a_plural_min && right.starts_with(left)) {
        const std::string_view ending = right.substr(left.size());
        if (ending == "s" || ending == "e" || ending == "es") {
            return 0.97F;
        }
    }
    if (right.size() < letters_for_one_edit) {
        return 0;
    }
    const int limit = right.size() < letters_for_two_edits ? 1 : 2;
    const int made = edits(left, right, limit);
    return made > limit ? 0.0F : made == 1 ? 0.92F : 0.85F;
}

}  // namespace

float EmployerNames::weight(const TextTable::Id word) const {
    return word == TextTable::none ? weight_of_unknown_ : weights_[word];
}

void EmployerNames::finish() {
    word_begin_.assign(1, 0);
    for (Id id = 0; id < size(); ++id) {
        const std::string_view key = keys_.at(id);
        const std::size_t first = name_words_.size();
        for (std::size_t begin = 0; begin < key.size();) {
            const std::size_t end = std::min(key.find(' ', begin), key.size());
            const TextTable::Id word = words_.add(key.substr(begin, end - begin));
            const auto of_name = name_words_.begin() + static_cast<std::ptrdiff_t>(first);
            if (std::find(of_name, name_words_.end(), word) == name_words_.end()) {
                name_words_.push_back(word);
            }
            begin = end + 1;
        }
        word_begin_.push_back(static_cast<std::uint32_t>(name_words_.size()));
        by_beginning_.emplace_back(beginning_of(key), id);
    }
    std::sort(by_beginning_.begin(), by_beginning_.end());
    names_with_word_.assign(words_.size(), 0);
    for (const TextTable::Id word : name_words_) {
        ++names_with_word_[word];
    }
    const auto weight_for = [&](const float names) {
        return std::log((static_cast<float>(size()) + 2.0F) / (names + 0.5F));
    };
    weight_of_unknown_ = weight_for(0);
    weights_.clear();
    for (const std::uint32_t names : names_with_word_) {
        weights_.push_back(weight_for(static_cast<float>(names)));
    }
    block_begin_.assign(words_.size() + 1, 0);
    for (std::size_t word = 0; word < words_.size(); ++word) {
        const std::uint32_t names = names_with_word_[word];
        block_begin_[word + 1] = block_begin_[word] + (names <= block_max ? names : 0);
    }
    block_names_.resize(block_begin_.back());
    std::vector<std::uint32_t> next = block_begin_;
    for (Id id = 0; id < size(); ++id) {
        for (std::uint32_t at = word_begin_[id]; at < word_begin_[id + 1]; ++at) {
            const TextTable::Id word = name_words_[at];
            if (names_with_word_[word] <= block_max) {
                block_names_[next[word]++] = id;
            }
        }
    }
}

EmployerNames::Words EmployerNames::words_of(const std::string_view key) const {
    Words words;
    for (std::size_t begin = 0; begin < key.size() && words.count < Words::words_max;) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        const std::string_view text = key.substr(begin, end - begin);
        const TextTable::Id id = words_.find(text);
        begin = end + 1;
        if (std::none_of(words.begin(), words.end(), [&](const Word& one) {
                return one.text == text;
            })) {
            words.words.at(words.count++) = {.text = text, .id = id, .weight = weight(id)};
            words.weight += weight(id);
        }
    }
    return words;
}

EmployerNames::Words EmployerNames::words_of(const Id id) const {
    Words words;
    const std::uint32_t begin = word_begin_[id];
    words.count = std::min<std::size_t>(word_begin_[id + 1] - begin, Words::words_max);
    for (std::size_t at = 0; at < words.count; ++at) {
        const TextTable::Id word = name_words_[begin + at];
        words.words.at(at) = {.text = words_.at(word), .id = word, .weight = weight(word)};
        words.weight += weight(word);
    }
    return words;
}

std::size_t EmployerNames::candidates(
    Words& asked, const std::string_view key, const std::span<Id> found
) const {
    constexpr std::size_t words_tried = 3;
    std::size_t count = 0;
    const auto take = [&](const Id id) {
        if (count < found.size()) {
            found[count++] = id;
        }
    };
    std::sort(asked.begin(), asked.end(), [](const Word& left, const Word& right) {
        return left.weight > right.weight;
    });
    std::size_t tried = 0;
    for (const Word& word : asked) {
        if (word.id == TextTable::none || names_with_word_[word.id] > block_max) {
            continue;
        }
        for (std::uint32_t at = block_begin_[word.id]; at < block_begin_[word.id + 1]; ++at) {
            take(block_names_[at]);
        }
        if (++tried == words_tried) {
            break;
        }
    }
    const std::uint32_t beginning = beginning_of(key);
    auto at =
        std::lower_bound(by_beginning_.begin(), by_beginning_.end(), std::pair{beginning, Id{0}});
    for (; at != by_beginning_.end() && at->first == beginning; ++at) {
        take(at->second);
    }
    std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
    return static_cast<std::size_t>(
        std::unique(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count)) -
        found.begin()
    );
}

/// `Haute-Gaspésie` is not `Gaspésie`: words that tell one place from its neighbour.
bool names_a_part(const std::string_view word) {
    constexpr auto parts = std::to_array<std::string_view>(
        {"haut",
         "haute",
         "bas",
         "basse",
         "nord",
         "sud",
         "est",
         "ouest",
         "north",
         "south",
         "east",
         "west",
         "upper",
         "northern",
         "southern",
         "eastern",
         "western",
         "lower"}
    );
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

/// Twice what is shared over all there is, each word by its weight.
int EmployerNames::score(Words asked, const std::string_view key, const Id id) const {
    constexpr int score_of_other_one_max = 70;
    constexpr int score_without_spaces = 98;
    if (alike_without_spaces(key, keys_.at(id))) {
        return score_without_spaces;
    }
    Words known = words_of(id);
    float shared = 0;
    for (Word& word : asked) {
        for (Word& other : known) {
            if (word.id == other.id && !other.matched) {
                shared += word.weight;
                word.matched = other.matched = true;
                break;
            }
        }
    }
    bool other_one = false;  ///< By a number or a direction that only one of them has.
    const auto sets_apart = [](const Word& word) {
        return !word.matched && (is_number(word.text) || names_a_part(word.text));
    };
    for (Word& word : asked) {
        for (Word& other : known) {
            const float like =
                word.matched || other.matched ? 0.0F : word_likeness(word.text, other.text);
            if (like > 0) {
                shared += like * (word.weight + other.weight) / 2;
                word.matched = other.matched = true;
            }
        }
        other_one = other_one || sets_apart(word);
    }
    for (const Word& other : known) {
        other_one = other_one || sets_apart(other);
    }
    const int percent =
        static_cast<int>(200 * shared / std::max(asked.weight + known.weight, 0.001F));
    return other_one ? std::min(percent, score_of_other_one_max) : std::min(percent, 100);
}

EmployerNames::MostAlike EmployerNames::alike(const std::string_view key, const int score_min)
    const {
    MostAlike best;
    if (key.empty() || is_numbered_company(key)) {
        return best;
    }
    assert(!word_begin_.empty());
    Words asked = words_of(key);
    std::array<Id, candidates_max> found{};
    const std::size_t count = candidates(asked, key, found);
    for (std::size_t at = 0; at < count; ++at) {
        const Alike one{.id = found.at(at), .score = score(asked, key, found.at(at))};
        if (one.score < score_min) {
            continue;
        }
        std::size_t place = best.count < alike_max ? best.count++ : alike_max;
        while (place > 0 && best.names.at(place - 1).score < one.score) {
            if (place < alike_max) {
                best.names.at(place) = best.names.at(place - 1);
            }
            --place;
        }
        if (place < alike_max) {
            best.names.at(place) = one;
        }
    }
    return best;
}

bool EmployerNames::is_common(const std::string_view key) const {
    constexpr std::size_t frequent_one_in = 500;
    if (is_numbered_company(key)) {
        return false;
    }
    const std::size_t frequent = size() / frequent_one_in + names_of_a_common_word;
    Words words = words_of(key);
    if (words.count == 1) {
        const TextTable::Id word = words.words[0].id;
        return word != TextTable::none && names_with_word_[word] >= names_of_a_common_word;
    }
    // Initials beside frequent words are anybody's too: `bd construction`.
    constexpr std::size_t letters_of_initials_max = 2;
    return std::all_of(words.begin(), words.end(), [&](const Word& word) {
        const bool initials = word.text.size() <= letters_of_initials_max && !is_number(word.text);
        return initials || (word.id != TextTable::none && names_with_word_[word.id] >= frequent);
    });
}

}  // namespace verification
