// Lists in the shapes in which they are published; what stands in them is fictional.

#include "tests/reference_data/reading.hpp"

#include <gmock/gmock.h>

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Pair;
using testing::SizeIs;

std::vector<std::string> column(const Reading& reading, const std::string& name) {
    std::vector<std::string> values;
    for (const Entry& entry : reading.entries) {
        values.push_back(entry.contains(name) ? entry.at(name) : "NULL");
    }
    return values;
}

TEST(Lmia, of_2015_has_a_section_for_each_province) {
    const auto list = read_list(
        "lmia",
        "2016-10-21_2015_positive_employers_en.csv",
        "Newfoundland and Labrador,,\r\n"
        "Employer,Address,Positions approved\r\n"
        "Cod Hollow Inn,\"1 Wharf Road, St. John's, NL  A1A 1A1\",3\r\n"
        "Yukon,,\r\n"
        "Employer,Address ,Positions approved\r\n"
        "Caf\xE9 du Nord,\"Dawson, YT\",x\r\n"
        "Midnight Sun Works,\"Dawson, YT\",\"1,200\"\r\n"
        "Outside Canada,,\r\n"
        "Fjord AS,\"Bergen, NORWAY\",1\r\n"
        "Note: names of persons are left out.,,\r\n"
    );
    EXPECT_EQ(list.error, "");
    EXPECT_EQ(list.list, "positive 2015");
    EXPECT_EQ(list.published_on, domain::parse_date("2016-10-21").value());
    EXPECT_THAT(
        list.passed_over, ElementsAre(Pair("heading", 2), Pair("note", 1), Pair("section", 3))
    );
    EXPECT_THAT(
        column(list, "employer"), ElementsAre("Cod Hollow Inn", "Midnight Sun Works", "Fjord AS")
    );
    EXPECT_THAT(column(list, "province"), ElementsAre("NL", "YT", "NULL"));
    EXPECT_THAT(
        column(list, "province_as_published"),
        ElementsAre("Newfoundland and Labrador", "Yukon", "Outside Canada")
    );
    EXPECT_THAT(column(list, "postal_code"), ElementsAre("A1A 1A1", "NULL", "NULL"));
    EXPECT_THAT(column(list, "positions"), ElementsAre("3", "1200", "1"));
    ASSERT_THAT(list.refused, SizeIs(1));
    EXPECT_EQ(list.refused[0].line, 6);
    EXPECT_EQ(list.refused[0].field, "Positions approved");
    EXPECT_EQ(list.refused[0].reason, "'x' is no whole number");
    EXPECT_THAT(list.refused[0].raw, HasSubstr("Café du Nord")) << "read as windows-1252";
    EXPECT_EQ(list.rows(), 10);
}

TEST(Lmia, leaves_to_the_row_above_what_a_cell_does_not_say) {
    const auto list = read_list(
        "lmia",
        "2018q1_positive_employer_en.csv",
        "Province/Territory,Stream,Employer,Address,Occupation,Approved Positions\n"
        "Quebec,    High Wage,Atelier Exemple,\"Laval, QC H7A 1A1\",3111-Specialist physicians,1\n"
        ",,,,6322-Cooks,2\n"
        ",,,\"Gatineau, QC J8A 1A1\",6322-Cooks,3\n"
        ",,Chantier Exemple,,6322-Cooks,4\n"
        ",   Low Wage,Atelier Exemple,\"Laval, QC H7A 1A1\",631-Supervisors,5\n"
        "Ontario,,Sample Works,\"Ottawa, ON K1A 1A1\",6322-Cooks,6\n"
        ",Low Wage,,\"Ottawa, ON K1A 1A1\",6322-Cooks,7\n"
    );
    EXPECT_EQ(list.list, "positive 2018Q1");
    EXPECT_THAT(column(list, "province"), ElementsAre("QC", "QC", "QC", "QC", "QC", "ON"));
    EXPECT_THAT(
        column(list, "stream"),
        ElementsAre("High Wage", "High Wage", "High Wage", "High Wage", "Low Wage", "NULL")
    );
    EXPECT_THAT(
        column(list, "employer"),
        ElementsAre(
            "Atelier Exemple",
            "Atelier Exemple",
            "Atelier Exemple",
            "Chantier Exemple",
            "Atelier Exemple",
            "Sample Works"
        )
    );
    EXPECT_THAT(
        column(list, "postal_code"),
        ElementsAre("H7A 1A1", "H7A 1A1", "J8A 1A1", "NULL", "H7A 1A1", "K1A 1A1")
    ) << "another employer's address is nobody's";
    EXPECT_THAT(column(list, "noc"), ElementsAre("3111", "6322", "6322", "6322", "0631", "6322"));
    ASSERT_THAT(list.refused, SizeIs(1));
    EXPECT_EQ(list.refused[0].field, "Employer");
    EXPECT_EQ(list.refused[0].reason, "missing");
}

