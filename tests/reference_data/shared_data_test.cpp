// Every row of the public lists beside the repository is an entry, refused, or known to be none.

#include "tests/reference_data/reading.hpp"
#include "tests/support/shared.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>

namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::Pair;

/// How many rows a list has and what is no entry among them; `rows_published` is what the folder's
/// provenance says, which counts no names of columns.
struct ListCase {
    const char* kind;
    const char* file;
    const char* list;
    std::int64_t entries;
    std::map<std::string, std::int64_t> passed_over = {{"heading", 1}};
};

const std::vector<ListCase>& cases() {
    // clang-format off
    static const std::vector<ListCase> all{
        {"noc_structure", "noc2021/noc_2021_v1.0_classification_structure_en.csv", "2021 en", 822},
        {"noc_structure", "noc2021/noc_2016_structure_en.csv", "2016 en", 690},
        {"noc_structure", "noc2021/noc2021_unit_groups_en_fr.tsv", "2021 en-fr", 516},
        {"noc_titles", "noc2021/noc2021_index_titles_en.tsv", "en", 27941},
        {"noc_titles", "noc2021/noc2021_index_titles_fr.tsv", "fr", 29767},
        {"noc_elements", "noc2021/noc_2021_v1.0_elements-additional_en.csv", "en", 6},
        {"noc_concordance", "noc2021/concordance_noc2016v1.3_noc2021v1.0_en.csv", "2016 to 2021", 585},
        {"noc_outlook", "noc2021/cops_outlook_2024_2033.csv", "ten years", 533},
        {"oasis_texts", "noc2021/main-duties_oasis-2023_v1.0.csv", "main duties", 4991},
        {"oasis_texts", "noc2021/employment-requirements_oasis_2023_v1.0.csv", "employment requirements", 2851},
        {"oasis_texts", "noc2021/exclusions_oasis_2023_v1.0.csv", "exclusions", 3074},
        {"oasis_texts", "noc2021/example-titles_oasis_2023_v1.0.csv", "example titles", 18666},
        {"oasis_texts", "noc2021/lead-statement_oasis_2023_v1.0.csv", "lead statement", 900},
        {"oasis_texts", "noc2021/labels_oasis_2023_v1.0.csv", "labels", 900},
        {"oasis_texts", "noc2021/workplaces-employers_oasis_2023_v1.0.csv", "workplaces", 3418},
        {"oasis_texts", "noc2021/additional-information_oasis_2023_v1.0.csv", "additional information", 1158},
        {"oasis_ratings", "oasis2023/skills_oasis_2023_v1.0.csv", "skills", 900},
        {"oasis_ratings", "oasis2023/knowledges_oasis_2023_v1.0.csv", "knowledges", 900},
        {"oasis_ratings", "oasis2023/abilities_oasis_2023_v1.0.csv", "abilities", 900},
        {"oasis_ratings", "oasis2023/workactivities_oasis_2023_v1.0.csv", "work activities", 900},
        {"oasis_ratings", "oasis2023/workcontext_oasis_2023_v1.0.csv", "work context", 900},
        {"oasis_ratings", "oasis2023/interests_oasis_2023_v1.0.csv", "interests", 900},
        {"oasis_ratings", "oasis2023/personal-attributes_oasis_2023_v1.0.csv", "personal attributes", 900},
        {"oasis_guide", "oasis2023/guide_oasis_2023_v1.0.csv", "descriptors", 423},
        {"onet_crosswalk", "oasis2023/noc2021_onet26.csv", "by noc", 1467},
        {"onet_crosswalk", "oasis2023/onet2019_to_noc2021_mapping_bcgov_v3.csv", "weighted", 1702},
        {"lmia", "employers/lmia_neg_2017-08-04_2016_negative_employer_en.csv.gz", "negative 2016", 3932},
        {"lmia", "employers/lmia_neg_2024-06-20_tfwp_2024q1_neg_en.csv.gz", "negative 2024Q1", 866},
        {"lmia", "employers/lmia_neg_2024-12-20_tfwp_2024q3_neg_en.csv.gz", "negative 2024Q3", 905},
        {"lmia", "employers/lmia_pos_2016-10-21_2015_positive_employers_en.csv.gz", "positive 2015", 13112,
         {{"heading", 13}, {"section", 13}}},
        {"lmia", "employers/lmia_pos_2017-08-04_2016_positive_employer_en.csv.gz", "positive 2016", 15979},
        {"lmia", "employers/lmia_pos_2018-09-27_2018q1_positive_employer_en.csv.gz", "positive 2018Q1", 4401},
        {"lmia", "employers/lmia_pos_2020-02-27_tfwp_2019q4_positive_en.csv.gz", "positive 2019Q4", 9228},
        {"lmia", "employers/lmia_pos_2023-09-15_tfwp_2023q2_pos_en.csv.gz", "positive 2023Q2", 16170,
         {{"blank", 4}, {"heading", 1}}},
        {"lmia", "employers/lmia_pos_2024-04-18_tfwp_2023q4_pos_en.csv.gz", "positive 2023Q4", 22026},
        {"lmia", "employers/lmia_pos_2024-06-20_tfwp_2024q1_pos_en.csv.gz", "positive 2024Q1", 25579},
        {"lmia", "employers/lmia_pos_2024-12-20_tfwp_2024q3_pos_en.csv.gz", "positive 2024Q3", 20590},
        {"lmia", "employers/lmia_pos_2024Q3_official.xlsx", "positive 2024Q3", 20590,
         {{"heading", 1}, {"note", 8}, {"title", 1}}},
        {"non_compliant", "employers/ircc_non_compliant_employers_2023-10-04.tsv", "employers", 766},
        {"non_compliant", "employers/ircc_non_compliant_employers_2023-10-04.html.gz", "employers", 766},
        {"aip_designated", "employers/aip_designated_employers_2026-06.json", "employers", 2917, {}},
        {"wages", "wages/jobbank_median_wage_2021_noc2016_x_region.tsv", "by economic region", 10951},
        {"gazetteer", "geo/geonames_cities500_CA.tsv", "places", 1347},
        {"geonames_provinces", "geo/geonames_admin1_to_province.tsv", "provinces", 13},
        {"city_regions", "geo/jobbank_city_to_economic_region_2021.tsv", "cities", 3604},
        {"postal_codes", "geo/postal_code_latlng_lmia.tsv.gz", "coordinates", 20318},
        {"pilot_communities", "geo/rcip_fcip_communities.tsv", "communities", 20},
        {"rounds", "express_entry/ee_rounds_123_en_2026-08-07.json", "express entry", 435, {}},
    };
    // clang-format on
    return all;
}

