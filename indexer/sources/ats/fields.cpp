#include "indexer/sources/ats/fields.hpp"

#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>

namespace sources::ats {

void add_paths(RawPosting& raw, const boost::json::value& record, const Paths paths) {
    for (const auto& [field, path] : paths) {
        raw.add(field, text_at(record, path));
    }
}

void add_place(RawPosting& raw, const StatedPlace& place) {
    const auto country = lower_case_ascii(trimmed(place.country));
    const bool abroad =
        !country.empty() && country != "ca" && country != "can" && country != "canada";
    raw.add(
        Field::location,
        joined(
            {std::string{trimmed(place.city)},
             joined({std::string{trimmed(place.region)}, place.postal_code}, " "),
             abroad ? place.country : std::string{}},
            ", "
        )
    );
    raw.add(Field::country, place.country);
}

namespace {

StatedPlace place_under(const boost::json::value& value, const PlaceKeys& keys) {
    const auto part = [&](const std::string_view key) {
        return key.empty() ? std::string{} : text_under(value, key);
    };
    return {
        .city = part(keys.city),
        .region = part(keys.region),
        .postal_code = part(keys.postal_code),
        .country = part(keys.country)};
}

}  // namespace

void add_places(
    RawPosting& raw,
    const boost::json::value& record,
    const PlaceKeys& of_each,
    const PlaceKeys& of_record
) {
    const auto places = each(member(record, "locations"));
    for (const auto* place : places) {
        add_place(raw, place_under(*place, of_each));
    }
    if (places.empty()) {
        add_place(raw, place_under(record, of_record));
    }
}

void add_remote_flag(RawPosting& raw, const std::string_view flag) {
    if (flag == "true") {
        raw.add(Field::remote, "TELECOMMUTE");
    }
}

void add_description(RawPosting& raw, const std::vector<Section>& sections) {
    std::string text;
    for (const auto& [heading, html] : sections) {
        if (trimmed(html).empty()) {
            continue;
        }
        text += heading.empty() ? "" : "<h3>" + heading + "</h3>\n";
        text += html + "\n";
    }
    raw.add(Field::description, text);
}

std::string origin_of(const std::string_view address) {
    constexpr std::string_view mark{"://"};
    const auto host = address.find(mark);
    if (host == std::string_view::npos) {
        return {};
    }
    return std::string{address.substr(0, address.find_first_of("/?#", host + mark.size()))};
}

std::string words_of(std::string code) {
    std::ranges::replace(code, '_', ' ');
    return code;
}

}  // namespace sources::ats