TEST(Lmia, since_2023_counts_assessments_and_since_2024q3_has_noc_2021) {
    const std::string header =
        "Province/Territory,Program Stream,Employer,Address,Occupation,Incorporate Status,"
        "Requested LMIAs,Requested Positions\n";
    const auto list = read_list(
        "lmia",
        "tfwp_2024q3_neg_en.csv",
        header +
            "Nova Scotia      ,Low Wage    ,Sample Inc. o/a The Sample,\"Truro, NS B2N "
            "1A1\",63200-Cooks,Unknown,2,4\n"
            ",,,,,,,\n"
            "Nova Scotia,Low Wage,,\"Truro, NS B2N 1A1\",63200-Cooks,Unknown,1,1\n"
            "Nova Scotia,Low Wage,Sample Two,\"Truro, NS B2N 1A1\",(blank),Unknown,1,1\n"
            "Nova Scotia,Low Wage,Sample Three,\"Truro, NS B2N 1A1\",99999-Nothing,Unknown,1,1\n"
            "Employers carrying on business in Canada with Head Office outside of Canada,High "
            "Wage,Fjord AS,\"Bergen, 5003\",12-Senior managers,Corporation,1,1\n"
    );
    EXPECT_EQ(list.list, "negative 2024Q3");
    EXPECT_THAT(column(list, "noc"), ElementsAre("63200", "NULL", "NULL", "00012"));
    EXPECT_THAT(column(list, "noc_edition"), ElementsAre("2021", "NULL", "NULL", "2021"));
    EXPECT_THAT(
        column(list, "occupation"),
        ElementsAre("63200-Cooks", "NULL", "99999-Nothing", "12-Senior managers")
    );
    EXPECT_THAT(column(list, "lmias"), ElementsAre("2", "1", "1", "1"));
    EXPECT_THAT(
        list.entries[0],
        IsSupersetOf(Entry{
            {"province", "NS"},
            {"stream", "Low Wage"},
            {"decision", "negative"},
            {"period", "2024Q3"}})
    );
    EXPECT_THAT(list.passed_over, ElementsAre(Pair("blank", 1), Pair("heading", 1)));
    ASSERT_THAT(list.refused, SizeIs(2));
    EXPECT_EQ(list.refused[0].field, "Employer")
        << "nothing is filled in where every row is complete";
    EXPECT_EQ(list.refused[1].extent, store::Refused::Extent::value);
    EXPECT_THAT(list.refused[1].reason, HasSubstr("99999-Nothing"));
}

TEST(Lmia, of_no_known_time_is_refused) {
    const auto list = read_list(
        "lmia",
        "list.csv",
        "Province/Territory,Employer,Address,Occupations under NOC 2011,Positions Approved\n"
    );
    EXPECT_THAT(list.error, HasSubstr("list.csv: neither a title nor the name of the file"));
}

constexpr std::string_view page = R"(<!doctype html><html><head>
<meta name="dcterms.modified" title="W3CDTF" content="2023-10-04"></head><body>
<table><tr><td>something else</td></tr></table>
<table><thead><tr><th>Business operating name</th><th>Business legal name</th><th>Address</th>
<th>Reason(s)</th><th>Date of final decision</th><th>Penalty</th><th>Status</th></tr></thead><tbody>
<tr><td>Cargo Sample Group</td><td>2110120 Sample Inc.</td><td>7 Bren Road<br>
 Mississauga, Ontario</td><td><a href="#9">9</a>, <a href="#20">20</a></td><td>2020-02-18&nbsp;</td>
