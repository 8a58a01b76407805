#include "indexer/coding/title_index.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>

namespace coding {
namespace {

using support::noc;
using testing::ElementsAre;
using testing::IsEmpty;

// Titles of the index of NOC 2021; those asked for are of Job Bank's postings of March 2021.
const TitleIndex& index() {
    static const TitleIndex index{{
        {"Web programmer", noc("21234")},
        {"Vegetable farm worker", noc("85101")},
        {"Farm worker - harvesting", noc("85101")},
        {"Farm worker - livestock", noc("85100")},
        {"Farm labourer - harvesting", noc("85101")},
        {"Farm labourer - livestock", noc("85100")},
        {"Information systems analyst - computer systems", noc("21222")},
        {"Information technology (IT) business analyst", noc("21221")},
        {"Software developer", noc("21232")},
        {"Nurse", noc("31301")},
        {"Teacher aide", noc("43100")},
        {"Line cook", noc("63200")},
        {"Legislative assembly clerk", noc("40030")},
        {"Clerk - legislative assembly", noc("40019")},
        {"Opérateur/opératrice de machine agricole", noc("84120")},
    }};
    return index;
}

TEST(TitleIndex, finds_a_title_that_is_turned_round) {
    EXPECT_THAT(index().whole("Programmer, Web"), ElementsAre(noc("21234")));
    EXPECT_THAT(index().whole("Farm Worker, Vegetables"), ElementsAre(noc("85101")));
    EXPECT_THAT(
        index().whole("Analyst, Information Systems - Computer Systems"), ElementsAre(noc("21222"))
    );
    EXPECT_THAT(
        index().whole("IT (information Technology) Business Analyst"), ElementsAre(noc("21221"))
    );
    EXPECT_THAT(index().whole("Cook – Line"), ElementsAre(noc("63200")));
    EXPECT_THAT(index().whole("Opératrice, machine agricole"), ElementsAre(noc("84120")));
}

TEST(TitleIndex, takes_the_order_of_words_where_that_tells_two_titles_apart) {
    EXPECT_THAT(index().whole("Legislative Assembly Clerk"), ElementsAre(noc("40030")));
    EXPECT_THAT(index().whole("Clerk, Legislative Assembly"), ElementsAre(noc("40019")));
    EXPECT_THAT(
        index().whole("Assembly Clerk, Legislative"), ElementsAre(noc("40030"), noc("40019"))
    );
}

TEST(TitleIndex, passes_over_words_for_a_level) {
    EXPECT_THAT(index().whole("Senior Software Developer"), ElementsAre(noc("21232")));
    EXPECT_THAT(
        index().with_qualifier("General Labourer — Farm"), ElementsAre(noc("85101"), noc("85100"))
    );
    EXPECT_THAT(index().whole("Senior"), IsEmpty());
    EXPECT_THAT(index().whole("Line Cook II"), ElementsAre(noc("63200")));
    EXPECT_THAT(index().whole("II"), IsEmpty());
}

TEST(TitleIndex, reads_what_stands_before_a_dash_or_beside_brackets_as_part_of_a_title) {
    EXPECT_THAT(index().whole("Nurse - Inventory"), IsEmpty());
    EXPECT_THAT(index().part("Nurse - Inventory"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Teacher Aide (Anticipatory)"), ElementsAre(noc("43100")));
    EXPECT_THAT(index().part("Nurse (RN) - Inventory"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Nurse: two shifts"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Senior Nurses Wanted (part time)"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Bilingual Nurses Wanted!"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Nurse (RN"), ElementsAre(noc("31301")));
    EXPECT_THAT(index().part("Student Line Cook"), ElementsAre(noc("63200")));
}

TEST(TitleIndex, knows_what_it_tells_apart_by_a_qualifier) {
    EXPECT_THAT(index().with_qualifier("Worker, Farm"), ElementsAre(noc("85101"), noc("85100")));
    EXPECT_THAT(index().with_qualifier("Farm Labourers"), ElementsAre(noc("85101"), noc("85100")));
    EXPECT_THAT(index().with_qualifier("Vegetable farm worker"), IsEmpty());
}

TEST(TitleIndex, finds_nothing_in_a_title_without_words) {
    for (const char* title : {"", "123", " - ", "()", ":", "\xff"}) {
        EXPECT_THAT(index().whole(title), IsEmpty()) << title;
        EXPECT_THAT(index().part(title), IsEmpty()) << title;
        EXPECT_THAT(index().with_qualifier(title), IsEmpty()) << title;
    }
    EXPECT_THAT(TitleIndex{{}}.whole("Nurse"), IsEmpty());
}

}  // namespace
}  // namespace coding
