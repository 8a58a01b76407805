#include "indexer/normalise/normalise.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace {

using sources::Field;

domain::NocCode noc(const std::string_view text) { return domain::NocCode::parse(text).value(); }

normalise::Normalised normalised(const std::vector<std::pair<Field, std::string_view>>& fields) {
    static const normalise::Gazetteer gazetteer{{{
        .id = 1,
        .name = "Calgary",
        .province = domain::Province::AB,
        .coordinates = {.latitude = 51.05, .longitude = -114.07},
        .population = 1'300'000,
        .other_names = {},
    }}};
    static const occupation::Occupations occupations{
        {noc("72106"), noc("21231"), noc("21232")},
        {{.noc_2016 = "7237", .noc_2021 = noc("72106")},
         {.noc_2016 = "2173", .noc_2021 = noc("21231")},
         {.noc_2016 = "2173", .noc_2021 = noc("21232")}}};
    sources::RawPosting raw;
    for (const auto& [field, text] : fields) {
        raw.add(field, text);
    }
    return normalise::normalise("sample", raw, gazetteer, occupations);
}

TEST(Normalise, turns_a_whole_record_into_a_posting) {
    const auto [posting, not_understood] = normalised({
        {Field::source_id, "17"},
        {Field::url, "https://jobs.example/17"},
        {Field::title, "  Welder &amp;  fitter "},
        {Field::original_title, "Soudeur"},
        {Field::employer, "Prairie  Example Ltd."},
        {Field::location, "27 Example Place SWCalgary, ABT2Y 1G3"},
        {Field::date_posted, "March 13, 2021"},
        {Field::valid_through, "2021-04-12"},
        {Field::noc_2016, "7237"},
        {Field::pay_text, "$$25.00HOUR hourly for 20 hours per week"},
        {Field::hours, "20 hours per week"},
        {Field::employment, "Permanent employment; Part time"},
        {Field::languages, "Bilingual"},
        {Field::education, "College/CEGEP; or equivalent experience"},
        {Field::experience, "5 years or more"},
        {Field::credentials, "First Aid Certificate; Welder Trade Red Seal Certificate"},
        {Field::vacancies, "3 postes"},
        {Field::remote, "Not specified"},
        {Field::starts_on, "Starts on 2021-04-01"},
        {Field::audience, "<p>Not authorized to work in Canada? <b>Do not apply.</b></p>"},
    });
    EXPECT_TRUE(not_understood.empty());
    EXPECT_EQ(posting.source, "sample");
    EXPECT_EQ(posting.title, "Welder & fitter");
    EXPECT_EQ(posting.hiring_organization, "Prairie Example Ltd.");
    EXPECT_EQ(posting.text_language, domain::OfficialLanguage::french);
    ASSERT_EQ(posting.job_locations.size(), 1U);
    EXPECT_EQ(posting.job_locations[0].city, "Calgary");
    EXPECT_EQ(posting.job_locations[0].postal_code, "T2Y 1G3");
    EXPECT_EQ(posting.job_locations[0].gazetteer_id, 1);
    EXPECT_EQ(posting.noc, noc("72106"));
    EXPECT_EQ(posting.noc_2016, "7237");
    ASSERT_TRUE(posting.base_salary);
    EXPECT_EQ(posting.base_salary->yearly_min, 2'600'000);
    EXPECT_EQ(posting.work_time, domain::WorkTime::part_time);
    EXPECT_EQ(posting.working_language, domain::WorkingLanguage::bilingual);
    EXPECT_TRUE(posting.equivalent_experience_accepted);
    EXPECT_EQ(posting.experience_asked->min_months, 60);
    EXPECT_EQ(posting.credentials.size(), 2U);
    EXPECT_EQ(posting.licence_asked, domain::Licence::welder);
    EXPECT_EQ(posting.vacancies, 3);
    EXPECT_FALSE(posting.remote);
    EXPECT_EQ(posting.starts_on, domain::parse_date("2021-04-01").value());
    EXPECT_TRUE(posting.refuses_outside_canada);
    EXPECT_EQ(posting.refusal_quote, "Not authorized to work in Canada? Do not apply.");
}

TEST(Normalise, tells_jobs_for_students_by_what_the_employer_calls_them_and_by_their_type) {
    using Fields = std::vector<std::pair<Field, std::string_view>>;
    const auto for_students = [](const Fields& fields) {
        return normalised(fields).posting.for_students;
    };
    EXPECT_TRUE(for_students({{Field::title, "Summer student"}}));
    EXPECT_TRUE(for_students({{Field::title, "Web developer"}, {Field::original_title, "Stage"}}));
    EXPECT_FALSE(
        for_students({{Field::title, "Summer student"}, {Field::original_title, "Labourer"}})
    );
    EXPECT_TRUE(for_students({{Field::title, "Engineer"}, {Field::employment, "INTERN"}}));
    EXPECT_FALSE(for_students({{Field::title, "Engineer"}, {Field::employment, "FULL_TIME"}}));
}

