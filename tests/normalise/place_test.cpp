#include "indexer/normalise/place.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Province;

domain::GazetteerEntry entry(
    const std::int32_t id,
    const char* const name,
    const Province province,
    const std::int32_t population,
    std::vector<std::string> other_names = {}
) {
    return {
        .id = id,
        .name = name,
        .province = province,
        .coordinates = {.latitude = 50, .longitude = -100},
        .population = population,
        .other_names = std::move(other_names),
    };
}

const normalise::Gazetteer& gazetteer() {
    static const normalise::Gazetteer known{{
        entry(1, "Calgary", Province::AB, 1'300'000),
        entry(2, "Petit-Rocher", Province::NB, 1'900),
        entry(3, "Montréal", Province::QC, 1'700'000, {"Montreal"}),
        entry(4, "Newmarket", Province::ON, 87'000),
        entry(5, "White Rock", Province::BC, 19'000),
        entry(6, "Charlottetown", Province::PE, 36'000),
        entry(7, "Richmond", Province::BC, 200'000),
        entry(8, "Richmond", Province::ON, 5'000),
        entry(9, "Windsor", Province::ON, 5'000),
        entry(10, "Windsor", Province::NS, 4'000),
        entry(11, "Victoria", Province::BC, 85'000),
        entry(12, "100 Mile House", Province::BC, 1'900),
        entry(13, "St. John's", Province::NL, 110'000),
        entry(14, "Québec", Province::QC, 530'000, {"Quebec City"}),
        entry(15, "Hamilton", Province::ON, 530'000),
        entry(16, "Vermilion", Province::AB, 4'000),
    }};
    return known;
}

std::string written(const std::vector<domain::Place>& places) {
    std::string text;
    for (const domain::Place& place : places) {
        text += text.empty() ? "" : "; ";
        text += place.city + "|" + std::string{domain::code(place.province)};
        text += place.postal_code.empty() ? "" : "|" + place.postal_code;
        text += place.gazetteer_id ? "" : "?";
    }
    return text;
}

TEST(Place, is_read_from_every_way_of_writing_it) {
    struct Case {
        const char* location;
        const char* places;  ///< city|province|postal code, `?` where the gazetteer knows it not.
    };
    for (const auto& [location, places] : {
             Case{"Calgary, AB", "Calgary|AB"},
             Case{"calgary, ab", "Calgary|AB"},
             Case{"Nowhere Creek, SK", "Nowhere Creek|SK?"},
             Case{"27 Example Place SWCalgary, ABT2Y 1G3", "Calgary|AB|T2Y 1G3"},
             Case{"619 Rue PrincipalPetit Rocher, NBE8J 1G9", "Petit-Rocher|NB|E8J 1G9"},
             Case{"12 Example Street Calgary, ABT2Y 1G3", "Calgary|AB|T2Y 1G3"},
             Case{"5512 park dr100 Mile House, BCV0K 2E1", "100 Mile House|BC|V0K 2E1"},
             Case{"9 River RoadFort Vermilion, ABT0H 1N0", "Fort Vermilion|AB|T0H 1N0?"},
             Case{"2940 Museum RoadMcBride, BCV0J 2E0", "McBride|BC|V0J 2E0?"},
             Case{"West VancouverVictoria, BCV8N 3R5", "Victoria|BC|V8N 3R5"},
             Case{"3827 Example Rd Kinburn, ONK0A 2H0", "Kinburn|ON|K0A 2H0?"},
             Case{"Newmarket, ONRemote work available", "Newmarket|ON"},
             Case{"Virtual job based in Newmarket, ON", "Newmarket|ON"},
             Case{"Various locationsDuval, , SKStrasbourg, , SK", "Duval|SK?; Strasbourg|SK?"},
             Case{"White Rock (BC)", "White Rock|BC"},
             Case{"Montreal, Quebec, Canada", "Montréal|QC"},
             Case{"MontrÃ©al, QC", "Montréal|QC"},
             Case{"St John’s, Terre-Neuve-et-Labrador", "St. John's|NL"},
             Case{"Hamilton-Ontario-Canada", "Hamilton|ON"},
             Case{"CA-ON", "|ON?"},
             Case{"Newfoundland and Labrador", "|NL?"},
             Case{"Colombie-Britannique", "|BC?"},
             Case{"Quebec", "|QC?"},
             Case{"Quebec City", "Québec|QC"},
             Case{"Northern Saskatchewan", "|SK?"},
             Case{"Charlottetown and New Annan", "Charlottetown|PE"},
             Case{"Calgary, Hamilton", "Calgary|AB; Hamilton|ON"},
             Case{"Richmond", "Richmond|BC"},
         }) {
        const auto read = normalise::places_from(location, gazetteer());
        ASSERT_TRUE(read) << location;
        EXPECT_EQ(written(*read), places) << location;
    }
}

TEST(Place, is_not_invented) {
    for (const auto* const location :
         {"",
          "Various Locations",
          "Unknown",
          "Canada",
          "Windsor",
          "Austin, TX",
          "Hamilton, Bermuda",
          "Remote work available"}) {
        const auto read = normalise::places_from(location, gazetteer());
        EXPECT_FALSE(read) << location << ": " << written(*read);
    }
}

TEST(Place, that_is_not_known_is_quoted_without_badges) {
    const auto why = [](const std::string_view location) {
        return normalise::places_from(location, gazetteer()).error().message;
    };
    EXPECT_EQ(
        why("Nowhere PondRemote work available"),
        "'Nowhere Pond' names no place in Canada that is known"
    );
    EXPECT_EQ(
        why("Various Locations"), "'Various Locations' names no place in Canada that is known"
    );
}

TEST(Place, is_found_at_the_end_of_a_heading) {
    for (const auto* const hint :
         {"painter - White Rock (BC)",
          "painter (night) - interior - White Rock (BC) - Job posting"}) {
        const auto places = normalise::places_from_hint(hint, gazetteer());
        ASSERT_TRUE(places) << hint;
        EXPECT_EQ(written(*places), "White Rock|BC") << hint;
    }
    EXPECT_FALSE(normalise::places_from_hint("painter - Job posting", gazetteer()));
}

TEST(Place, is_put_together_from_fields) {
    const auto place = [](const normalise::StatedPlace& stated) {
        const auto read = normalise::place_from(stated, gazetteer());
        return read ? written({*read}) : std::string{};
    };
    EXPECT_EQ(
        place({.city = "calgary", .province = "Alberta", .postal_code = "t2y1g3"}),
        "Calgary|AB|T2Y 1G3"
    );
    EXPECT_EQ(
        place({.city = "Calgary", .province = "", .postal_code = "T2Y 1G3"}), "Calgary|AB|T2Y 1G3"
    );
    EXPECT_EQ(place({.city = "Calgary", .province = "", .postal_code = ""}), "Calgary|AB");
    EXPECT_EQ(place({.city = "", .province = "AB", .postal_code = ""}), "|AB?");
    EXPECT_EQ(place({.city = "Québec", .province = "QC", .postal_code = ""}), "Québec|QC");
    EXPECT_EQ(place({.city = "Calgary, AB", .province = "AB", .postal_code = ""}), "Calgary|AB");
    EXPECT_EQ(place({.city = "Hamilton", .province = "Texas", .postal_code = ""}), "");
    EXPECT_EQ(place({.city = "Windsor", .province = "", .postal_code = ""}), "");
}

TEST(Gazetteer, finds_names_whatever_their_spelling) {
    EXPECT_EQ(gazetteer().find("SAINT JOHN’S", Province::NL)->id, 13);
    EXPECT_EQ(gazetteer().find("petit rocher", Province::NB)->id, 2);
    EXPECT_EQ(gazetteer().find("Calgary", Province::BC), nullptr);
    EXPECT_EQ(gazetteer().find_anywhere("richmond")->id, 7);
    EXPECT_EQ(gazetteer().find_anywhere("Windsor"), nullptr);
}

}  // namespace
