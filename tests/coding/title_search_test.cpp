#include "indexer/coding/title_search.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>

namespace coding {
namespace {

using domain::OfficialLanguage;
using support::noc;
using testing::ElementsAre;

const TitleSearch& some() {
    static const TitleSearch search{{
        {"Welders and related machine operators", OfficialLanguage::english, noc("72106")},
        {"welder", OfficialLanguage::english, noc("72106")},
        {"soudeur/soudeuse", OfficialLanguage::french, noc("72106")},
        {"welding inspector", OfficialLanguage::english, noc("22302")},
        {"welding engineer", OfficialLanguage::english, noc("21301")},
        {"infirmier auxiliaire/infirmière auxiliaire", OfficialLanguage::french, noc("32101")},
        {"infirmier autorisé/infirmière autorisée", OfficialLanguage::french, noc("31301")},
        {"registered nurse", OfficialLanguage::english, noc("31301")},
        {"psychologist", OfficialLanguage::english, noc("31200")},
    }};
    return search;
}

std::vector<std::string> found(const std::string_view query) {
    std::vector<std::string> nocs;
    for (const TitleHit& hit : some().find(query, 10)) {
        nocs.push_back(hit.noc.to_string());
    }
    return nocs;
}

TEST(TitleSearch, takes_whole_words_before_beginnings) {
    EXPECT_THAT(found("welder"), ElementsAre("72106"));
    EXPECT_THAT(found("welding"), ElementsAre("22302", "21301"));
    EXPECT_THAT(found("weld"), ElementsAre("72106", "22302", "21301"));
    EXPECT_EQ(some().find("welder", 10).front().title, "welder");
}

TEST(TitleSearch, asks_for_every_word) {
    EXPECT_THAT(found("welding eng"), ElementsAre("21301"));
    EXPECT_THAT(found("welding nurse"), ElementsAre());
}

TEST(TitleSearch, understands_both_languages_genders_and_lost_accents) {
    EXPECT_THAT(found("soudeuse"), ElementsAre("72106"));
    EXPECT_THAT(found("infirmiere autorisee"), ElementsAre("31301"));
    EXPECT_THAT(found("Infirmier(ère) auxil"), ElementsAre("32101"));
}

TEST(TitleSearch, forgives_misspellings) {
    EXPECT_THAT(found("wleder"), ElementsAre("72106"));
    EXPECT_THAT(found("pyschologist"), ElementsAre("31200"));
    EXPECT_THAT(found("psichologyst"), ElementsAre("31200"));
    EXPECT_THAT(found("regsitered nurs"), ElementsAre("31301"));
    EXPECT_THAT(found("xyz"), ElementsAre());
}

TEST(TitleSearch, never_fails) {
    EXPECT_THAT(found(""), ElementsAre());
    EXPECT_THAT(found("\xff\xc3"), ElementsAre());
    EXPECT_THAT(found(std::string(100'000, 'w')), ElementsAre());
    EXPECT_TRUE(some().find("weld", 0).empty());
    EXPECT_TRUE(TitleSearch{{}}.find("weld", 5).empty());
}

}  // namespace
}  // namespace coding
