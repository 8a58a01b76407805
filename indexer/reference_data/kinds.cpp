#include "indexer/reference_data/kinds.hpp"

#include <algorithm>

namespace reference_data {

const std::vector<Kind>& kinds() {
    constexpr std::string_view esdc = "Employment and Social Development Canada";
    constexpr std::string_view ircc = "Immigration, Refugees and Citizenship Canada";
    constexpr std::string_view statcan = "Statistics Canada";
    constexpr std::string_view job_bank = "Job Bank";
    constexpr std::string_view operators = "the operator, from the pages named";
    // clang-format off
    static const std::vector<Kind> all{
        {"noc_structure", "levels and titles of the NOC", statcan, "noc_class", noc_structure_layouts()},
        {"noc_titles", "index of titles", statcan, "noc_title", noc_title_layouts()},
        {"noc_elements", "examples, duties, requirements, exclusions", statcan, "noc_element", noc_element_layouts()},
        {"noc_concordance", "NOC 2016 to NOC 2021", statcan, "noc_concordance_entry", noc_concordance_layouts()},
        {"noc_outlook", "occupational outlook", esdc, "noc_outlook", noc_outlook_layouts()},
        {"onet_crosswalk", "NOC 2021 to O*NET", "Government of British Columbia", "onet_crosswalk", onet_crosswalk_layouts()},
        {"oasis_ratings", "skills, abilities and the like by occupation", esdc, "oasis_rating", oasis_rating_layouts()},
        {"oasis_texts", "duties, requirements, titles and the like by occupation", esdc, "oasis_text", oasis_text_layouts()},
        {"oasis_guide", "what each descriptor of OaSIS means", esdc, "oasis_descriptor", oasis_guide_layouts()},
        {"lmia", "employers by LMIA, positive or negative", esdc, "lmia_employer", lmia_layouts()},
        {"non_compliant", "employers found non-compliant", ircc, "non_compliant_employer", non_compliant_layouts()},
        {"aip_designated", "employers designated for the Atlantic program", "Atlantic provinces", "designated_employer", designated_layouts()},
        {"wages", "wages by occupation and economic region", job_bank, "occupation_wage", wage_layouts()},
        {"gazetteer", "populated places", "GeoNames", "gazetteer_place", place_layouts()},
        {"geonames_provinces", "GeoNames' codes of provinces", "GeoNames", "geonames_province", geonames_province_layouts()},
        {"city_regions", "economic region of each city", job_bank, "city_region", city_region_layouts()},
        {"postal_codes", "where each postal code lies", "not stated", "postal_code_place", postal_code_layouts()},
        {"pilot_communities", "communities of the rural and francophone pilots", ircc, "pilot_community", community_layouts()},
        {"minimum_wages", "minimum wages by province and day", operators, "minimum_wage", minimum_wage_layouts()},
        {"licensed_occupations", "who licenses an occupation in a province", operators, "licensed_occupation", licensed_occupation_layouts()},
        {"provincial_streams", "streams of provincial nominee programs", operators, "provincial_stream", provincial_stream_layouts()},
        {"rounds", "rounds of invitations", ircc, "imported_round", {}},
    };
    // clang-format on
    return all;
}

const Kind* kind_named(const std::string_view name) {
    const auto found = std::ranges::find(kinds(), name, &Kind::name);
    return found == kinds().end() ? nullptr : &*found;
}

}  // namespace reference_data
