// Places: GeoNames' populated places, the economic region of a city, postal codes, communities of
// pilots.

#include "indexer/reference_data/kinds.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>

namespace reference_data {
namespace {

using enum Presence;

/// GeoNames offers files of all the world, and of rivers and bridges.
class PopulatedPlacesOfCanada {
public:
    explicit PopulatedPlacesOfCanada(const Header& header)
        : country_{header.column({"country_code"}).value()},
          feature_class_{header.column({"feature_class"}).value()} {}

    std::optional<std::string> operator()(const Row& row) const {
        if (row.cells.size() <= std::max(country_, feature_class_)) {
            return std::nullopt;  // Refused for the number of its columns.
        }
        if (sources::trimmed(row.cells[country_]) != "CA") {
            return "outside of Canada";
        }
        if (sources::trimmed(row.cells[feature_class_]) != "P") {
            return "no populated place";
        }
        return std::nullopt;
    }

private:
    std::size_t country_;
    std::size_t feature_class_;
};

}  // namespace

std::vector<Layout> place_layouts() {
    const std::vector<std::string_view> others{"alternatenames"};
    return {
        {.list = "places",
         .fields =
             {{"geoname_id", {"geonameid"}, whole_number},
              {"name", {"name"}, text},
              {"ascii_name", {"asciiname"}, text},
              {"alternate_names", others, text, may_be_empty},
              {"other_names", others, names_in_our_letters, may_be_empty, "", "{}"},
              {"province", {"admin1_code"}, geonames_province},
              {"latitude", {"latitude"}, latitude},
              {"longitude", {"longitude"}, longitude},
              {"feature_code", {"feature_code"}, text, may_be_empty},
              {"population", {"population"}, whole_number, may_be_empty, "", "0"}},
         .rest = Rest{.column = "details"},
         .key = {"geoname_id"},
         .told_by = "feature_class",
         .prepare = [](const ListFacts&, const Header& header) -> Prepare {
             return [check = PopulatedPlacesOfCanada{header}](Row& row) { return check(row); };
         },
         // Source: GeoNames, readme.txt of its download server.
         .without_header =
             {"geonameid",
              "name",
              "asciiname",
              "alternatenames",
              "latitude",
              "longitude",
              "feature_class",
              "feature_code",
              "country_code",
              "cc2",
              "admin1_code",
              "admin2_code",
              "admin3_code",
              "admin4_code",
              "population",
              "elevation",
              "dem",
              "timezone",
              "modification_date"}},
    };
}

std::vector<Layout> geonames_province_layouts() {
    return {
        {.list = "provinces",
         .fields =
             {{"admin1_code", {"geonames_admin1"}, text}, {"province", {"province"}, province}},
         .key = {"admin1_code"}},
    };
}

std::vector<Layout> city_region_layouts() {
    return {
        {.list = "cities",
         .fields =
             {{"city", {"city"}, text},
              {"province", {"province"}, province},
              {"economic_region", {"economic_region", "economic region"}, text},
              {"postings", {"postings"}, whole_number, may_be_absent},
              {"share", {"share"}, share, may_be_absent}},
         .key = {"city", "province", "economic_region"}},
    };
}

std::vector<Layout> postal_code_layouts() {
    const std::vector<std::string_view> code{"postal_code", "postal code"};
    return {
        {.list = "coordinates",
         .fields =
             {{"postal_code", code, postal_code},
              {"province", code, province_of_postal_code, may_be_empty},
              {"latitude", {"latitude"}, latitude},
              {"longitude", {"longitude"}, longitude}},
         .key = {"postal_code"}},
    };
}

namespace {

Value pilot(const std::string_view cell) {
    if (cell == "RCIP" || cell == "FCIP") {
        return std::string{cell};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is neither RCIP nor FCIP");
}

}  // namespace

std::vector<Layout> community_layouts() {
    return {
        {.list = "communities",
         .fields =
             {{"pilot", {"pilot"}, pilot},
              {"community", {"community"}, text},
              {"province", {"province"}, province}},
         .key = {"pilot", "community", "province"}},
    };
}

}  // namespace reference_data