<td>$1,250</td><td><strong>Ineligible&nbsp;– unpaid monetary penalty</strong></td></tr>
<tr><td>Sample Farms</td><td></td><td>Kelowna</td><td>Footnote *</td><td>2019-02-29</td>
<td>Two-year ban</td><td>Ineligible until March 4, 2025</td></tr>
<tr><td>Sample Mill</td><td>Sample Mill</td><td>Duncan</td><td>1</td><td>2020-01-14</td>
<td>$500</td><td>Suspended</td></tr>
</tbody></table></body></html>)";

TEST(NonCompliant, is_read_off_the_page_and_dated_by_it) {
    const auto list = read_list("non_compliant", "page.html", page);
    EXPECT_EQ(list.error, "");
    EXPECT_EQ(list.published_on, domain::parse_date("2023-10-04").value());
    ASSERT_THAT(list.entries, SizeIs(2));
    EXPECT_THAT(
        list.entries[0],
        IsSupersetOf(Entry{
            {"operating_name", "Cargo Sample Group"},
            {"legal_name", "2110120 Sample Inc."},
            {"address", "7 Bren Road, Mississauga, Ontario"},
            {"reasons", "{9,20}"},
            {"decided_on", "2020-02-18"},
            {"penalty_cents", "125000"},
            {"status", "unpaid"}})
    );
    EXPECT_THAT(
        list.entries[1],
        IsSupersetOf(Entry{
            {"status", "banned"},
            {"banned_until", "2025-03-04"},
            {"decided_on_as_published", "2019-02-29"}})
    ) << "nobody banned is lost for a day that never was";
    EXPECT_FALSE(list.entries[1].contains("decided_on"));
    ASSERT_THAT(list.refused, SizeIs(2));
    EXPECT_EQ(list.refused[0].field, "Date of final decision");
    EXPECT_EQ(list.refused[1].field, "Status");
    EXPECT_EQ(list.refused[1].reason, "'Suspended' is no status that is known");
    EXPECT_EQ(list.rows(), 4);
}

TEST(Designated, is_a_json_array) {
    const auto list = read_list(
        "aip_designated",
        "aip_2026-06-30.json",
        R"([{"province": "NL", "employer": "Sample Inc. o/a S", "location": "St. John's", "tech": true},
            {"province": "NS", "employer": "", "location": "", "tech": false},
            "none",
            {"province": "XX", "employer": "Sample"},
            {"province": "PE", "employer": "Île inc."}])"
    );
    EXPECT_EQ(list.list, "employers");
    ASSERT_THAT(list.entries, SizeIs(2));
    EXPECT_THAT(list.entries[0], IsSupersetOf(Entry{{"province", "NL"}, {"tech", "true"}}));
    EXPECT_EQ(list.entries[1], (Entry{{"province", "PE"}, {"employer", "Île inc."}}));
    ASSERT_THAT(list.refused, SizeIs(3));
    EXPECT_EQ(list.refused[0].line, 2);
    EXPECT_EQ(list.refused[1].reason, "not a JSON object");
    EXPECT_EQ(list.refused[2].reason, "'XX' is no province");
}

