#include "sql/store/reference_store.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

namespace {

class Reference : public testing::Test {
protected:
    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::ReferenceStore reference_{database_};
};

TEST_F(Reference, names_all_516_unit_groups_in_both_languages) {
    const auto groups = reference_.noc_unit_groups();
    ASSERT_EQ(groups.size(), 516U);
    std::array<int, 6> count_by_teer{};
    for (const auto& [noc, title_en, title_fr] : groups) {
        EXPECT_FALSE(title_en.empty()) << noc.to_string();
        EXPECT_FALSE(title_fr.empty()) << noc.to_string();
        ++count_by_teer.at(static_cast<std::size_t>(noc.teer()));
    }
    EXPECT_EQ(count_by_teer, (std::array{48, 97, 162, 69, 95, 45}));
    EXPECT_EQ(groups[0].noc.to_string(), "00010");
    EXPECT_EQ(groups[0].title_en, "Legislators");
    EXPECT_EQ(groups[0].title_fr, "Membres des corps législatifs");
}

TEST_F(Reference, knows_what_became_of_every_noc_2016_unit_group) {
    const auto rows = reference_.concordance();
    EXPECT_EQ(rows.size(), 585U);
    std::map<std::string, std::set<std::string>> became;
    std::set<std::string> reached;
    for (const auto& [noc_2016, noc_2021] : rows) {
        EXPECT_EQ(noc_2016.size(), 4U);
        became[noc_2016].insert(noc_2021.to_string());
        reached.insert(noc_2021.to_string());
    }
    EXPECT_EQ(became.size(), 500U);
    EXPECT_EQ(reached.size(), 516U);
    EXPECT_EQ(became["0011"], std::set<std::string>{"00010"});
    EXPECT_EQ(became["7237"], std::set<std::string>{"72106"});
    EXPECT_EQ(became["0112"], (std::set<std::string>{"10011", "11200", "13110", "22232"}));
}

TEST_F(Reference, leads_only_to_unit_groups_that_exist) {
    std::set<std::string> exist;
    for (const auto& group : reference_.noc_unit_groups()) {
        exist.insert(group.noc.to_string());
    }
    for (const auto& row : reference_.concordance()) {
        EXPECT_TRUE(exist.contains(row.noc_2021.to_string())) << row.noc_2021.to_string();
    }
}

TEST_F(Reference, has_places_in_all_13_provinces_and_territories) {
    const auto places = reference_.places();
    EXPECT_EQ(places.size(), 1347U);
    std::map<domain::Province, std::string> largest;
    std::map<domain::Province, int> population;
    for (const auto& place : places) {
        EXPECT_GT(place.coordinates.latitude, 41.6) << place.name;    // Middle Island, Ontario.
        EXPECT_LT(place.coordinates.longitude, -52.6) << place.name;  // Cape Spear.
        if (place.population > population[place.province]) {
            population[place.province] = place.population;
            largest[place.province] = place.name;
        }
    }
    EXPECT_EQ(largest.size(), 13U);
    EXPECT_EQ(largest[domain::Province::ON], "Toronto");
    EXPECT_EQ(largest[domain::Province::QC], "Montréal");
    EXPECT_EQ(largest[domain::Province::NT], "Yellowknife");
    EXPECT_EQ(largest[domain::Province::YT], "Whitehorse");
    EXPECT_EQ(largest[domain::Province::PE], "Charlottetown");
}

TEST_F(Reference, keeps_other_names_in_english_and_french_letters) {
    for (const auto& place : reference_.places()) {
        if (place.name == "Québec") {
            const std::set<std::string> names{place.other_names.begin(), place.other_names.end()};
            EXPECT_TRUE(names.contains("Quebec City"));
            EXPECT_TRUE(names.contains("Ville de Québec"));
            EXPECT_FALSE(names.contains("YQB"));
            EXPECT_FALSE(names.contains("Квебек"));
            return;
        }
    }
    FAIL() << "no Québec";
}

}  // namespace
