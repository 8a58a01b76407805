#pragma once

#include "indexer/reference_data/layout.hpp"

#include <string_view>
#include <vector>

namespace reference_data {

/// One kind of list that others publish.
struct Kind {
    std::string_view name;  ///< `lmia`
    std::string_view what;  ///< For people.
    std::string_view publisher;
    std::string_view table;  ///< Ours, which takes the rows.
    std::vector<Layout>
        layouts;  ///< The first that recognises a header reads the list; none for `rounds`.
};

/// Every kind that can be imported, on one screen.
const std::vector<Kind>& kinds();

/// The kind of this name, or null.
const Kind* kind_named(std::string_view name);

// The layouts of each kind, beside what is particular to it.
std::vector<Layout> noc_structure_layouts();
std::vector<Layout> noc_title_layouts();
std::vector<Layout> noc_element_layouts();
std::vector<Layout> noc_concordance_layouts();
std::vector<Layout> noc_outlook_layouts();
std::vector<Layout> onet_crosswalk_layouts();
std::vector<Layout> oasis_rating_layouts();
std::vector<Layout> oasis_text_layouts();
std::vector<Layout> oasis_guide_layouts();
std::vector<Layout> lmia_layouts();
std::vector<Layout> non_compliant_layouts();
std::vector<Layout> designated_layouts();
std::vector<Layout> wage_layouts();
std::vector<Layout> place_layouts();
std::vector<Layout> geonames_province_layouts();
std::vector<Layout> city_region_layouts();
std::vector<Layout> postal_code_layouts();
std::vector<Layout> community_layouts();
std::vector<Layout> minimum_wage_layouts();
std::vector<Layout> licensed_occupation_layouts();
std::vector<Layout> provincial_stream_layouts();

}  // namespace reference_data