TEST(Wages, of_2025_have_22_columns) {
    const auto list = read_list(
        "wages",
        "wages.csv",
        "\xEF\xBB\xBFNOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,"
        "Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,"
        "Average_Wage_Salaire_Moyen,Quartile1_Wage_Salaire_Quartile1,Quartile3_Wage_Salaire_"
        "Quartile3,"
        "Source2025_NHQ,Data_Source_E,Data_Source_F,Reference_Period,Revision_Date_Date_revision,"
        "Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E,Wage_Comment_F,EmployeesWithNonWageBenefit_"
        "Pct\n"
        "NOC_00010,Sample "
        "members,Membres,NAT,ER00,Canada,Canada,32867,84000,184000,97600,54400,132000,"
        "S,Source,Source,2021,2025-11-19,1,,,63.1\n"
        "NOC_63200,Sample cooks,Cuisiniers,NWT,ER6110,Northwest Territories,T. "
        "N.-O.,15.5,18.25,24,,,,"
        "S,Source,Source,2023-2024,2025-11-19,0,,,\n"
        "NOC_63200,Sample cooks,Cuisiniers,NWT,ER6110,Northwest Territories,T. "
        "N.-O.,1,1,1,,,,,,,,,0,,,\n"
        "NOC_63201,Sample "
        "bakers,Boulangers,ON,ER35,Ontario,Ontario,,,,,,,S,Source,Source,,2025-11-19,0,suppressed,,"
        "\n"
    );
    EXPECT_EQ(list.error, "");
    EXPECT_EQ(list.published_on, domain::parse_date("2025-11-19").value());
    EXPECT_THAT(column(list, "noc"), ElementsAre("00010", "63200", "63201"));
    EXPECT_THAT(column(list, "noc_edition"), ElementsAre("2021", "2021", "2021"));
    EXPECT_THAT(column(list, "province"), ElementsAre("NULL", "NT", "ON"));
    EXPECT_THAT(column(list, "median_cents"), ElementsAre("8400000", "1825", "NULL"));
    EXPECT_THAT(column(list, "period"), ElementsAre("year", "hour", "hour"));
    EXPECT_THAT(
        list.entries[0].at("details"), HasSubstr(R"("EmployeesWithNonWageBenefit_Pct":"63.1")")
    );
    ASSERT_THAT(list.refused, SizeIs(1));
    EXPECT_EQ(list.refused[0].reason, "the same stands on line 3");
}

TEST(Wages, of_older_years_have_other_names_of_columns) {
    const auto list = read_list(
        "wages",
        "2a71-das-wage2016opendata-esdc-all-19feb2016-vf.csv",
        "NOC_CNP,NOC_Title,Titre_CNP,PROV,ER_Code_Code_RE,ER_Name_Nom_RE,Low_Wage_Salaire_Minium,"
        "Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal\n"
        "NOC_0011,Sample members,D\xE9put\xE9s,YK,ER6010,Yukon,,40.5,\n"
        "0012,Sample members,Cadres,XX,ER1,Nowhere,,1,\n"
    );
    EXPECT_EQ(list.error, "");
    EXPECT_EQ(list.published_on, domain::parse_date("2016-02-19").value());
    ASSERT_THAT(list.entries, SizeIs(1));
    EXPECT_THAT(
        list.entries[0],
        IsSupersetOf(Entry{
            {"noc", "0011"},
            {"noc_edition", "2011/2016"},
            {"title_fr", "Députés"},
            {"province", "YT"},
            {"median_cents", "4050"}})
    );
    EXPECT_FALSE(list.entries[0].contains("period")) << "not said, so not known";
    EXPECT_EQ(list.refused[0].field, "PROV");
}

TEST(Gazetteer, takes_the_populated_places_of_canada_with_header_or_without) {
    const std::string rows =
        "1\tSample Falls\tSample "
        "Falls\tChutes-Exemple,sampl,SMP\t45.5\t-75.5\tP\tPPL\tCA\t\t08\t\t\t\t1234\t\t70\tAmerica/"
        "Toronto\t2022-01-02\n"
        "2\tSample River\tSample "
        "River\t\t45.5\t-75.5\tH\tSTM\tCA\t\t08\t\t\t\t0\t\t70\tAmerica/Toronto\t2022-01-02\n"
        "3\tElsewhere\tElsewhere\t\t45.5\t5.5\tP\tPPL\tFR\t\t08\t\t\t\t9\t\t70\tEurope/"
        "Paris\t2022-01-02\n"
        "4\tLost\tLost\t\t95.5\t-75.5\tP\tPPL\tCA\t\t08\t\t\t\t1\t\t70\tAmerica/"
        "Toronto\t2022-01-02\n";
    const std::string header =
        "geonameid\tname\tasciiname\talternatenames\tlatitude\tlongitude\tfeature_class\tfeature_"
        "code\tcountry_code\tcc2\t"
        "admin1_code\tadmin2_code\tadmin3_code\tadmin4_"
        "code\tpopulation\televation\tdem\ttimezone\tmodification_date\n";
    const auto with = read_list("gazetteer", "places.tsv", header + rows);
    const auto without = read_list("gazetteer", "CA.txt", rows);
    EXPECT_EQ(with.error, "");
    EXPECT_EQ(with.entries, without.entries);
    EXPECT_EQ(with.rows(), without.rows() + 1);
    ASSERT_THAT(with.entries, SizeIs(1));
    EXPECT_THAT(
        with.entries[0],
        IsSupersetOf(Entry{
            {"geoname_id", "1"},
            {"province", "ON"},
            {"other_names", R"({"Chutes-Exemple"})"},
            {"population", "1234"}})
    );
    EXPECT_THAT(
        with.passed_over,
        ElementsAre(Pair("heading", 1), Pair("no populated place", 1), Pair("outside of Canada", 1))
    );
    EXPECT_EQ(with.refused.at(0).field, "latitude");
}

