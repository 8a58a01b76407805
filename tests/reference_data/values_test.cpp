#include "indexer/reference_data/values.hpp"

#include "indexer/reference_data/employer_status.hpp"
#include "indexer/reference_data/lmia_list.hpp"
#include "indexer/reference_data/publication_day.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace reference_data;  // NOLINT(google-build-using-namespace): a table of its functions.

struct Case {
    const char* cell;
    std::optional<std::string> value;  ///< Nothing: refused.
};

void check(const ReadValue read, const std::vector<Case>& cases) {
    for (const auto& [cell, expected] : cases) {
        const auto value = read(cell);
        EXPECT_EQ(value ? std::optional{*value} : std::nullopt, expected) << cell;
        if (!value) {
            EXPECT_NE(value.error().message.find('\''), std::string::npos) << "names the value";
        }
    }
}

TEST(Values, read_numbers_amounts_and_days) {
    check(text, {{"a  b\tc", "a b c"}, {"x\xC2\xA0", "x"}});
    check(
        whole_number,
        {{"12", "12"},
         {"1,250", "1250"},
         {"12,50", {}},
         {"-1", {}},
         {"1.0", {}},
         {"9999999999", {}}}
    );
    check(
        decimal,
        {{"0.9967", "0.9967"}, {"3.9e-4", "3.9e-4"}, {"inf", {}}, {"1,5", {}}, {"1e999", {}}}
    );
    check(share, {{"1.0", "1.0"}, {"1.1", {}}, {"-0.1", {}}});
    check(latitude, {{"-90", "-90"}, {"90.01", {}}});
    check(longitude, {{"-141.0", "-141.0"}, {"181", {}}});
    check(
        cents,
        {{"84000", "8400000"},
         {"36.05", "3605"},
         {"36.5", "3650"},
         {"$5", {}},
         {"1.234", {}},
         {"1.", {}}}
    );
    check(
        date,
        {{"2025-11-19", "2025-11-19"},
         {"2025/11/19", "2025-11-19"},
         {"2019-02-29", {}},
         {"0001-01-01", {}}}
    );
    check(rating, {{"0", "0"}, {"5", "5"}, {"6", {}}, {"10", {}}});
    check(holland_code, {{"R", "R"}, {"i", "I"}, {"X", {}}, {"RI", {}}});
    check(level, {{"1", "1"}, {"5", "5"}, {"0", {}}, {"6", {}}, {"11", {}}});
    check(yes_or_no, {{"true", "true"}, {"yes", {}}});
}

TEST(Values, put_back_the_zeros_that_codes_have_lost) {
    check(
        noc_2021,
        {{"10", "00010"},
         {"00012", "00012"},
         {"21231", "21231"},
         {"29310", {}},
         {"212310", {}},
         {"x", {}}}
    );
    check(noc_2016, {{"11", "0011"}, {"7237", "7237"}, {"72371", {}}});
    check(
        noc_of_any_year,
        {{"NOC_00010", "00010"}, {"NOC_0011", "0011"}, {"7237", "7237"}, {"237", {}}}
    );
    check(noc_edition, {{"NOC_00010", "2021"}, {"0011", "2011/2016"}});
    check(
        oasis_profile,
        {{"00012.00", "00012.00"},
         {"12", "00012.00"},
         {"41220.1", "41220.10"},
         {"41220.123", {}},
         {"4122x", {}},
         {"41220.x", {}}}
    );
    check(noc_of_profile, {{"41220.1", "41220"}});
    check(profile_or_noc, {{"92024", "92024"}, {"00011.00", "00011.00"}, {"none", {}}});
    check(noc_class, {{"0", "0"}, {"01-05", "01-05"}, {"000101", {}}, {"1-5", {}}});
}

TEST(Values, know_provinces_and_postal_codes) {
    check(
        province,
        {{"NWT", "NT"},
         {"YK", "YT"},
         {"PEI", "PE"},
         {"Québec", "QC"},
         {"Newfoundland and Labrador", "NL"},
         {"Bavaria", {}}}
    );
    check(province_of_wages, {{"NAT", ""}, {"ON", "ON"}});
    check(geonames_province, {{"08", "ON"}, {"8", "ON"}, {"06", {}}});
    check(postal_code, {{"A0A1C0", "A0A 1C0"}, {"a0a 1c0", "A0A 1C0"}, {"90210", {}}});
    check(postal_code_inside, {{"Gander, NL A1V 1X3", "A1V 1X3"}, {"New York, 10011", ""}});
    check(province_of_postal_code, {{"A0A1C0", "NL"}});
}

