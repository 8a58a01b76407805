#include "indexer/normalise/location_text.hpp"

#include "indexer/normalise/fold.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace normalise {
namespace {

constexpr std::string_view marks = " ,;:-";

/// `Toronto ON + 3 more` without the number of the places that are not told.
std::string without_others(std::string text) {
    constexpr std::string_view more = " more";
    const std::size_t plus = text.rfind(" + ");
    const std::size_t digits = plus == std::string::npos ? plus : plus + 3;
    if (plus != std::string::npos && text.ends_with(more) &&
        text.find_first_not_of("0123456789", digits) == text.size() - more.size()) {
        text.erase(plus);
    }
    return text;
}

std::string with_plain_dashes(std::string text) {
    for (const std::string_view dash : {" \u2013 ", " \u2014 "}) {
        for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash)) {
            text.replace(at, dash.size(), " - ");
        }
    }
    return text;
}

/// Words after which a country is part of a name, or one of several places.
bool ends_joining(const std::string_view text) {
    constexpr auto joining = std::to_array<std::string_view>(
        {" of", " du", " de", " in", " or", " ou", " and", " et", " within", " au", "&", "/", "|"}
    );
    const std::string folded = " " + fold(text);
    return std::ranges::any_of(joining, [&](const std::string_view word) {
        return folded.ends_with(word);
    });
}

bool is_separated(const std::string_view rest, const BehindCountry behind) {
    const std::size_t at = rest.find_first_not_of(' ');
    if (at == std::string_view::npos) {
        return false;
    }
    return rest[at] == '-' || rest[at] == ',' || (behind == BehindCountry::word && at > 0);
}

}  // namespace

std::string without_badges(std::string text) {
    constexpr auto badges = std::to_array<std::string_view>(
        {"Remote work available",
         "Work from home",
         "Virtual job based in",
         "Virtual job",
         "Various locations",
         "Various Locations",
         "- Other locations",
         "Télétravail disponible",
         "Travail à distance",
         "Emploi virtuel basé à",
         "Emploi virtuel",
         "Lieux variés",
         "Divers emplacements",
         "(Hybrid)",
         "(Remote)",
         "Hybrid"}
    );
    text = without_others(with_plain_dashes(std::move(text)));
    for (const std::string_view badge : badges) {
        for (std::size_t at = text.find(badge); at != std::string::npos; at = text.find(badge)) {
            text.replace(at, badge.size(), at == 0 ? "" : "\n");
        }
    }
    return text;
}

std::string beside_badges(const std::string& text) {
    constexpr std::string_view marks_and_breaks = " \n,;:-";
    const std::string beside = without_badges(text);
    const std::string_view words = domain::ascii::trimmed(beside, marks_and_breaks);
    return words.empty() ? text : std::string{words};
}

WithoutCountry without_country(std::string_view text, const BehindCountry behind) {
    bool in_canada = false;
    for (const std::string_view country : {"Canada", "CANADA", "CAN"}) {
        if (text.starts_with(country) && is_separated(text.substr(country.size()), behind)) {
            text = domain::ascii::trimmed(text.substr(country.size()), marks);
            in_canada = true;
        }
        if (text.size() <= country.size() || !text.ends_with(country)) {
            continue;
        }
        const std::string_view before = text.substr(0, text.size() - country.size());
        if (marks.find(before.back()) != std::string_view::npos && !ends_joining(before)) {
            text = domain::ascii::trimmed(before, marks);
            in_canada = true;
        }
    }
    return {.text = text, .in_canada = in_canada};
}

}  // namespace normalise
