#include "indexer/normalise/known_place.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/regions.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>

namespace normalise {
namespace {

using domain::Place;
using domain::Province;
using Places = std::vector<Place>;

constexpr std::size_t places_max = 100;

Place place_of(const domain::GazetteerEntry& entry) {
    return {
        .province = entry.province,
        .city = entry.name,
        .postal_code = "",
        .gazetteer_id = entry.id,
        .coordinates = entry.coordinates,
    };
}

Place named_place(const std::string_view city, const Province province) {
    return {
        .province = province,
        .city = std::string{city},
        .postal_code = "",
        .gazetteer_id = std::nullopt,
        .coordinates = std::nullopt,
    };
}

/// Keeps the name as stated.
Place misspelt_place(const std::string_view name, const domain::GazetteerEntry& meant) {
    Place place = place_of(meant);
    place.city = name;
    return place;
}

Place area_place(const std::string_view name, const NamedArea& area, const Gazetteer& gazetteer) {
    if (area.kind == NamedArea::Kind::part) {
        return place_of(area.city, area.province, gazetteer);
    }
    Place place = named_place("", area.province);
    (area.kind == NamedArea::Kind::city ? place.city : place.region) = name;
    return place;
}

bool lies_in(const std::string_view name, const Province province, const Gazetteer& gazetteer) {
    const auto provinces = gazetteer.provinces_of(name);
    return std::ranges::find(provinces, province) != provinces.end();
}

/// The city of this name in the province known from elsewhere, else the one that is far larger than
/// any other.
const domain::GazetteerEntry* find_entry(
    const std::string_view name, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    return elsewhere.province && lies_in(name, *elsewhere.province, gazetteer)
               ? gazetteer.find(name, *elsewhere.province)
               : gazetteer.find_anywhere(name);
}

/// `Toronto area`, `Downtown Toronto`.
const domain::GazetteerEntry* find_around(
    const std::string_view name, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    constexpr auto around = std::to_array<std::string_view>(
        {" area",
         " region",
         " north",
         " south",
         " east",
         " west",
         " metro",
         " downtown",
         "downtown ",
         " remote",
         "greater "}
    );
    std::string folded = fold(name);
    for (const std::string_view word : around) {
        if (folded.ends_with(word)) {
            folded.erase(folded.size() - word.size());
        } else if (folded.starts_with(word)) {
            folded.erase(0, word.size());
        }
    }
    return find_entry(folded, gazetteer, elsewhere);
}

/// `Sacré-C?ur-Saguenay` with its letters, where a city's name in it tells them.
std::string mended(
    const std::string_view name, const Gazetteer& gazetteer, const Province province
) {
    for (std::size_t hyphen = name.rfind('-'); hyphen != std::string_view::npos && hyphen > 0;
         hyphen = name.rfind('-', hyphen - 1)) {
        if (const auto* const entry = gazetteer.find_damaged(name.substr(0, hyphen), province)) {
            return entry->name + std::string{name.substr(hyphen)};
        }
    }
    return std::string{name};
}

/// What is sure only of a name that lies in Canada.
std::optional<Place> place_in_canada(
    const std::string_view name, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    if (const auto* const entry = gazetteer.find_damaged(name, elsewhere.province)) {
        return place_of(*entry);
    }
    // Two places of one name in one province; a list of cities alone has not every hamlet.
    if (const auto provinces = gazetteer.provinces_of(name);
        provinces.size() == 1 && gazetteer.find(name, provinces.front()) != nullptr) {
        return named_place(name, provinces.front());
    }
    if (const auto province = province_of_ending(name)) {
        return named_place(mended(name, gazetteer, *province), *province);
    }
    if (const auto* const meant = gazetteer.find_misspelt(name, std::nullopt)) {
        return misspelt_place(name, *meant);
    }
    const auto meant = gazetteer.provinces_of(name).empty() ? city_misspelt(name) : std::nullopt;
    return meant ? std::optional{area_place(name, *meant, gazetteer)} : std::nullopt;
}

/// How many names of a list may be unknown.
enum class Missing : std::uint8_t {
    none,
    half,
    /// All but one, where Canada is stated and those that are known lie in one province.
    most_in_one_province,
};

/// The province in which nearly all names of a list lie that only one province has.
std::optional<Province> province_of_most(
    const std::vector<std::string_view>& names, const Gazetteer& gazetteer
) {
    std::array<std::size_t, domain::province_codes.size()> counts{};
    std::size_t sure = 0;
    for (const std::string_view name : names) {
        if (const auto provinces = gazetteer.provinces_of(name); provinces.size() == 1) {
            ++counts.at(static_cast<std::size_t>(provinces.front()));
            ++sure;
        }
    }
    const auto most = std::ranges::max_element(counts);
    return *most >= 2 && 4 * *most >= 3 * sure
               ? std::optional{static_cast<Province>(most - counts.begin())}
               : std::nullopt;
}

bool is_abroad(const std::string_view name) {
    const auto area = area_named(name);
    return area && area->kind == NamedArea::Kind::abroad;
}

bool in_one_province(const Places& places) {
    return !places.empty() && std::ranges::all_of(places, [&](const Place& place) {
        return place.province == places.front().province;
    });
}

Places places_of_names(
    const std::vector<std::string_view>& names,
    const Gazetteer& gazetteer,
    const SaidElsewhere& elsewhere
) {
    Places places;
    for (const std::string_view name : names) {
        if (auto place = known_place(name, gazetteer, elsewhere)) {
            places.push_back(std::move(*place));
        }
    }
    return places;
}

Places known_places(
    const std::vector<std::string_view>& names,
    const Gazetteer& gazetteer,
    SaidElsewhere elsewhere,
    const Missing missing
) {
    const bool open = elsewhere.in_canada && !elsewhere.province;
    if (open && names.size() > 2) {
        elsewhere.province = province_of_most(names, gazetteer);
    }
    Places places = places_of_names(names, gazetteer, elsewhere);
    const bool one_province = in_one_province(places);
    if (open && one_province && !elsewhere.province) {
        elsewhere.province = places.front().province;
        places = places_of_names(names, gazetteer, elsewhere);
    }
    // The first is where the work is: rather a city than the region around it.
    std::stable_partition(places.begin(), places.end(), [](const Place& place) {
        return !place.city.empty();
    });
    const bool enough = missing == Missing::none ? places.size() == names.size()
                        : missing == Missing::half
                            ? 2 * places.size() >= names.size()
                            : one_province && std::ranges::none_of(names, is_abroad);
    return enough && places.size() <= places_max ? places : Places{};
}

/// Parts of a list that say how the work is done and not where.
std::vector<std::string_view> without_modes(std::vector<std::string_view> names) {
    std::erase_if(names, [](const std::string_view name) {
        const std::string folded = fold(name);
        return folded == "remote" || folded == "hybrid" || folded == "virtual" ||
               folded == "teletravail" || folded == "hybride";
    });
    return names;
}

}  // namespace

std::string_view trimmed(const std::string_view text) {
    return domain::ascii::trimmed(text, " ,;:-");
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

Place place_of(const std::string_view city, const Province province, const Gazetteer& gazetteer) {
    if (const auto* const entry = gazetteer.find(city, province)) {
        return place_of(*entry);
    }
    const auto area = area_named(city);
    if (area && area->kind != NamedArea::Kind::abroad && area->province == province) {
        return area_place(city, *area, gazetteer);
    }
    if (const auto* const entry = gazetteer.find_damaged(city, province)) {
        return place_of(*entry);
    }
    const std::string bare = without_municipal_words(city);
    if (const auto* const entry = bare.empty() ? nullptr : gazetteer.find(bare, province)) {
        return place_of(*entry);
    }
    const auto* const meant = gazetteer.find_misspelt(city, province);
    return meant == nullptr ? named_place(city, province) : misspelt_place(city, *meant);
}

std::optional<Place> known_place(
    const std::string_view name, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    if (const auto* const entry = find_entry(name, gazetteer, elsewhere)) {
        return place_of(*entry);
    }
    if (elsewhere.province && lies_in(name, *elsewhere.province, gazetteer)) {
        return named_place(name, *elsewhere.province);
    }
    const auto area = area_named(name);
    if (area && area->kind == NamedArea::Kind::abroad) {
        return std::nullopt;
    }
    if (area) {
        const bool sure =
            !area->in_canada || elsewhere.in_canada || area->province == elsewhere.province;
        return sure ? std::optional{area_place(name, *area, gazetteer)} : std::nullopt;
    }
    const std::string bare = without_municipal_words(name);
    if (const auto* const entry = bare.empty() ? nullptr : find_entry(bare, gazetteer, elsewhere)) {
        return place_of(*entry);
    }
    if (const auto* const entry = find_around(name, gazetteer, elsewhere)) {
        return place_of(*entry);
    }
    return elsewhere.in_canada ? place_in_canada(name, gazetteer, elsewhere) : std::nullopt;
}

Places listed_places(
    const std::string_view text, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    if (auto place = known_place(text, gazetteer, elsewhere)) {
        return {std::move(*place)};
    }
    for (const std::string_view separator :
         {";", " / ", "/", " & ", " and ", " et ", " or ", " ou "}) {
        if (const auto names = split(text, separator); names.size() > 1) {
            return known_places(names, gazetteer, elsewhere, Missing::half);
        }
    }
    for (const std::string_view separator : {",", " - ", "-"}) {
        const auto names = without_modes(split(text, separator));
        if (names.empty() || (names.size() == 1 && names.front() == text)) {
            continue;
        }
        const Missing missing = names.size() > 2 ? Missing::half : Missing::none;
        Places places = known_places(names, gazetteer, elsewhere, missing);
        if (places.empty() && elsewhere.in_canada && separator != "-") {
            places = known_places(names, gazetteer, elsewhere, Missing::most_in_one_province);
        }
        if (!places.empty()) {
            return places;
        }
    }
    return {};
}

}  // namespace normalise
