// Places that are no city with its province beside it. The names are those of real records (Job
// Bank, March 2021 and June 2024; employers' boards, June 2026; addresses of LMIA lists).

#include "indexer/normalise/known_place.hpp"

#include "indexer/normalise/misspelling.hpp"
#include "indexer/normalise/place.hpp"
#include "indexer/normalise/regions.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Province;

domain::GazetteerEntry entry_of(
    const std::int32_t id,
    const char* const name,
    const Province province,
    const std::int32_t population
) {
    return {
        .id = id,
        .name = name,
        .province = province,
        .coordinates = {.latitude = 50, .longitude = -100},
        .population = population,
        .other_names = {},
    };
}

const normalise::Gazetteer& some_places() {
    static const normalise::Gazetteer known{
        {
            entry_of(1, "Toronto", Province::ON, 2'700'000),
            entry_of(2, "Ottawa", Province::ON, 1'000'000),
            entry_of(3, "Mississauga", Province::ON, 720'000),
            entry_of(4, "Milton", Province::ON, 110'000),
            entry_of(5, "Ancaster", Province::ON, 40'000),
            entry_of(6, "Kingston", Province::ON, 114'000),
            entry_of(7, "Longueuil", Province::QC, 229'000),
            entry_of(8, "Montréal", Province::QC, 1'700'000),
            entry_of(9, "Sacré-Coeur", Province::QC, 1'900),
            entry_of(10, "Saint-Siméon", Province::QC, 1'400),
            entry_of(11, "Saint-Bruno", Province::QC, 2'600),
            entry_of(12, "Québec", Province::QC, 530'000),
            entry_of(13, "Halifax", Province::NS, 350'000),
            entry_of(14, "Pictou", Province::NS, 3'200),
            entry_of(15, "Victoria", Province::BC, 289'000),
            entry_of(16, "Vancouver", Province::BC, 600'000),
            entry_of(17, "Richmond", Province::BC, 182'000),
            entry_of(18, "Richmond", Province::QC, 3'300),
            entry_of(19, "Grande Prairie", Province::AB, 64'000),
            entry_of(20, "Banff", Province::AB, 7'500),
            entry_of(21, "Canmore", Province::AB, 14'000),
            entry_of(22, "Hamilton", Province::ON, 530'000),
            entry_of(23, "Smiths Falls", Province::ON, 8'900),
            entry_of(24, "Sarnia", Province::ON, 72'000),
            entry_of(25, "Prescott", Province::ON, 4'000),
            entry_of(26, "Duck Lake", Province::BC, 600),
            entry_of(27, "Woodstock", Province::ON, 41'000),
            entry_of(28, "Fredericton", Province::NB, 63'000),
            entry_of(29, "Oromocto", Province::NB, 9'000),
            entry_of(30, "Isidore", Province::QC, 900),
            entry_of(31, "Isidore", Province::QC, 800),
        },
        {{"Duck Lake", Province::SK},
         {"Elgin", Province::QC},
         {"Woodstock", Province::NB},
         {"Saint-Hubert", Province::QC}}};
    return known;
}

constexpr normalise::SaidElsewhere canada{.in_canada = true};

/// city|province~region, `?` where the place is not on the map.
std::string as_text(const std::vector<domain::Place>& places) {
    std::string text;
    for (const domain::Place& place : places) {
        text += text.empty() ? "" : "; ";
        text += place.city + "|" + std::string{domain::code(place.province)};
        text += place.region.empty() ? "" : "~" + place.region;
        text += place.coordinates ? "" : "?";
    }
    return text;
}

std::string read_in(const std::string_view location, const normalise::SaidElsewhere& elsewhere) {
    const auto places = normalise::places_from(location, some_places(), elsewhere);
    return places ? as_text(*places) : "";
}

TEST(KnownPlace, may_be_an_area_of_one_province_without_a_city) {
    struct Case {
        const char* location;
        const char* places;
    };
    for (const auto& [location, places] : {
             Case{"Vancouver Island", "|BC~Vancouver Island?"},
             Case{
                 "Greater Vancouver Regional District", "|BC~Greater Vancouver Regional District?"},
             Case{"Metro Vancouver Regional District", "|BC~Metro Vancouver Regional District?"},
             Case{"Lower Mainland", "|BC~Lower Mainland?"},
             Case{"Greater Toronto Area", "|ON~Greater Toronto Area?"},
             Case{"Montréal Island", "|QC~Montréal Island?"},
             Case{"Montérégie", "|QC~Montérégie?"},
             Case{"Région de la Montérégie", "|QC~Région de la Montérégie?"},
             Case{"Saguenay–Lac-Saint-Jean", "|QC~Saguenay–Lac-Saint-Jean?"},
             Case{"Halifax Regional Municipality", "|NS~Halifax Regional Municipality?"},
             Case{"Regional Municipality of Peel", "|ON~Regional Municipality of Peel?"},
             Case{"Peel Region", "|ON~Peel Region?"},
             Case{"Pictou County", "|NS~Pictou County?"},
             Case{"Bruce County", "|ON~Bruce County?"},
             Case{"Rocky View County", "|AB~Rocky View County?"},
             Case{"County of Grande Prairie", "|AB~County of Grande Prairie?"},
             Case{"County of Grande Prairie No. 1", "|AB~County of Grande Prairie No. 1?"},
             Case{
                 "Banff National Park of Canada, Banff",
                 "Banff|AB; |AB~Banff National Park of Canada?"},
             Case{"Québec, Chaudière-Appalaches", "Québec|QC; |QC~Chaudière-Appalaches?"},
             Case{"Red Deer County, AB", "|AB~Red Deer County?"},
             Case{"39022 RGE RD 10Red Deer County, ABT4E 0G4", "|AB~Red Deer County?"},
             Case{"Parc national de Jasper, AB", "|AB~Parc national de Jasper?"},
         }) {
        EXPECT_EQ(read_in(location, canada), places) << location;
    }
    // The gazetteer lacks it, and it is a city.
    EXPECT_EQ(read_in("Lake Country", canada), "Lake Country|BC?");
    EXPECT_EQ(read_in("Lutsel K'e", canada), "Lutsel K'e|NT?");
    EXPECT_EQ(read_in("Saint-Honoré-de-Shenley", canada), "Saint-Honoré-de-Shenley|QC?");
    EXPECT_EQ(read_in("Patience Lake", canada), "Patience Lake|SK?");
    EXPECT_EQ(read_in("Travellers Rest", canada), "Travellers Rest|PE?");
    EXPECT_EQ(read_in("Town of Canmore", canada), "Canmore|AB");
    EXPECT_EQ(read_in("Ville de Longueuil", canada), "Longueuil|QC");
    EXPECT_EQ(read_in("Longueuil et environs", canada), "Longueuil|QC");
}

TEST(KnownPlace, is_no_area_that_several_provinces_or_countries_have) {
    for (const auto* const location :
         {"Kings County",
          "Victoria County",
          "York County",
          "Richmond County",
          "National Capital Region",
          "Peace Country",
          "The Interior",
          "North Shore",
          "Sullivan Township",
          "Yonge and Eglinton",
          "Various Locations",
          "Canada",
          "Elgin"}) {
        EXPECT_EQ(read_in(location, canada), "") << location;
    }
    // Michigan has a Huron County, Western Australia a Peel Region.
    for (const auto* const location :
         {"Huron County", "Peel Region", "Lake Country", "Sunshine Coast", "Cory", "Ardrossan"}) {
        EXPECT_EQ(read_in(location, {}), "") << location;
    }
    EXPECT_EQ(read_in("Peel Region, ON", {}), "|ON~Peel Region?");
}

TEST(KnownPlace, may_be_a_part_of_a_city_behind_its_name) {
    EXPECT_EQ(read_in("Vancouver Terminal", canada), "Vancouver|BC");
    EXPECT_EQ(read_in("Vancouver - Cambie", canada), "Vancouver|BC");
    EXPECT_EQ(read_in("Vancouver Kitsilano, BC", {}), "Vancouver|BC");
    EXPECT_EQ(read_in("Vancouver Terminal", {}), "") << "Washington has a Vancouver, too";
    EXPECT_EQ(read_in("Vancouver Longwood", canada), "");
    EXPECT_EQ(read_in("Toronto Terminal", canada), "");
}

TEST(KnownPlace, is_read_with_the_country_beside_it) {
    struct Case {
        const char* location;
        const char* places;
    };
    for (const auto& [location, places] : {
             Case{"Toronto, Canada", "Toronto|ON"},
             Case{"Toronto, Canada (Hybrid)", "Toronto|ON"},
             Case{"Canada - Ottawa", "Ottawa|ON"},
             Case{"Canada-Ottawa", "Ottawa|ON"},
             Case{"MISSISSAUGA, CAN", "Mississauga|ON"},
             Case{"Toronto ON CAN + 1 more", "Toronto|ON"},
             Case{"Canada BC Vancouver + 1 more", "Vancouver|BC"},
             Case{"ON - Toronto", "Toronto|ON"},
             Case{"CA-Ontario-Toronto", "Toronto|ON"},
             Case{"Canada - Quebec - Montreal", "Montréal|QC"},
             Case{"Mississauga Ontario Canada + 13 more", "Mississauga|ON"},
             Case{"Canada – Hamilton – Longwood Road South", "Hamilton|ON"},
             Case{"Canada - Montreal Metro - Remote", "Montréal|QC"},
             Case{"Belgrade, Serbia; Toronto, Ontario, Canada", "Toronto|ON"},
             Case{"Canada Creek, NS", "Canada Creek|NS?"},
             Case{"Toronto, CA", ""},  // California is not ruled out.
             Case{"Vancouver, WA", ""},
             Case{"Rowville, Victoria", ""},
             Case{"Canada; United States", ""},
             Case{"NYC, Toronto, Remote in Canada", ""},
             Case{"San Francisco, Palo Alto, Toronto", ""},
             Case{"Remote, Canada", ""},
             Case{"Canada (All hubs)", ""},
         }) {
        EXPECT_EQ(read_in(location, {}), places) << location;
    }
}

TEST(KnownPlace, of_a_list_in_canada_may_stand_beside_names_that_are_not_known) {
    struct Case {
        const char* location;
        const char* places;
    };
    for (const auto& [location, places] : {
             Case{"Longueuil, Saint-Hubert", "Longueuil|QC; Saint-Hubert|QC?"},
             Case{"Annapolis, Halifax", "Halifax|NS"},
             Case{"Comox, Victoria", "Victoria|BC"},
             Case{"Kingston, Borden", "Kingston|ON"},
             Case{
                 "Smiths Falls, Elgin, National Capital Region - Other locations",
                 "Smiths Falls|ON"},
             Case{"Vancouver, WA", ""},
             Case{"Victoria, Australia", ""},
             Case{"Halifax, England", ""},
             Case{"Sarnia, Prescott, Québec", "Sarnia|ON; Prescott|ON; Québec|QC"},
         }) {
        EXPECT_EQ(read_in(location, canada), places) << location;
    }
}

TEST(KnownPlace, of_several_with_one_name_is_that_of_the_province_known_from_elsewhere) {
    const normalise::SaidElsewhere quebec{.in_canada = true, .province = Province::QC};
    EXPECT_EQ(read_in("Richmond", canada), "Richmond|BC");
    EXPECT_EQ(read_in("Richmond", quebec), "Richmond|QC");
    EXPECT_EQ(read_in("Toronto", quebec), "Toronto|ON") << "what the text says goes before";
    EXPECT_EQ(
        read_in("Fredericton, Woodstock, Oromocto", canada),
        "Fredericton|NB; Woodstock|NB?; Oromocto|NB"
    );
    EXPECT_EQ(read_in("Woodstock", canada), "Woodstock|ON");
    EXPECT_EQ(read_in("Duck Lake", canada), "") << "one in British Columbia, one in Saskatchewan";
    EXPECT_EQ(read_in("Isidore", canada), "Isidore|QC?") << "two, both in Quebec";
}

TEST(KnownPlace, is_read_where_an_encoding_has_lost_letters) {
    EXPECT_EQ(read_in("Sacr?-C?ur, QC", {}), "Sacré-Coeur|QC");
    EXPECT_EQ(read_in("Sacr\xEF\xBF\xBD-Coeur", canada), "Sacré-Coeur|QC");
    EXPECT_EQ(read_in("Montr?al", canada), "Montréal|QC");
    EXPECT_EQ(read_in("Montr??al, QC", {}), "Montréal|QC");
    EXPECT_EQ(read_in("Qu?bec", canada), "Québec|QC");
    EXPECT_EQ(read_in("Sacré-C?ur-Saguenay", canada), "Sacré-Coeur-Saguenay|QC?");
    EXPECT_EQ(read_in("Saint-Bruno-Lac-Saint-Jean", canada), "Saint-Bruno-Lac-Saint-Jean|QC?");
    EXPECT_EQ(read_in("?????", canada), "");
    EXPECT_EQ(read_in("Toronto?", canada), "");
}

TEST(KnownPlace, with_one_letter_wrong_keeps_what_is_stated_and_is_found_on_the_map) {
    struct Case {
        const char* stated;
        Province province;
        std::optional<std::int32_t> id;
    };
    for (const auto& [stated, province, id] : {
             Case{"Missisauga", Province::ON, 3},
             Case{"Mississuaga", Province::ON, 3},
             Case{"Mississauaga", Province::ON, 3},
             Case{"Longueil", Province::QC, 7},
             Case{"Monteal", Province::QC, 8},
             Case{"Missisauga", Province::QC, {}},   // There is none there.
             Case{"Malton", Province::ON, {}},       // Not Milton.
             Case{"Lancaster", Province::ON, {}},    // Not Ancaster.
             Case{"Nottawa", Province::ON, {}},      // Not Ottawa.
             Case{"Saint-Simon", Province::QC, {}},  // Not Saint-Siméon.
             Case{"Otawa", Province::ON, {}},        // Five letters.
         }) {
        const domain::Place place = normalise::place_of(stated, province, some_places());
        EXPECT_EQ(place.city, stated);
        EXPECT_EQ(place.gazetteer_id, id) << stated;
        EXPECT_EQ(place.coordinates.has_value(), id.has_value()) << stated;
    }
    EXPECT_EQ(read_in("Missisauga", canada), "Missisauga|ON");
    EXPECT_EQ(read_in("Missisauga", {}), "") << "which may lie anywhere";
    EXPECT_EQ(read_in("Haliffax", {.in_canada = true, .province = Province::QC}), "Haliffax|NS");
    EXPECT_EQ(read_in("Longueil", canada), "Longueil|QC");
    EXPECT_EQ(read_in("Sarnnia", canada), "") << "too short without a province";
    EXPECT_EQ(read_in("Duck Lakes", canada), "Duck Lakes|BC");
}

TEST(KnownPlace, with_one_letter_wrong_may_be_a_city_that_the_gazetteer_lacks) {
    EXPECT_EQ(read_in("Androssan", canada), "Androssan|AB?");
    EXPECT_EQ(read_in("Traveler's Rest", canada), "Traveler's Rest|PE?");
    EXPECT_EQ(read_in("Androssan", {}), "") << "Scotland has an Ardrossan, too";
    EXPECT_EQ(read_in("Tesling", canada), "") << "too short";
}

TEST(KnownPlace, of_a_source_of_one_province_keeps_a_name_that_nobody_knows) {
    const auto place = [](const char* const location) {
        return as_text({normalise::place_of_source(location, Province::SK)});
    };
    EXPECT_EQ(place("KEY LAKE MINE"), "KEY LAKE MINE|SK?");
    EXPECT_EQ(place("JAMES SMITH CREE NATION"), "JAMES SMITH CREE NATION|SK?");
    for (const auto* const location :
         {"",
          "Unknown",
          "Various Locations",
          "kitchen helper - Job posting",
          "12 Main Street",
          "Remote"}) {
        EXPECT_EQ(place(location), "|SK?") << location;
    }
}

TEST(Regions, are_read_whole) {
    EXPECT_EQ(normalise::area_named("texas")->kind, normalise::NamedArea::Kind::abroad);
    EXPECT_EQ(normalise::area_named("Stormont, Dundas & Glengarry County")->province, Province::ON);
    EXPECT_EQ(normalise::area_named("Regional District of Nanaimo")->province, Province::BC);
    EXPECT_EQ(normalise::area_named("comté de Bruce")->province, Province::ON);
    EXPECT_FALSE(normalise::area_named("form"));
    EXPECT_FALSE(normalise::area_named("Strathcona"));
}

}  // namespace