TEST(Normalise, leaves_absent_what_is_not_stated) {
    const auto [posting, not_understood] = normalised({});
    EXPECT_TRUE(not_understood.empty());
    EXPECT_TRUE(posting.job_locations.empty());
    EXPECT_FALSE(posting.date_posted);
    EXPECT_FALSE(posting.noc);
    EXPECT_FALSE(posting.base_salary);
    EXPECT_EQ(posting.working_language, domain::WorkingLanguage::not_stated);
    EXPECT_EQ(posting.vacancies, 1);
    EXPECT_FALSE(posting.starts_on);
    EXPECT_FALSE(posting.refuses_outside_canada);
    EXPECT_EQ(posting.refusal_quote, "");
}

TEST(Normalise, names_the_field_of_each_value_that_it_does_not_understand) {
    struct Case {
        Field field;
        const char* value;
    };
    for (const auto& [field, value] : {
             Case{Field::url, "javascript:alert(1)"},
             Case{Field::location, "Various Locations"},
             Case{Field::country, "Poland"},
             Case{Field::date_posted, "03/04/2021"},
             Case{Field::noc_2021, "12"},
             Case{Field::noc_2021, "0012"},
             Case{Field::noc_2021, "99999"},
             Case{Field::noc_2021, "21239"},
             Case{Field::noc_2016, "621"},
             Case{Field::pay_text, "$25"},
             Case{Field::hours, "0 hours per week"},
             Case{Field::employment, "gibberish"},
             Case{Field::languages, "Spanish"},
             Case{Field::vacancies, "0"},
             Case{Field::starts_on, "in the spring"},
         }) {
        const auto [posting, not_understood] = normalised({{field, value}});
        ASSERT_EQ(not_understood.size(), 1U) << value;
        EXPECT_EQ(not_understood[0].field, field) << value;
        EXPECT_EQ(not_understood[0].value, value);
        EXPECT_FALSE(not_understood[0].reason.empty()) << value;
    }
}

TEST(Normalise, places_no_job_of_another_country_in_canada) {
    const auto abroad = normalised({{Field::city, "Calgary"}, {Field::country, "Scotland"}});
    EXPECT_TRUE(abroad.posting.job_locations.empty());
    EXPECT_EQ(abroad.not_understood.at(0).reason, "not in Canada");
    const auto home = normalised({{Field::city, "Calgary"}, {Field::country, "CA"}});
    EXPECT_EQ(home.posting.job_locations.size(), 1U);
}

TEST(Normalise, takes_the_hint_only_where_no_place_is_given) {
    const auto hinted = normalised({{Field::location_hint, "painter - Calgary (AB)"}});
    EXPECT_EQ(hinted.posting.job_locations.at(0).city, "Calgary");
    const auto stated = normalised(
        {{Field::location, "Fort Nowhere, SK"}, {Field::location_hint, "painter - Calgary (AB)"}}
    );
    EXPECT_EQ(stated.posting.job_locations.size(), 1U);
    EXPECT_EQ(stated.posting.job_locations.at(0).city, "Fort Nowhere");
}

TEST(Normalise, takes_the_province_of_the_source_where_nothing_else_tells_one) {
    const auto place = [](const std::vector<std::pair<Field, std::string_view>>& fields) {
        const auto [posting, not_understood] = normalised(fields);
        EXPECT_TRUE(not_understood.empty());
        EXPECT_EQ(posting.job_locations.size(), 1U);
        return posting.job_locations.front();
    };
    constexpr std::pair<Field, std::string_view> saskatchewan{Field::province_hint, "SK"};
    EXPECT_EQ(
        place({{Field::location_hint, "CIGAR LAKE MINE"}, saskatchewan}).city, "CIGAR LAKE MINE"
    );
    EXPECT_EQ(
        place({{Field::location_hint, "CIGAR LAKE MINE"}, saskatchewan}).province,
        domain::Province::SK
    );
    EXPECT_EQ(place({{Field::location_hint, "cook - Job posting"}, saskatchewan}).city, "");
    EXPECT_EQ(place({saskatchewan}).province, domain::Province::SK);
    EXPECT_EQ(place({{Field::location, "Calgary"}, saskatchewan}).province, domain::Province::AB);
    EXPECT_EQ(place({{Field::province, "MB"}, saskatchewan}).province, domain::Province::MB);
}

TEST(Normalise, says_nothing_of_a_heading_that_names_no_place) {
    EXPECT_TRUE(normalised({{Field::location_hint, "diagnostic imaging technologist - Job posting"}}
    ).not_understood.empty());
    EXPECT_TRUE(normalised({{Field::location_hint, "conseiller - Offre d’emploi"}}
    ).not_understood.empty());
    const auto stated = normalised({{Field::location_hint, "Various Locations"}});
    ASSERT_EQ(stated.not_understood.size(), 1U);
    EXPECT_EQ(stated.not_understood[0].field, Field::location_hint);
}

TEST(Normalise, keeps_the_region_that_is_stated_instead_of_a_city) {
    const auto [posting, not_understood] =
        normalised({{Field::location_hint, "Vancouver Island"}, {Field::country, "CA"}});
    EXPECT_TRUE(not_understood.empty());
    ASSERT_EQ(posting.job_locations.size(), 1U);
    EXPECT_EQ(posting.job_locations[0].province, domain::Province::BC);
    EXPECT_EQ(posting.job_locations[0].region, "Vancouver Island");
    EXPECT_EQ(posting.job_locations[0].city, "");
    EXPECT_FALSE(posting.job_locations[0].coordinates);
}

}  // namespace