class SharedLists : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(data_)) {
            GTEST_SKIP() << "../shared absent";
        }
    }

    json::value provenance(const std::string& folder) const {
        std::ifstream stream{data_ / folder / "provenance.json"};
        return json::parse(std::string{std::istreambuf_iterator<char>{stream}, {}});
    }

    const std::filesystem::path data_ = support::shared() / "data";
};

TEST_F(SharedLists, are_accounted_for_row_by_row) {
    for (const auto& [kind, file, list, entries, passed_over] : cases()) {
        const auto reading = read_list(kind, data_ / file);
        EXPECT_EQ(reading.error, "") << file;
        EXPECT_EQ(reading.list, list) << file;
        EXPECT_EQ(static_cast<std::int64_t>(reading.entries.size()), entries) << file;
        EXPECT_EQ(reading.passed_over, passed_over) << file;
        EXPECT_EQ(
            reading.rows(),
            entries + std::accumulate(
                          passed_over.begin(),
                          passed_over.end(),
                          std::int64_t{0},
                          [](const std::int64_t sum, const auto& each) { return sum + each.second; }
                      )
        ) << file;
    }
}

TEST_F(SharedLists, have_as_many_rows_as_their_provenance_says) {
    for (const std::string folder : {"employers", "noc2021", "oasis2023", "wages", "geo"}) {
        const auto document = provenance(folder);
        for (const auto& told : document.at("files").as_array()) {
            const std::string file = folder + "/" + std::string{told.at("file").as_string()};
            const auto found = std::ranges::find_if(cases(), [&](const ListCase& each) {
                return file == each.file;
            });
            ASSERT_NE(found, cases().end()) << file << " is read by no kind";
            if (const auto* rows = told.as_object().if_contains("rows")) {
                const auto reading = read_list(found->kind, data_ / file);
                const bool counts_names = reading.passed_over.contains("heading");
                EXPECT_EQ(reading.rows() - (counts_names ? 1 : 0), rows->as_int64()) << file;
            }
        }
    }
}

