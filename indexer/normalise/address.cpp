#include "indexer/normalise/address.hpp"

#include <algorithm>
#include <vector>

namespace normalise {
namespace {

constexpr std::size_t city_bytes_max = 60;

bool is_digit(const char character) { return character >= '0' && character <= '9'; }
bool is_lower(const char character) { return character >= 'a' && character <= 'z'; }

/// An upper-case letter begins here; accented ones (`Édouard`) are two bytes, 0xC3 0x80 to 0x9E.
bool is_upper(const std::string_view text, const std::size_t at) {
    if (at >= text.size()) {
        return false;
    }
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    return (text[at] >= 'A' && text[at] <= 'Z') ||
           (text[at] == '\xC3' && second >= 0x80 && second <= 0x9E);
}

bool is_continuation(const char character) {
    return (static_cast<unsigned char>(character) & 0xC0) == 0x80;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view beside = " ,;:`-.#/";
    const std::size_t begin = text.find_first_not_of(beside);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" ,;:`-#/") - begin + 1);
}

/// `McBride`, `MacTier`, `LaSalle`, `DeWinton`: a capital within a name.
bool is_prefix_of_name(const std::string_view text, const std::size_t at) {
    for (const std::string_view prefix : {"Mc", "Mac", "La", "Le", "De", "Du"}) {
        const std::size_t begin = at - prefix.size();
        if (at >= prefix.size() && text.substr(begin, prefix.size()) == prefix &&
            (begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '-')) {
            return true;
        }
    }
    return false;
}

/// True if a street and a city may have been glued at `at`: `StreetOlds`, `SWCalgary`, `12Surrey`.
bool is_seam(const std::string_view text, const std::size_t at) {
    if (at == 0 || !is_upper(text, at)) {
        return false;
    }
    const char before = text[at - 1];
    if (before == ' ' || before == '-' || before == '\'' || before == '(') {
        return false;
    }
    const std::size_t next =
        at + (is_continuation(text[std::min(at + 1, text.size() - 1)]) ? 2 : 1);
    const bool begins_word = next < text.size() && (is_lower(text[next]) || text[next] == '\xC3');
    const bool after_lower = is_lower(before) || is_continuation(before);
    if (after_lower) {
        return !is_prefix_of_name(text, at);
    }
    return begins_word;  // After a capital, a digit, a bracket or another sign.
}

bool is_word_start(const std::string_view text, const std::size_t at) {
    return at == 0 || text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '.';
}

/// The capitalised words at the end: of `4 Union Street Upper Minto` all three, so a known word for
/// a street ends them.
std::string_view capitalised_end(const std::string_view text) {
    std::size_t begin = text.size();
    for (std::size_t at = text.size(); at-- > 0;) {
        if (!is_word_start(text, at)) {
            continue;
        }
        if (!is_upper(text, at)) {
            break;
        }
        begin = at;
    }
    return begin == text.size() ? text : text.substr(begin);
}

}  // namespace

std::string city_of_address(
    std::string_view address, const domain::Province province, const Gazetteer& gazetteer
) {
    address = trimmed(address);
    std::vector<std::size_t> seams;
    for (std::size_t at = 1; at < address.size(); ++at) {
        if (is_seam(address, at)) {
            seams.push_back(at);
        }
    }
    const bool has_street = !seams.empty() ||
                            std::any_of(address.begin(), address.end(), is_digit) ||
                            address.find(',') != std::string_view::npos;
    if (!has_street || gazetteer.find(address, province) != nullptr) {
        return std::string{address};
    }
    const auto known = [&](const std::size_t at) {
        return address.size() - at <= city_bytes_max &&
               gazetteer.find(trimmed(address.substr(at)), province) != nullptr;
    };
    for (const std::size_t seam : seams) {
        if (known(seam)) {
            return std::string{trimmed(address.substr(seam))};
        }
    }
    const std::size_t begin = seams.empty() ? 0 : seams.back();
    for (std::size_t at = begin; at < address.size(); ++at) {
        if (is_word_start(address, at) && known(at)) {
            return std::string{trimmed(address.substr(at))};
        }
    }
    if (!seams.empty()) {
        return std::string{trimmed(address.substr(begin))};
    }
    const std::size_t comma = address.rfind(',');
    if (comma != std::string_view::npos) {
        return std::string{trimmed(address.substr(comma + 1))};
    }
    return std::string{trimmed(capitalised_end(address))};
}

}  // namespace normalise
