#include "indexer/normalise/place.hpp"

#include "indexer/normalise/address.hpp"
#include "indexer/normalise/fold.hpp"
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

std::string_view trimmed(const std::string_view text) {
    return domain::ascii::trimmed(text, " ,;:-");
}

Place place_of(const domain::GazetteerEntry& entry) {
    return {
        .province = entry.province,
        .city = entry.name,
        .postal_code = "",
        .gazetteer_id = entry.id,
        .coordinates = entry.coordinates,
    };
}

Place place_of(const std::string_view city, const Province province, const Gazetteer& gazetteer) {
    if (const domain::GazetteerEntry* const entry = gazetteer.find(city, province)) {
        return place_of(*entry);
    }
    return {
        .province = province,
        .city = std::string{city},
        .postal_code = "",
        .gazetteer_id = std::nullopt,
        .coordinates = std::nullopt,
    };
}

Place province_alone(const Province province) {
    Place place;
    place.province = province;
    return place;
}

/// Takes off what pages write around a place and is none.
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
         "Hybrid"}
    );
    for (const std::string_view badge : badges) {
        for (std::size_t at = text.find(badge); at != std::string::npos; at = text.find(badge)) {
            text.replace(at, badge.size(), at == 0 ? "" : "\n");
        }
    }
    return text;
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

std::vector<std::string_view> split(const std::string_view text, const std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (const std::string_view part = trimmed(text.substr(begin, end - begin)); !part.empty()) {
            parts.push_back(part);
        }
        begin = end + separator.size();
    }
    return parts;
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
        place = place_of(city, *province, gazetteer);
    }
    place.postal_code = postal_code;
    return place;
}

const domain::GazetteerEntry* known_city(std::string_view name, const Gazetteer& gazetteer) {
    constexpr auto around = std::to_array<std::string_view>(
        {" area",
         " region",
         " north",
         " south",
         " east",
         " west",
         " downtown",
         "downtown ",
         " remote",
         "greater "}
    );
    if (const domain::GazetteerEntry* const entry = gazetteer.find_anywhere(name)) {
        return entry;
    }
    std::string folded = fold(name);
    for (const std::string_view word : around) {
        if (folded.ends_with(word)) {
            folded.erase(folded.size() - word.size());
        } else if (folded.starts_with(word)) {
            folded.erase(0, word.size());
        }
    }
    return gazetteer.find_anywhere(folded);
}

enum class Missing { some, none };

/// The cities of a list, each known by its name alone. `Missing::none` asks that all are known;
/// else more than half must be.
Places known_cities(
    const std::vector<std::string_view>& names, const Gazetteer& gazetteer, const Missing missing
) {
    Places places;
    for (const std::string_view name : names) {
        if (const domain::GazetteerEntry* const entry = known_city(name, gazetteer)) {
            places.push_back(place_of(*entry));
        }
    }
    const bool enough = missing == Missing::none ? places.size() == names.size()
                                                 : 2 * places.size() >= names.size();
    return enough && places.size() <= places_max ? places : Places{};
}

/// Lists without provinces. A comma may also stand before a state or a country, so after one comma
/// both sides must be known; words that can only join places ask less.
Places listed_places(const std::string_view text, const Gazetteer& gazetteer) {
    if (const domain::GazetteerEntry* const entry = known_city(text, gazetteer)) {
        return {place_of(*entry)};
    }
    for (const std::string_view separator :
         {";", " / ", "/", " & ", " and ", " et ", " or ", " ou "}) {
        if (const auto names = split(text, separator); names.size() > 1) {
            return known_cities(names, gazetteer, Missing::some);
        }
    }
    for (const std::string_view separator : {",", "-"}) {
        if (const auto names = split(text, separator); names.size() > 1) {
            return known_cities(names, gazetteer, names.size() > 2 ? Missing::some : Missing::none);
        }
    }
    return {};
}

/// The ways of writing a place, the surest first.
Places understood(const std::string_view text, const Gazetteer& gazetteer) {
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
    // Words alone, `Calgary AB`, must be known: `Northern Saskatchewan` is no city.
    if (auto place = place_of_parts(split(text, " "), gazetteer); place && place->gazetteer_id) {
        return {std::move(*place)};
    }
    if (Places places = listed_places(text, gazetteer); !places.empty()) {
        return places;
    }
    if (const auto province = province_named_in(text)) {
        return {province_alone(*province)};
    }
    return {};
}

domain::Error names_no_place(const std::string_view value) {
    return domain::invalid(
        "", "'" + std::string{value} + "' names no place in Canada that is known"
    );
}

}  // namespace

domain::Result<Places> places_from(const std::string_view location, const Gazetteer& gazetteer) {
    const std::string text = without_badges(clean(location));
    Places places;
    for (const std::string_view line : split(text, "\n")) {
        for (Place& place : understood(line, gazetteer)) {
            if (std::find(places.begin(), places.end(), place) == places.end()) {
                places.push_back(std::move(place));
            }
        }
    }
    if (places.empty()) {
        return names_no_place(location);
    }
    return places;
}

domain::Result<Places> places_from_hint(const std::string_view hint, const Gazetteer& gazetteer) {
    const std::string text = clean(hint);
    const std::size_t close = text.rfind(')');
    const std::size_t dash = text.rfind(" - ", text.rfind('('));
    if (close != std::string::npos && dash != std::string::npos && dash < close) {
        const std::string_view end = std::string_view{text}.substr(dash + 3, close - dash - 2);
        if (auto place = place_in_brackets(end, gazetteer)) {
            return Places{std::move(*place)};
        }
    }
    return places_from(hint, gazetteer);
}

domain::Result<Place> place_from(const StatedPlace& stated, const Gazetteer& gazetteer) {
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
        auto places = places_from(city, gazetteer);
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
