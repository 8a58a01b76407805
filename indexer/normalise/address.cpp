#include "indexer/normalise/address.hpp"

#include "indexer/normalise/fold.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace normalise {
namespace {

constexpr std::size_t city_bytes_max = 60;

using domain::ascii::is_digit;
using domain::ascii::is_lower;

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

std::string_view without_marks(std::string_view text) {
    constexpr std::string_view beside = " ,;:`-.#/";
    const std::size_t begin = text.find_first_not_of(beside);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" ,;:`-#/") - begin + 1);
}

/// `McBride`, `MacTier`, `LaSalle`, `DeBolt`: a capital within a name.
bool is_prefix_of_name(const std::string_view text, const std::size_t at) {
    constexpr auto prefixes =
        std::to_array<std::string_view>({"Mc", "Mac", "La", "Le", "De", "Du"});
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string_view prefix) {
        return text.substr(0, at).ends_with(prefix);
    });
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

constexpr auto street_words = std::to_array<std::string_view>(
    {"street",  "st",        "avenue", "ave",        "av",       "road",  "rd",    "drive",
     "dr",      "boulevard", "blvd",   "lane",       "way",      "court", "crt",   "crescent",
     "cres",    "place",     "pl",     "highway",    "hwy",      "line",  "trail", "terrace",
     "parkway", "square",    "circle", "rue",        "chemin",   "route", "unit",  "suite",
     "floor",   "mall",      "centre", "concession", "sideroad", "north", "south", "east",
     "west",    "n",         "s",      "e",          "w",        "ne",    "nw",    "se",
     "sw",      "nord",      "sud",    "est",        "ouest"}
);

bool is_street_word(const std::string_view word) {
    const std::string folded = fold(word);
    return std::find(street_words.begin(), street_words.end(), folded) != street_words.end();
}

/// The capitalised words at the end, up to a word for a street: of `4 Union Street Upper Minto` the
/// last two.
std::string_view capitalised_end(const std::string_view text) {
    std::size_t begin = text.size();
    for (std::size_t at = text.size(); at-- > 0;) {
        if (!is_word_start(text, at)) {
            continue;
        }
        const std::string_view word = text.substr(at, text.find_first_of(" ,", at) - at);
        if (!is_upper(text, at) || (begin != text.size() && is_street_word(word))) {
            break;
        }
        begin = at;
    }
    return begin == text.size() ? text : text.substr(begin);
}

/// True if more than a city is written: a number, a comma, a crossing.
bool has_street(const std::string_view address) {
    return std::any_of(address.begin(), address.end(), is_digit) ||
           address.find_first_of(",&") != std::string_view::npos ||
           address.find(" and ") != std::string_view::npos;
}

bool says_street(const std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool word = is_word_start(text, at);
        if (word && is_street_word(text.substr(at, text.find_first_of(" ,", at) - at))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string city_of_address(
    std::string_view address, const domain::Province province, const Gazetteer& gazetteer
) {
    address = without_marks(address);
    std::vector<std::size_t> seams;
    for (std::size_t at = 1; at < address.size(); ++at) {
        if (is_seam(address, at)) {
            seams.push_back(at);
        }
    }
    if ((seams.empty() && !has_street(address)) || gazetteer.find(address, province) != nullptr) {
        return std::string{address};
    }
    const auto known = [&](const std::size_t at) {
        return address.size() - at <= city_bytes_max &&
               gazetteer.find(without_marks(address.substr(at)), province) != nullptr;
    };
    for (const std::size_t seam : seams) {
        if (known(seam)) {
            return std::string{without_marks(address.substr(seam))};
        }
    }
    // `dr100 Mile House`: a number glued to a street is a seam only where a known name begins.
    for (std::size_t at = 1; at < address.size(); ++at) {
        if (is_digit(address[at]) && is_lower(address[at - 1]) && known(at)) {
            return std::string{address.substr(at)};
        }
    }
    const std::size_t begin = seams.empty() ? 0 : seams.back();
    const std::string_view after_seam = without_marks(address.substr(begin));
    if (begin > 0 && !has_street(after_seam) && !says_street(after_seam)) {
        return std::string{after_seam};
    }
    for (std::size_t at = begin; at < address.size(); ++at) {
        if (is_word_start(address, at) && known(at)) {
            return std::string{without_marks(address.substr(at))};
        }
    }
    if (begin > 0) {
        return std::string{after_seam};
    }
    const std::size_t comma = address.rfind(',');
    if (comma != std::string_view::npos) {
        return std::string{without_marks(address.substr(comma + 1))};
    }
    return std::string{without_marks(capitalised_end(address))};
}

}  // namespace normalise
