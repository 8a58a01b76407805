#include "indexer/normalise/place.hpp"

#include "indexer/normalise/address.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/known_place.hpp"
#include "indexer/normalise/location_text.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/province.hpp"
#include "indexer/normalise/text.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>

namespace normalise {
namespace {

using domain::Place;
using domain::Province;
using Places = std::vector<Place>;

constexpr std::size_t places_max = 100;

Place province_alone(const Province province) {
    Place place;
    place.province = province;
    return place;
}

/// `, AB` in a text, and where the place goes on after it.
struct ProvinceMark {
    std::size_t comma = 0;
    std::size_t end = 0;  ///< After the code and a postal code, if one follows.
    Province province = Province::ON;
    std::string postal_code;
};

std::optional<ProvinceMark> next_province_mark(const std::string_view text, std::size_t from) {
    for (std::size_t comma = text.find(',', from); comma != std::string_view::npos;
         comma = text.find(',', comma + 1)) {
        const std::size_t begin = text.find_first_not_of(' ', comma + 1);
        if (begin == std::string_view::npos) {
            return std::nullopt;
        }
        const auto province = domain::province_from_code(text.substr(begin, 2));
        const std::size_t end = begin + 2;
        if (!province) {
            continue;
        }
        const std::string_view rest = text.substr(std::min(end, text.size()));
        for (const std::size_t length : {std::size_t{7}, std::size_t{6}}) {
            const std::size_t skipped = rest.starts_with(' ') || rest.starts_with(',') ? 1 : 0;
            const std::string_view code = rest.substr(skipped, length);
            if (code.size() == length && !postal_code_from(code).empty()) {
                return ProvinceMark{
                    comma, end + skipped + length, *province, postal_code_from(code)};
            }
        }
        const bool ends_word = rest.empty() || !(rest[0] >= 'a' && rest[0] <= 'z');
        const bool begins_next =
            rest.size() > 1 && rest[0] >= 'A' && rest[0] <= 'Z' && rest[1] >= 'A' && rest[1] <= 'Z';
        if (ends_word && !begins_next) {
            return ProvinceMark{comma, end, *province, ""};
        }
    }
    return std::nullopt;
}

/// Places of the form `..., AB`, one after the other.
Places marked_places(const std::string_view text, const Gazetteer& gazetteer) {
    Places places;
    std::size_t begin = 0;
    for (auto mark = next_province_mark(text, 0); mark && places.size() < places_max;
         mark = next_province_mark(text, mark->end)) {
        const std::string_view address = trimmed(text.substr(begin, mark->comma - begin));
        const std::string city = city_of_address(address, mark->province, gazetteer);
        Place place = place_of(city, mark->province, gazetteer);
        place.postal_code = mark->postal_code;
        places.push_back(std::move(place));
        begin = mark->end;
    }
    return places;
}

/// `City (BC)`, `City (Colombie-Britannique)`.
std::optional<Place> place_in_brackets(const std::string_view text, const Gazetteer& gazetteer) {
    const std::size_t open = text.rfind('(');
    const std::size_t close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return std::nullopt;
    }
    const auto province = province_from(text.substr(open + 1, close - open - 1));
    if (!province) {
        return std::nullopt;
    }
    return place_of(trimmed(text.substr(0, open)), *province, gazetteer);
}

/// `Toronto, Ontario, Canada`, `Hamilton-Ontario-Canada`, `Ontario`: parts whose last is a
/// province, once the country is taken off.
std::optional<Place> place_of_parts(
    std::vector<std::string_view> parts, const Gazetteer& gazetteer
) {
    while (parts.size() > 1 && is_canada(parts.back())) {
        parts.pop_back();
    }
    std::string postal_code;
    if (parts.size() > 1 && !postal_code_from(parts.back()).empty()) {
        postal_code = postal_code_from(parts.back());
        parts.pop_back();
    }
    if (parts.empty()) {
        return std::nullopt;
    }
    const auto province = province_from(parts.back());
    if (!province) {
        return std::nullopt;
    }
    Place place = province_alone(*province);
    if (parts.size() > 1) {
        const std::string city = city_of_address(parts[parts.size() - 2], *province, gazetteer);
        // `Parry Sound, Sarnia, Prescott, Québec` ends in a city that is called like its province.
        if (parts.size() > 2 && gazetteer.find(parts.back(), *province) != nullptr &&
            gazetteer.find(city, *province) == nullptr &&
            gazetteer.find_anywhere(city) != nullptr) {
            return std::nullopt;
        }
        place = place_of(city, *province, gazetteer);
    }
    place.postal_code = postal_code;
    return place;
}

/// `ON - Toronto`, `British Columbia Vancouver`: the province first. The city must be known there.
std::optional<Place> place_after_province(
    const std::string_view text, const std::string_view separator, const Gazetteer& gazetteer
) {
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, at + 1)) {
        const std::string_view city = trimmed(text.substr(at + separator.size()));
        const auto province = province_from(trimmed(text.substr(0, at)));
        if (province && gazetteer.find(city, *province) != nullptr) {
            return place_of(city, *province, gazetteer);
        }
    }
    return std::nullopt;
}

