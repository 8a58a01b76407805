#include "indexer/normalise/misspelling.hpp"

#include <algorithm>

namespace normalise {
namespace {

constexpr std::size_t letters_min = 6;
constexpr char lost = '?';

bool is_letter(const char character) { return character >= 'a' && character <= 'z'; }

std::size_t letters_of(const std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_letter));
}

/// Letters that French and the names of Canada write with an accent, folded.
bool may_have_accent(const char letter) {
    constexpr std::string_view with_accent = "aceinou";
    return with_accent.find(letter) != std::string_view::npos;
}

}  // namespace

bool is_one_letter_off(const std::string_view written, const std::string_view name) {
    const std::size_t shorter = std::min(written.size(), name.size());
    if (shorter < letters_min || std::max(written.size(), name.size()) - shorter > 1 ||
        written.front() != name.front() || name.starts_with("saint")) {
        return false;
    }
    const auto differ = std::ranges::mismatch(written, name);
    const std::string_view rest_written{differ.in1, written.end()};
    const std::string_view rest_name{differ.in2, name.end()};
    if (rest_written.empty() && rest_name.empty()) {
        return false;  // The same.
    }
    const bool long_enough = letters_of(written) >= letters_min && letters_of(name) >= letters_min;
    if (written.size() > name.size()) {
        return long_enough && rest_written.substr(1) == rest_name;
    }
    if (written.size() < name.size()) {
        return long_enough && rest_written == rest_name.substr(1);
    }
    const bool exchanged = rest_name.size() > 1 && rest_written[0] == rest_name[1] &&
                           rest_written[1] == rest_name[0] &&
                           rest_written.substr(2) == rest_name.substr(2);
    return long_enough && (exchanged || (letters_of(name) > letters_min &&
                                         rest_written.substr(1) == rest_name.substr(1)));
}

bool is_damaged(const std::string_view folded) {
    const std::size_t at = folded.find(lost);
    return at != std::string_view::npos && letters_of(folded) >= 4;
}

bool is_damage_of(const std::string_view damaged, const std::string_view name) {
    if (damaged.empty() || name.empty()) {
        return damaged.empty() && name.empty();
    }
    if (damaged.front() != lost) {
        return damaged.front() == name.front() && is_damage_of(damaged.substr(1), name.substr(1));
    }
    const std::string_view rest =
        damaged.substr(std::min(damaged.find_first_not_of(lost), damaged.size()));
    return (may_have_accent(name.front()) && is_damage_of(rest, name.substr(1))) ||
           (name.starts_with("oe") && is_damage_of(rest, name.substr(2)));
}

}  // namespace normalise
