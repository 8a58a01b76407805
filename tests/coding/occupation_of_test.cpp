#include "indexer/coding/occupation_of.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>

namespace coding {
namespace {

using domain::NocOrigin;
using support::noc;

Occupation found(const domain::Posting& posting) {
    static const Coder coder{Model::shipped()};
    static const occupation::Occupations occupations{
        {noc("21230"), noc("21232"), noc("21234"), noc("72106")},
        {{.noc_2016 = "2174", .noc_2021 = noc("21230")},
         {.noc_2016 = "2174", .noc_2021 = noc("21232")},
         {.noc_2016 = "2174", .noc_2021 = noc("21234")},
         {.noc_2016 = "7237", .noc_2021 = noc("72106")},
         {.noc_2016 = "1123", .noc_2021 = noc("10022")},
         {.noc_2016 = "1123", .noc_2021 = noc("11202")},
         {.noc_2016 = "1123", .noc_2021 = noc("64409")}}};
    return occupation_of(posting, occupations, coder);
}

domain::Posting titled(const char* title) {
    domain::Posting posting;
    posting.title = title;
    return posting;
}

TEST(OccupationOf, takes_what_is_stated_and_shows_its_own_beside_it) {
    domain::Posting posting = titled("Cook");
    posting.noc = noc("72106");
    posting.noc_origin = NocOrigin::stated;
    const Occupation occupation = found(posting);
    EXPECT_EQ(occupation.noc, noc("72106"));
    EXPECT_EQ(occupation.origin, NocOrigin::stated);
    EXPECT_EQ(occupation.coded.front().noc, noc("63200"));
    EXPECT_GT(occupation.coded.front().permille, 500);
}

TEST(OccupationOf, reads_the_employers_own_title_where_the_source_replaced_it) {
    domain::Posting posting = titled("Welder");
    posting.original_title = "Cook";
    posting.noc = noc("72106");
    const Occupation occupation = found(posting);
    EXPECT_EQ(occupation.noc, noc("72106"));
    EXPECT_EQ(occupation.coded.front().noc, noc("63200"));
}

TEST(OccupationOf, chooses_among_what_an_older_code_became) {
    domain::Posting posting = titled("Développeuse Web");
    posting.noc_2016 = "2174";
    EXPECT_EQ(found(posting).noc, noc("21234"));
    EXPECT_EQ(found(posting).origin, NocOrigin::concordance);
}

TEST(OccupationOf, chooses_by_the_title_that_came_with_the_code) {
    domain::Posting posting = titled("Développeuse Web");
    posting.original_title = "Spécialiste";
    posting.noc_2016 = "2174";
    EXPECT_EQ(found(posting).noc, noc("21234"));
}

TEST(
    OccupationOf,
    takes_the_employers_own_title_where_that_of_the_code_leaves_doubt_and_it_leaves_none
) {
    domain::Posting posting = titled("Java Programmer");
    posting.noc_2016 = "2174";
    posting.original_title = "Analyste-programmeur Java";
    EXPECT_EQ(found(posting).noc, noc("21230"));
    EXPECT_EQ(found(posting).origin, NocOrigin::concordance);
}

TEST(OccupationOf, takes_the_likeliest_of_one_level_of_skill_where_doubt_remains) {
    domain::Posting posting = titled("Java Programmer");  // less than 60 % for any
    posting.noc_2016 = "2174";
    EXPECT_EQ(found(posting).noc, noc("21230"));
    EXPECT_EQ(found(posting).origin, NocOrigin::concordance);
    posting.original_title = "Développeur Java";
    EXPECT_EQ(found(posting).noc, noc("21230"));
    posting.original_title = "Soudeuse";  // clear, and nothing that the code became
    EXPECT_EQ(found(posting).noc, std::nullopt);
}

TEST(OccupationOf, takes_what_the_code_goes_on_as_where_levels_of_skill_differ) {
    domain::Posting posting = titled("Marketing Assistant");
    posting.noc_2016 = "1123";
    EXPECT_EQ(found(posting).noc, noc("11202")) << "and no manager, which is likelier by title";
    posting.original_title = "Soudeuse";
    EXPECT_EQ(found(posting).noc, std::nullopt);
}

TEST(OccupationOf, takes_the_unit_group_of_an_index_title_that_the_source_turned_round) {
    static const Coder coder{
        Model::shipped(),
        {{"Web programmer", noc("21234")}, {"Application programmer", noc("21232")}}};
    static const occupation::Occupations occupations{
        {noc("21230"), noc("21232"), noc("21234")},
        {{.noc_2016 = "2174", .noc_2021 = noc("21230")},
         {.noc_2016 = "2174", .noc_2021 = noc("21232")},
         {.noc_2016 = "2174", .noc_2021 = noc("21234")}}};
    domain::Posting posting = titled("Programmer, Web");
    posting.noc_2016 = "2174";
    EXPECT_EQ(occupation_of(posting, occupations, coder).noc, noc("21234"));
    posting.title = "Programmer, Application";
    EXPECT_EQ(occupation_of(posting, occupations, coder).noc, noc("21232"));
}

TEST(OccupationOf, leaves_open_what_is_in_doubt) {
    domain::Posting posting = titled("Specialist");
    posting.noc_2016 = "2174";
    EXPECT_EQ(found(posting).noc, std::nullopt);
    EXPECT_THAT(found(posting).doubt, testing::HasSubstr("2174 became several"));
    EXPECT_EQ(found(posting).coded.size(), 5U);
    const Occupation nothing = found(titled("Join our team"));
    EXPECT_EQ(nothing.noc, std::nullopt);
    EXPECT_EQ(nothing.origin, NocOrigin::unknown);
    EXPECT_THAT(nothing.doubt, testing::HasSubstr("leave doubt"));
    EXPECT_EQ(
        found({}).doubt, "no NOC 2021 unit group is stated, and title and duties leave doubt"
    );
}

TEST(OccupationOf, codes_the_part_of_a_title_that_leaves_none) {
    const Occupation occupation = found(titled("Frontend Developer (Video Player UI)"));
    EXPECT_EQ(occupation.noc, noc("21234"));
    EXPECT_EQ(occupation.origin, NocOrigin::coded);
    EXPECT_EQ(occupation.coded.front().noc, noc("21234")) << "its evidence is of the same part";
    EXPECT_EQ(
        found(titled("Meteorologist Occupational Training Program: MT-01, MT-02")).noc, noc("21103")
    );
    for (const char* const title :
         {"Manager - Industrial Engineering",
          "Summer Intern - Office Assistant",
          "Solutions Consultant 2 - Federal Government and Shared Services"}) {
        EXPECT_EQ(found(titled(title)).noc, std::nullopt) << title;
    }
}

TEST(OccupationOf, codes_titles_of_employers_that_the_index_lacks) {
    for (const auto& [title, code] : std::vector<std::pair<const char*, const char*>>{
             {"Senior Geomatic Surveyor", "21203"},
             {"Housing Inspector", "22233"},
             {"Accounts Receivable Officer", "14200"},
             {"Heritage Presenter I", "53100"},
             {"Heritage Presenter I, Indigenous Programming", "53100"},
             {"Regional Aviation Medical Officer (RAMO)", "31102"},
             {"Facility Cleaner (Visitor Facilities Attendant)", "65310"},
             {"YaHa Tinda Ranch Supervisor", "82030"},
             {"Manager, Metallurgical Fuels Laboratory (See Note Below)", "20011"},
             {"Student IT Client Support Assistant", "22221"},
             {"Inventory - Information Services Attendant", "64409"},
             {"Photography Student", "53110"}}) {
        EXPECT_EQ(found(titled(title)).noc, noc(code)) << title;
    }
    for (const char* const title :
         {"Maintenance Worker II",
          "Visitor Services Attendant II",
          "Resource Management Officer II In Manitoba's North",
          "Student - Social Media Content And Photography"}) {
        EXPECT_EQ(found(titled(title)).noc, std::nullopt) << title;
    }
}

TEST(OccupationOf, passes_over_what_speaks_to_the_reader) {
    EXPECT_EQ(found(titled("It's All About Our People – Developer")).noc, noc("21232"));
    EXPECT_EQ(found(titled("It's All About Our People – Senior Developer")).noc, noc("21232"));
    EXPECT_EQ(
        found(titled("Case Managers: Bring Your Skills To Veterans Affairs Canada")).noc,
        std::nullopt
    );
    EXPECT_EQ(
        found(titled("Veterans Service Agent: Bring Your Skills To Veterans Affairs Canada")).noc,
        noc("42201")
    );
}

TEST(OccupationOf, chooses_by_a_title_that_is_spelt_another_way) {
    static const Coder coder{Model::shipped()};
    static const occupation::Occupations occupations{
        {noc("65312"), noc("73201")},
        {{.noc_2016 = "6733", .noc_2021 = noc("65312")},
         {.noc_2016 = "6733", .noc_2021 = noc("73201")}}};
    domain::Posting posting = titled("Superintendant, Live-in");
    posting.noc_2016 = "6733";
    EXPECT_EQ(occupation_of(posting, occupations, coder).noc, noc("73201"));
    posting.title = "Concierge";
    EXPECT_EQ(occupation_of(posting, occupations, coder).noc, noc("65312"));
}

TEST(OccupationOf, codes_a_title_that_leaves_none) {
    const Occupation occupation = found(titled("Soudeuse"));
    EXPECT_EQ(occupation.noc, noc("72106"));
    EXPECT_EQ(occupation.origin, NocOrigin::coded);
}

}  // namespace
}  // namespace coding