TEST(Noc, has_its_titles_in_two_languages_and_its_lost_zeros_back) {
    const auto english = read_list(
        "noc_titles", "en.tsv", "noc2021\tteer\ttitle\n12\t0\tsample \"chief\"\n29310\t9\tnone\n"
    );
    EXPECT_EQ(english.list, "en");
    EXPECT_THAT(
        english.entries,
        ElementsAre(Entry{{"language", "en"}, {"noc", "00012"}, {"title", "sample \"chief\""}})
    );
    EXPECT_EQ(english.refused.at(0).field, "noc2021");
    const auto french = read_list(
        "noc_titles",
        "fr.tsv",
        "cnp2021\tfeer\ttitre\n00012\t0\tChef/cheffe\n00012\t0\tChef/cheffe\n"
    );
    EXPECT_EQ(french.list, "fr");
    EXPECT_THAT(french.entries, SizeIs(1));
    EXPECT_EQ(french.refused.at(0).reason, "the same stands on line 2");
    const auto structure = read_list(
        "noc_structure",
        "structure.csv",
        "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition\n"
        "1,Broad Category,0,Sample category,Of samples.\n4,Minor Group,1,Sample group,\n"
    );
    EXPECT_THAT(column(structure, "code"), ElementsAre("0", "0001"));
}

TEST(Oasis, has_ratings_under_headers_with_stray_spaces) {
    const auto skills = read_list(
        "oasis_ratings",
        "skills.csv",
        "OaSIS Code - Final,OaSIS Label - Final,Reading Comprehension,Writing  , Digital Literacy\n"
        "12,Sample managers,5,4,0\n41220.1,Sample teachers,5,4,6\n"
    );
    EXPECT_EQ(skills.list, "skills");
    ASSERT_THAT(skills.entries, SizeIs(1));
    EXPECT_EQ(
        skills.entries[0].at("ratings"),
        R"({"Reading Comprehension":5,"Writing":4,"Digital Literacy":0})"
    );
    EXPECT_EQ(skills.entries[0].at("profile"), "00012.00");
    EXPECT_EQ(skills.entries[0].at("code_as_published"), "12");
    EXPECT_EQ(skills.refused.at(0).field, "Digital Literacy");
    const auto duties =
        read_list("oasis_texts", "d.csv", "Code OaSIS;Main duties\n00012.00;Lead, plan\n");
    EXPECT_EQ(duties.list, "main duties");
    EXPECT_THAT(column(duties, "text"), ElementsAre("Lead, plan"));
}

TEST(AnyList, of_other_columns_is_refused_with_what_it_lacks) {
    const auto list = read_list(
        "non_compliant",
        "employers.csv",
        "business operating name,business legal name,address,reasons,date of final "
        "decision,penalty\n"
    );
    EXPECT_THAT(
        list.error,
        HasSubstr(
            "employers.csv: has no columns of the kind 'non_compliant'; nearest, it lacks: status"
        )
    );
    EXPECT_THAT(read_list("lmia", "empty.csv", "").error, HasSubstr("empty.csv: is empty"));
    EXPECT_THAT(
        read_list("lmia", "/nonexistent/list.csv").error, HasSubstr("/nonexistent/list.csv")
    );
    EXPECT_THAT(
        read_list("aip_designated", "a.json", "{\"a\": 1}").error,
        HasSubstr("no array of JSON objects")
    );
    EXPECT_THAT(
        read_list("non_compliant", "a.html", "<html><p>no table").error, HasSubstr("holds no table")
    );
}