/// The ways of writing a place with its province, the surest first.
Places with_province(const std::string_view text, const Gazetteer& gazetteer) {
    if (Places places = marked_places(text, gazetteer); !places.empty()) {
        return places;
    }
    if (auto place = place_in_brackets(text, gazetteer)) {
        return {std::move(*place)};
    }
    for (const std::string_view separator : {",", "-"}) {
        if (auto place = place_of_parts(split(text, separator), gazetteer)) {
            return {std::move(*place)};
        }
    }
    for (const std::string_view separator : {" - ", "-", " "}) {
        if (auto place = place_after_province(text, separator, gazetteer)) {
            return {std::move(*place)};
        }
    }
    // Words alone, `Calgary AB`, must be known: `Northern Saskatchewan` is no city.
    if (auto place = place_of_parts(split(text, " "), gazetteer); place && place->gazetteer_id) {
        return {std::move(*place)};
    }
    return {};
}

Places understood(
    const std::string_view stated, const Gazetteer& gazetteer, SaidElsewhere elsewhere
) {
    // A place may have the country's name: `Canada Creek`.
    if (Places places = marked_places(stated, gazetteer); !places.empty()) {
        return places;
    }
    for (const BehindCountry behind : {BehindCountry::mark, BehindCountry::word}) {
        const auto [text, in_canada] = without_country(stated, behind);
        elsewhere.in_canada = elsewhere.in_canada || in_canada;
        if (Places places = with_province(text, gazetteer); !places.empty()) {
            return places;
        }
        if (Places places = listed_places(text, gazetteer, elsewhere); !places.empty()) {
            return places;
        }
    }
    if (const auto province = province_named_in(stated)) {
        return {province_alone(*province)};
    }
    return {};
}

/// One line of a location. Between semicolons each place is written in a way of its own; unless
/// half of them can be read, who knows what they are.
Places understood_line(
    const std::string_view line, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    const auto pieces = split(line, ";");
    if (pieces.size() < 2) {
        return understood(line, gazetteer, elsewhere);
    }
    Places places;
    std::size_t read = 0;
    for (const std::string_view piece : pieces) {
        Places found = understood(piece, gazetteer, elsewhere);
        read += found.empty() ? 0 : 1;
        places.insert(places.end(), found.begin(), found.end());
    }
    return 2 * read >= pieces.size() && places.size() <= places_max ? places : Places{};
}

domain::Error names_no_place(const std::string_view value) {
    return domain::invalid(
        "", "'" + std::string{value} + "' names no place in Canada that is known"
    );
}

}  // namespace

domain::Result<Places> places_from(
    const std::string_view location, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    const std::string text = without_badges(clean(location));
    Places places;
    for (const std::string_view line : split(text, "\n")) {
        for (Place& place : understood_line(line, gazetteer, elsewhere)) {
            if (std::find(places.begin(), places.end(), place) == places.end()) {
                places.push_back(std::move(place));
            }
        }
    }
    if (places.empty()) {
        return names_no_place(beside_badges(clean(location)));
    }
    return places;
}

domain::Result<Places> places_from_hint(
    const std::string_view hint, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    const std::string text = clean(hint);
    const std::size_t close = text.rfind(')');
    const std::size_t dash = text.rfind(" - ", text.rfind('('));
    if (close != std::string::npos && dash != std::string::npos && dash < close) {
        const std::string_view end = std::string_view{text}.substr(dash + 3, close - dash - 2);
        if (auto place = place_in_brackets(end, gazetteer)) {
            return Places{std::move(*place)};
        }
    }
    return places_from(hint, gazetteer, elsewhere);
}

domain::Result<Place> place_from(
    const StatedPlace& stated, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    const std::string city = clean(stated.city);
    const std::string postal_code = postal_code_from(stated.postal_code);
    auto province = province_from(stated.province);
    if (!province && !says_nothing(fold(stated.province))) {
        return names_no_place(stated.province);
    }
    if (!province) {
        province = province_of_postal_code(postal_code);
    }
    // The field for the city may hold the province too: `Vancouver, BC`.
    if (!province || city.find(',') != std::string::npos) {
        auto places = places_from(city, gazetteer, elsewhere);
        if (places && (!province || places->front().province == *province)) {
            places->front().postal_code = postal_code;
            return std::move(places->front());
        }
    }
    if (!province) {
        return names_no_place(city);
    }
    // `Quebec` beside `QC` is the city; `Ontario` beside `ON` is the province said twice.
    const bool is_city = gazetteer.find(city, *province) != nullptr ||
                         (!says_nothing(fold(city)) && province_from(city) != province);
    Place place = is_city ? place_of(city, *province, gazetteer) : province_alone(*province);
    place.postal_code = postal_code;
    return place;
}

bool is_heading(const std::string_view hint) {
    const std::string folded = fold(hint);
    return folded.ends_with("job posting") || folded.ends_with("offre d'emploi");
}

Place place_of_source(const std::string_view location, const Province province) {
    constexpr std::size_t name_bytes_max = 60;
    constexpr auto no_names = std::to_array<std::string_view>(
        {"various",
         "multiple",
         "several",
         "locations",
         "remote",
         "virtual",
         "unknown",
         "other",
         "all",
         "divers",
         "plusieurs",
         "teletravail",
         "canada",
         "province"}
    );
    Place place = province_alone(province);
    const std::string name{trimmed(location)};
    const std::string folded = fold(name);
    const bool is_name = !says_nothing(folded) && !is_heading(name) &&
                         name.size() <= name_bytes_max &&
                         name.find_first_of("0123456789,;:/@()\n") == std::string::npos &&
                         !says_any(folded, no_names);
    place.city = is_name ? name : "";
    return place;
}

bool says_remote(const std::string_view location) {
    constexpr auto phrases = std::to_array<std::string_view>(
        {"remote work available",
         "virtual job",
         "work from home",
         "teletravail",
         "emploi virtuel",
         "travail a distance"}
    );
    return says_any(fold(location), phrases);
}

}  // namespace normalise