std::map<std::string, int> counted(const Reading& reading, const std::string& column) {
    std::map<std::string, int> counts;
    for (const Entry& entry : reading.entries) {
        ++counts[entry.contains(column) ? entry.at(column) : "NULL"];
    }
    return counts;
}

/// Whoever made the table of the page wrote commas and spaces in another way here and there.
Entry without_commas(Entry entry) {
    for (const std::string column : {"address", "reasons_as_published"}) {
        std::erase_if(entry.at(column), [](const char each) { return each == ',' || each == ' '; });
    }
    return entry;
}

TEST_F(SharedLists, of_non_compliant_employers_are_the_same_from_page_and_table) {
    const auto page = read_list(
        "non_compliant", data_ / "employers/ircc_non_compliant_employers_2023-10-04.html.gz"
    );
    const auto table =
        read_list("non_compliant", data_ / "employers/ircc_non_compliant_employers_2023-10-04.tsv");
    ASSERT_EQ(page.entries.size(), table.entries.size());
    for (std::size_t index = 0; index < page.entries.size(); ++index) {
        EXPECT_EQ(without_commas(page.entries[index]), without_commas(table.entries[index]));
    }
    EXPECT_EQ(page.published_on, domain::parse_date("2023-10-04").value());
    EXPECT_THAT(
        counted(page, "status"),
        ElementsAre(Pair("banned", 20), Pair("eligible", 438), Pair("unpaid", 308))
    );
    EXPECT_EQ(counted(page, "decided_on").at("2022-12-06"), 5) << "published as 2022-12-6";
    EXPECT_EQ(counted(page, "decided_on").at("NULL"), 1) << "published as 2019-02-29";
    EXPECT_EQ(counted(page, "banned_until").at("NULL"), 766 - 19);
    EXPECT_EQ(counted(page, "reasons").at("{}"), 56);
    EXPECT_EQ(counted(page, "penalty_cents").at("NULL"), 57);
    const auto other_name = std::ranges::count_if(page.entries, [](const Entry& entry) {
        return !entry.contains("legal_name") ||
               entry.at("legal_name") != entry.at("operating_name");
    });
    EXPECT_EQ(other_name, 265);
}

TEST_F(SharedLists, of_2024q3_are_the_same_from_workbook_and_table) {
    const auto workbook = read_list("lmia", data_ / "employers/lmia_pos_2024Q3_official.xlsx");
    const auto table =
        read_list("lmia", data_ / "employers/lmia_pos_2024-12-20_tfwp_2024q3_pos_en.csv.gz");
    EXPECT_EQ(workbook.entries, table.entries);
    EXPECT_EQ(counted(workbook, "noc").count("NULL"), 0U);
    EXPECT_EQ(counted(workbook, "province").at("NULL"), 104);
}

TEST_F(SharedLists, of_lmia_have_a_province_filled_in_for_each_row) {
    const auto list =
        read_list("lmia", data_ / "employers/lmia_pos_2017-08-04_2016_positive_employer_en.csv.gz");
    const auto provinces = counted(list, "province_as_published");
    EXPECT_EQ(provinces.size(), 14U);
    EXPECT_EQ(counted(list, "noc_edition"), (std::map<std::string, int>{{"2011", 15979}}));
    EXPECT_EQ(list.entries[2].at("employer"), list.entries[1].at("employer"));
    EXPECT_NE(list.entries[2].at("address"), list.entries[1].at("address"));
}

TEST_F(SharedLists, of_designated_employers_cover_three_provinces) {
    const auto list =
        read_list("aip_designated", data_ / "employers/aip_designated_employers_2026-06.json");
    EXPECT_THAT(
        counted(list, "province"), ElementsAre(Pair("NB", 1262), Pair("NL", 94), Pair("NS", 1561))
    );
    EXPECT_EQ(list.published_on, std::nullopt) << "a month is no day";
}

TEST_F(SharedLists, of_wages_keep_what_is_suppressed) {
    const auto list =
        read_list("wages", data_ / "wages/jobbank_median_wage_2021_noc2016_x_region.tsv");
    EXPECT_EQ(counted(list, "median_cents").at("NULL"), 10951 - 7348);
    EXPECT_EQ(counted(list, "region_en").size(), 76U);
}

}  // namespace
