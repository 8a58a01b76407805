#include "indexer/coding/title_words.hpp"

#include <gmock/gmock.h>

namespace coding {
namespace {

using testing::ElementsAre;

TEST(TitleWords, are_the_same_in_every_gender) {
    for (const auto* title :
         {"Infirmier", "infirmière", "INFIRMIER(ÈRE)", "Infirmier (ère)", "infirmi\u00e8re"}) {
        EXPECT_THAT(title_words(title), ElementsAre("infirmier")) << title;
    }
    EXPECT_EQ(title_words("Développeuse Web"), title_words("développeur web"));
    EXPECT_EQ(title_words("Directrice de la production"), title_words("directeur, production"));
    EXPECT_EQ(
        title_words("Technicien(ne) en génie civil"), title_words("technicienne génie civil")
    );
}

TEST(TitleWords, keep_signs_of_programming_languages) {
    EXPECT_THAT(title_words("C++ / C# developer"), ElementsAre("c++", "c#", "developer"));
}

TEST(TitleWords, are_the_same_with_a_hyphen_in_coordination) {
    EXPECT_EQ(title_words("Co-ordinator, Events"), title_words("coordinator, events"));
    EXPECT_THAT(title_words("co-op student"), ElementsAre("co", "op", "student"));
}

TEST(TitleWords, are_spelt_as_the_official_titles_are) {
    EXPECT_THAT(title_words("Superintendant, Live-in"), ElementsAre("superintendent", "live"));
    EXPECT_EQ(title_words("Superintendante"), title_words("superintendent"));
}

TEST(TitleParts, do_not_speak_to_the_reader) {
    EXPECT_EQ(without_slogan("It's all about our people – Cook"), "Cook");
    EXPECT_EQ(without_slogan("Cook: bring your skills to Halifax"), "Cook");
    EXPECT_EQ(without_slogan("Cuisinier - Joignez notre équipe"), "Cuisinier");
    for (const char* const title :
         {"", "Cook", "Cook - Halifax", "Join our team", "We - you", "Hourly Cook - Yourtown"}) {
        EXPECT_EQ(without_slogan(title), title);
    }
}

TEST(TitleParts, are_what_stands_beside_brackets_or_before_a_dash_or_colon) {
    const auto parts = [](const std::string_view title) { return title_parts(title); };
    using Parts = std::vector<std::string>;
    EXPECT_EQ(parts("Cook (night) - Ajax"), (Parts{"Cook  - Ajax", "Cook (night)", "Cook "}));
    EXPECT_EQ(parts("Cook – Ajax"), Parts{"Cook"});
    EXPECT_EQ(parts("Cook: two shifts"), Parts{"Cook"});
    EXPECT_EQ(parts("Cook (night"), Parts{"Cook "});
    EXPECT_EQ(parts("Cook"), Parts{});
    EXPECT_EQ(parts(""), Parts{});
}

TEST(TitleWords, keep_empty_words_where_nothing_else_is_there) {
    EXPECT_THAT(title_words("de la"), ElementsAre("de", "la"));
    EXPECT_THAT(title_words("12345 !"), ElementsAre());
}

TEST(TitleWords, of_the_head_end_where_places_and_numbers_begin) {
    EXPECT_THAT(head_words("Welder - night shift (Halifax)"), ElementsAre("welder"));
    EXPECT_THAT(head_words("Commis, réception"), ElementsAre("commis"));
    EXPECT_THAT(
        head_words("Marketing Co-ordinator - Halifax"), ElementsAre("marketing", "coordinator")
    );
}

TEST(Concepts, are_shared_by_the_two_languages) {
    EXPECT_THAT(
        concepts(title_words("Gérante de projets")),
        testing::UnorderedElementsAreArray(concepts(title_words("Project managers")))
    );
    EXPECT_THAT(concepts(title_words("soudeuse")), ElementsAre("welder"));
    EXPECT_THAT(concepts(title_words("RN")), ElementsAre("registered", "nurse"));
}

TEST(GenderedForms, share_the_words_behind_the_pair) {
    EXPECT_THAT(
        gendered_forms("Opérateur/opératrice de tour - usinage"),
        ElementsAre("Opérateur de tour - usinage", "opératrice de tour - usinage")
    );
    EXPECT_THAT(
        gendered_forms("mécanicien stagiaire/mécanicienne stagiaire de matériel"),
        ElementsAre("mécanicien stagiaire de matériel", "mécanicienne stagiaire de matériel")
    );
    EXPECT_THAT(gendered_forms("2D animator"), ElementsAre("2D animator"));
    EXPECT_THAT(gendered_forms("a/"), ElementsAre("a", ""));
    EXPECT_THAT(gendered_forms("/"), ElementsAre("", ""));
}

}  // namespace
}  // namespace coding
