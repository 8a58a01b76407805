#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace normalise {

/// A phrase in folded form, and what it means in a posting.
template <class Value>
struct Meaning {
    std::string_view phrase;
    Value value;
};

/// Whether no word ends between two of these.
inline bool is_letter_or_accented(const char character) {
    return (character >= 'a' && character <= 'z') || (static_cast<unsigned char>(character) & 0x80);
}

/// Where `phrase` stands in the folded text as whole words, at or after `from`, or npos. A letter
/// beside a digit is a boundary: Job Bank glues `16.00` to `hour`.
std::size_t find_phrase(std::string_view folded, std::string_view phrase, std::size_t from = 0);

inline bool says(const std::string_view folded, const std::string_view phrase) {
    return find_phrase(folded, phrase) != std::string_view::npos;
}

template <std::size_t Count>
bool says_any(const std::string_view folded, const std::array<std::string_view, Count>& phrases) {
    for (const std::string_view phrase : phrases) {
        if (says(folded, phrase)) {
            return true;
        }
    }
    return false;
}

/// The meaning of the first phrase of the table, in the order of the table, that the text says.
template <class Value, std::size_t Count>
std::optional<Value> first_meaning(
    const std::string_view folded, const std::array<Meaning<Value>, Count>& table
) {
    for (const auto& [phrase, value] : table) {
        if (says(folded, phrase)) {
            return std::optional<Value>{std::in_place, value};
        }
    }
    return std::nullopt;
}

/// The meaning of the phrase that stands first in the text, at or after `from`; of two that begin
/// together the longer.
template <class Value, std::size_t Count>
std::optional<Value> earliest_meaning(
    const std::string_view folded,
    const std::array<Meaning<Value>, Count>& table,
    const std::size_t from = 0
) {
    const Meaning<Value>* earliest = nullptr;
    std::size_t earliest_at = std::string_view::npos;
    for (const auto& meaning : table) {
        const std::size_t at = find_phrase(folded, meaning.phrase, from);
        const bool longer = earliest != nullptr && at == earliest_at &&
                            meaning.phrase.size() > earliest->phrase.size();
        if (at < earliest_at || (longer && at != std::string_view::npos)) {
            earliest = &meaning;
            earliest_at = at;
        }
    }
    if (earliest == nullptr) {
        return std::nullopt;
    }
    return std::optional<Value>{std::in_place, earliest->value};
}

/// True of the words with which forms say nothing: `Not specified`, `N/A`, `à déterminer`.
bool says_nothing(std::string_view folded);

}  // namespace normalise