TEST(Values, keep_the_names_of_places_that_are_in_our_letters) {
    check(
        names_in_our_letters,
        {{"Ville de Québec,Квебек,YQB,Quebec City,kebek,St. John's",
          R"({"Quebec City","St. John's","Ville de Québec"})"},
         {"Ab,ab", "{}"},
         {"O\"Brien", "{}"}}
    );
}

TEST(EmployerStatus, is_one_of_three_in_every_spelling) {
    check(
        status,
        {{"Eligible", "eligible"},
         {"Ineligible - unpaid monetary penalty", "unpaid"},
         {"Ineligible-unpaid monetary penalty", "unpaid"},
         {"Ineligible - Unpaid monetary penalty", "unpaid"},
         {"Ineligible – unpaid monetary penalty", "unpaid"},
         {"Ineligible – Unpaid monetary penalty", "unpaid"},
         {"Ineligible until March 4, 2025", "banned"},
         {"Ineligible", "banned"},
         {"Not eligible", {}}}
    );
    check(
        banned_until,
        {{"Ineligible until March 4, 2025", "2025-03-04"},
         {"Ineligible", ""},
         {"Eligible", ""},
         {"Ineligible until soon", {}}}
    );
    check(
        reasons,
        {{"9", "{9}"}, {"5, 6,9 and 20", "{5,6,9,20}"}, {"Footnote *", "{}"}, {"several", {}}}
    );
    check(
        penalty_cents,
        {{"$1,250", "125000"},
         {"$129,000 and a 1-year ban", "12900000"},
         {"Two-year ban", ""},
         {"$547.50", "54750"},
         {"a warning", {}}}
    );
    check(
        decision_day,
        {{"2022-12-6", "2022-12-06"}, {"2020-02-18", "2020-02-18"}, {"2019-02-29", {}}}
    );
}

TEST(LmiaList, is_told_by_its_title_or_the_name_of_its_file) {
    EXPECT_EQ(period_in("2024-12-20_tfwp_2024q3_pos_en.csv.gz"), "2024Q3");
    EXPECT_EQ(period_in("2016-10-21_2015_positive_employers_en.csv"), "2015");
    EXPECT_EQ(period_in("by NOC 2021, July to September 2024"), "2024Q3");
    EXPECT_EQ(period_in("January to March 2018"), "2018Q1");
    EXPECT_EQ(
        period_in("Employers by National Occupational Classification (NOC) 2021"), std::nullopt
    );
    EXPECT_EQ(period_in("2016-10-21_employers.csv"), std::nullopt);
    EXPECT_EQ(decision_in("approved positions"), "positive");
    EXPECT_EQ(decision_in("positions requested"), "negative");
    EXPECT_EQ(decision_in("positions"), std::nullopt);
}

TEST(LmiaList, has_codes_of_its_time) {
    const auto noc = [](const char* occupation, const char* period) {
        const auto known = lmia_occupation(occupation, period);
        return known ? known->noc + " " + known->edition : "refused";
    };
    EXPECT_EQ(noc("0124-Advertising managers", "2024Q1"), "0124 ");
    EXPECT_EQ(noc("124-Advertising managers", "2024Q1"), "0124 ");
    EXPECT_EQ(noc("63200-Cooks", "2024Q3"), "63200 2021");
    EXPECT_EQ(noc("12-Senior managers", "2024Q3"), "00012 2021");
    EXPECT_EQ(noc("12-Senior managers", "2025"), "00012 2021");
    EXPECT_EQ(noc("63200-Cooks", "2024Q2"), "63200 2021");
    EXPECT_EQ(noc("6322-Cooks", "2024Q2"), "6322 ");
    EXPECT_EQ(noc("(blank)", "2024Q3"), " ");
    EXPECT_EQ(noc("99999-Nothing", "2024Q3"), "refused");
    EXPECT_EQ(noc("632001-Cooks", "2024Q1"), "refused");
}

TEST(PublicationDay, stands_in_the_name_of_many_files) {
    const auto day = [](const std::string_view name) {
        const auto found = publication_day_in(name);
        return found ? domain::to_string(*found) : "none";
    };
    EXPECT_EQ(day("lmia_pos_2024-12-20_tfwp_2024q3_pos_en.csv.gz"), "2024-12-20");
    EXPECT_EQ(day("2a71-das-wage2025opendata-esdc-all-19nov2025-vf.csv"), "2025-11-19");
    EXPECT_EQ(day("aip_designated_employers_2026-06.json"), "none");
    EXPECT_EQ(day("list_2024-13-41.csv"), "none");
}

}  // namespace