TEST(AnyList, refuses_a_row_of_another_width_and_goes_on) {
    const auto list = read_list(
        "pilot_communities",
        "c.csv",
        "pilot,community,province\nRCIP,Sample Bay\nFCIP,\"Open\nRCIP,Sample "
        "Falls,ON,more\nFCIP,Exemple,NB\n"
    );
    EXPECT_THAT(column(list, "community"), ElementsAre("Exemple"));
    ASSERT_THAT(list.refused, SizeIs(3));
    EXPECT_EQ(list.refused[0].reason, "the row has 2 columns where the header has 3");
    EXPECT_EQ(list.refused[1].reason, "a quoted field is never closed");
    EXPECT_EQ(list.refused[2].reason, "the row has 4 columns where the header has 3");
}

TEST(MinimumWages, name_a_page_for_each_figure) {
    const auto list = read_list(
        "minimum_wages",
        "minimum_2026-01-10.csv",
        "province,category,from,to,hourly,url\n"
        "NS,,2024-04-01,2025-03-31,11.11,https://wages.example/ns\n"
        "Nova Scotia,students,2024-04-01,,9,https://wages.example/ns\n"
        "NS,,2024-04-01,,12,https://wages.example/ns\n"
        "ON,,2024-04-01,,0.00,https://wages.example/on\n"
        "ON,,2024-04-01,,12,by word of mouth\n"
    );
    EXPECT_EQ(list.list, "by province");
    EXPECT_THAT(column(list, "category"), ElementsAre("general", "students"));
    EXPECT_THAT(column(list, "hourly_cents"), ElementsAre("1111", "900"));
    EXPECT_THAT(column(list, "ends_on"), ElementsAre("2025-03-31", "NULL"));
    ASSERT_THAT(list.refused, SizeIs(3));
    EXPECT_EQ(list.refused[1].reason, "'0.00' is not above zero");
    EXPECT_EQ(list.refused[2].reason, "'by word of mouth' is no address of a web page");
}

TEST(LicensedOccupations, say_yes_or_no) {
    const auto list = read_list(
        "licensed_occupations",
        "licensed_2026-01-10.csv",
        "noc,province,regulator,url,compulsory\n"
        "72200,NS,Board of Sample Trades,https://board.example,yes\n"
        "72200,ON,Board of Sample Trades,https://board.example,no\n"
        "72200,QC,Board of Sample Trades,https://board.example,perhaps\n"
    );
    EXPECT_THAT(column(list, "compulsory"), ElementsAre("true", "false"));
    ASSERT_THAT(list.refused, SizeIs(1));
    EXPECT_EQ(list.refused[0].reason, "'perhaps' is neither yes nor no");
}

TEST(ProvincialStreams, keep_their_conditions_in_words) {
    const auto list = read_list(
        "provincial_streams",
        "streams_2026-01-10.csv",
        "province,stream,conditions,url\n"
        "NS,Sample Stream,\"TEER 2 or 3, NOC 72200\",https://streams.example\n"
    );
    EXPECT_THAT(column(list, "conditions"), ElementsAre("TEER 2 or 3, NOC 72200"));
}

TEST(Kinds, have_layouts_that_fill_the_same_table) {
    for (const auto& kind : reference_data::kinds()) {
        EXPECT_EQ(reference_data::kind_named(kind.name), &kind);
        EXPECT_EQ(kind.layouts.empty(), kind.name == "rounds");
        for (const auto& layout : kind.layouts) {
            EXPECT_TRUE(!layout.list.empty() || layout.name_list) << kind.name;
        }
    }
    EXPECT_EQ(reference_data::kind_named("none"), nullptr);
}

}  // namespace
