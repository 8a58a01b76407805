// Lists as an operator imports them, and what is looked up in them then. All of it is fictional.

#include "indexer/trust_lists.hpp"

#include "indexer/commands/import_command.hpp"
#include "indexer/verification/checks.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>

namespace {

using verification::Lists;
using verification::Verdict;

class TrustLists : public testing::Test {
protected:
    void import(const std::string& kind, const std::string& name, const std::string_view content) {
        const auto report = commands::import_list(
            database_,
            {.kind = kind,
             .file = folder_.write(name, content),
             .published_on = domain::parse_date("2026-01-10").value()},
            {}
        );
        ASSERT_TRUE(report) << kind << ": " << report.error().message;
    }

    support::TemporaryFolder folder_;
    support::TestDatabase test_database_;
    store::Database database_{
        {.conninfo = test_database_.conninfo("jobscout_owner"), .connections_max = 2}};
};

domain::Posting paid_posting(const std::string& employer) {
    domain::Posting result;
    result.hiring_organization = employer;
    domain::Place& place = result.job_locations.emplace_back();
    place.province = domain::Province::NS;
    place.city = "Truro";
    result.date_posted = domain::parse_date("2026-01-15").value();
    result.noc = domain::NocCode::parse("63200").value();
    result.base_salary =
        domain::Pay{.min = 1'000, .max = std::nullopt, .hourly_min = 1'000, .hourly_max = 1'000};
    return result;
}

std::map<std::string, std::string> verdicts(const Lists& lists, const domain::Posting& posting) {
    std::map<std::string, std::string> result;
    for (const auto& check : verification::verify(
             {.posting = posting,
    .sha256 = "00",
    .fetched_on = domain::parse_date("2026-01-20").value(),
    .lists = &lists}
         )) {
        result[std::string{name(check.kind)}] =
            std::string{name(check.verdict)}.append(" ").append(check.code);
    }
    return result;
}

TEST_F(TrustLists, know_nothing_before_an_import) {
    const Lists lists = ingest::load_trust_lists(database_);
    const auto said = verdicts(lists, paid_posting("Driftwood Fencing Ltd."));
    for (const char* check :
         {"employer_identity",
          "non_compliant_list",
          "lmia_history",
          "designation",
          "minimum_wage",
          "median_wage"}) {
        EXPECT_EQ(said.at(check), "unknown no_list") << check;
    }
}

TEST_F(TrustLists, are_what_is_active) {
    import(
        "lmia",
        "tfwp_2025q3_pos_en.csv",
        "Province/Territory,Program Stream,Employer,Address,Occupation,Incorporate Status,"
        "Approved LMIAs,Approved Positions\n"
        "Nova Scotia,Low Wage,Driftwood Fencing Ltd.,\"Truro, NS B2N "
        "1A1\",63200-Cooks,Unknown,1,2\n"
    );
    import(
        "non_compliant",
        "employers.tsv",
        "business_operating_name\tbusiness_legal_name\taddress\treasons\tdate_of_final_decision\t"
        "penalty\tstatus\n"
        "Driftwood Fencing Ltd.\tDriftwood Fencing Ltd.\t2 Pine Lane, Truro, Nova Scotia\t9\t"
        "2025-02-01\t$1,000\tIneligible - unpaid monetary penalty\n"
    );
    import(
        "aip_designated",
        "aip.json",
        R"([{"province": "NS", "employer": "Driftwood Fencing Ltd.", "location": "Truro", "tech": false}])"
    );
    import("pilot_communities", "pilots.tsv", "pilot\tcommunity\tprovince\nRCIP\tTruro\tNS\n");
    import(
        "wages",
        "wages.tsv",
        "noc2016\teconomic_region\tmedian_wage\tunit\n6322\tSample Shore Region\t16.00\thour\n"
    );
    import(
        "city_regions",
        "cities.tsv",
        "city\tprovince\teconomic_region\tpostings\tshare\nTruro\tNS\tSample Shore Region\t1\t1.0\n"
    );
    import(
        "minimum_wages",
        "minimum.csv",
        "province,category,from,to,hourly,url\n"
        "NS,,2025-04-01,,12.34,https://wages.example/ns\n"
        "NS,students,2025-04-01,,5.00,https://wages.example/ns\n"
    );
    import(
        "licensed_occupations",
        "licensed.csv",
        "noc,province,regulator,url,compulsory\n"
        "63200,NS,Board of Sample Trades,https://board.example,yes\n"
    );
    const Lists lists = ingest::load_trust_lists(database_);
    const auto said = verdicts(lists, paid_posting("Driftwood Fencing Ltd."));
    EXPECT_EQ(said.at("employer_identity"), "pass exact");
    EXPECT_EQ(said.at("non_compliant_list"), "fail unpaid");
    EXPECT_EQ(said.at("lmia_history"), "info positive");
    EXPECT_EQ(said.at("designation"), "info employer_and_community");
    EXPECT_EQ(said.at("minimum_wage"), "fail below");
    EXPECT_EQ(said.at("median_wage"), "warn below") << "by the concordance of the NOC that ships";
    EXPECT_EQ(said.at("licence"), "info compulsory");

    // The next list says that the penalty was paid.
    const auto next = commands::import_list(
        database_,
        {.kind = "non_compliant",
         .file = folder_.write(
             "later.tsv",
             "business_operating_name\tbusiness_legal_name\taddress\treasons\t"
             "date_of_final_decision\tpenalty\tstatus\n"
             "Driftwood Fencing Ltd.\tDriftwood Fencing Ltd.\t2 Pine Lane, Truro, Nova Scotia\t9\t"
             "2025-02-01\t$1,000\tEligible\n"
         ),
         .published_on = domain::parse_date("2026-01-18").value()},
        {}
    );
    ASSERT_TRUE(next);
    EXPECT_EQ(
        verdicts(ingest::load_trust_lists(database_), paid_posting("Driftwood Fencing Ltd."))
            .at("non_compliant_list"),
        "info eligible"
    );
}

}  // namespace
