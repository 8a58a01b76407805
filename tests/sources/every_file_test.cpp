// Every file of public data that holds postings, with what it gives: nothing goes untold.

#include "tests/sources/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

using testing::HasSubstr;

struct FileCase {
    std::string_view file;
    std::size_t records = 0;
    std::size_t unreadable = 0;
    std::string_view reason{};   ///< Of those that are unreadable.
    std::string_view mapping{};  ///< For tables.
};

constexpr std::string_view no_page{"the page holds no JobPosting"};
constexpr std::string_view no_document{"the document holds no JobPosting"};
constexpr std::string_view shipped_mappings{"deploy/mappings/"};
constexpr std::string_view ours{"tests/sources/fixtures/"};

constexpr auto file_cases = std::to_array<FileCase>({
    {"feeds_ats/careerkit_bamboohr.json", 2},
    {"feeds_ats/careerkit_eightfold.json", 2},
    {"feeds_ats/careerkit_greenhouse.json", 2},
    {"feeds_ats/careerkit_icims.html", 0, 1, no_page},
    {"feeds_ats/careerkit_lever.json", 2},
    {"feeds_ats/careerkit_neogov.xml", 2},
    {"feeds_ats/careerkit_oracle_orc.json", 2},
    {"feeds_ats/careerkit_oracle_orc_detail.json", 1},
    {"feeds_ats/careerkit_paylocity.html", 0, 1, no_page},
    {"feeds_ats/careerkit_personio.xml", 2},
    {"feeds_ats/careerkit_phenom.html", 0, 1, no_page},
    {"feeds_ats/careerkit_pinpoint.json", 2},
    {"feeds_ats/careerkit_teamtailor.json", 2},
    {"feeds_ats/careerkit_workable.json", 2},
    {"feeds_ats/careerkit_workday.json", 2},
    {"feeds_ats/indeed_format_600jobs_PL_2017.xml.gz", 600},
    {"feeds_ats/provenance.json", 0, 1, no_document},
    {"structured_data/adobe_JobPosting_hybrid-job.json", 1},
    {"structured_data/adobe_JobPosting_missing-address-country.json", 1},
    {"structured_data/adobe_JobPosting_missing-recommended.json", 1},
    {"structured_data/adobe_JobPosting_missing-required.json", 1},
    {"structured_data/adobe_JobPosting_remote-missing-location.json", 1},
    {"structured_data/adobe_JobPosting_valid1.json", 1},
    {"structured_data/adobe_JobPosting_valid2.json", 1},
    {"structured_data/adobe_JobPosting_valid3.json", 1},
    {"structured_data/canadajobbank.org_JobPosting_objects_2023.ndjson", 33},
    {"structured_data/extruct_invalid_AllocateAction.001.html", 0, 1, no_page},
    {"structured_data/extruct_invalid_AllocateAction.001.jsonld", 0, 1, no_document},
    {"structured_data/extruct_invalid_JSONLD_with_JS_comment.html", 0, 1, no_page},
    {"structured_data/extruct_invalid_JSONLD_with_JS_comment.jsonld", 0, 1, no_document},
    {"structured_data/extruct_invalid_JSONLD_with_control_characters.html", 0, 1, no_page},
    {"structured_data/extruct_invalid_JSONLD_with_control_characters.jsonld", 0, 1, no_document},
    {"structured_data/extruct_invalid_JSONLD_with_control_characters_comment.html", 0, 1, no_page},
    {"structured_data/extruct_invalid_JSONLD_with_control_characters_comment.jsonld",
     0,
     1,
     no_document},
    {"structured_data/extruct_invalid_JoinAction.001.html", 0, 1, no_page},
    {"structured_data/extruct_invalid_JoinAction.001.jsonld", 0, 1, no_document},
    {"structured_data/provenance.json", 0, 1, no_document},
    {"structured_data/stage_bilingual_titles.json", 0, 1, no_document},
    {"structured_data/stage_croesus_career.html", 0, 1, no_page},
    {"structured_data/stage_ea_searchjobs.html", 0, 1, no_page},
    {"structured_data/stage_gildan_openpositions.html", 3},
    {"structured_data/stage_jobbank_search_2026-08.html", 0, 1, no_page},
    {"structured_data/stage_jobvite_agscareer.html", 0, 1, no_page},
    {"structured_data/stage_lightspeed_openings.html", 0, 1, no_page},
    {"structured_data/stage_loblaw_jobs.html", 0, 1, no_page},
    {"structured_data/stage_shopify_internships.html", 0, 1, no_page},
    {"postings/ats_canada_2026-06_listing.json", 421, 0, {}, "ats_listing.json"},
    {"postings/jobbank_2021-03_part1.ndjson.gz", 30'600, 0, {}, "jobbank_archive_2021.json"},
    {"postings/jobbank_2021-03_part2.ndjson.gz", 30'601, 0, {}, "jobbank_archive_2021.json"},
    {"postings/jobbank_2024-06_sample10pct.ndjson.gz", 2'056, 0, {}, "jobbank_2024.json"},
    {"postings/jobbank_details_2025-01_sample.json", 9, 0, {}, "job_bank_details.json"},
    {"postings/jobbank_search_listing_2026-06_tech.ndjson", 695, 0, {}, "job_bank_listing.json"},
    // Pages wrapped in lines: SharedData.pages_are_postings_or_closed takes each of them.
    {"postings/jobbank_html_pages_2021-03.ndjson.gz", 0, 427, "the line holds no JobPosting"},
    {"postings/provenance.json", 0, 1, no_document},
});

/// As the operator would state it: some feeds name neither employer nor full links.
const sources::FeedFacts facts{
    .employer = "Stated",
    .address = "https://stated.example/wday/cxs/a/b/jobs?finder=findReqs;siteNumber=CX_1"};

std::optional<std::filesystem::path> mapping_of(const std::string_view name) {
    const std::filesystem::path root{REPOSITORY_ROOT};
    if (name.empty()) {
        return std::nullopt;
    }
    const auto fixture = root / ours / name;
    return std::filesystem::exists(fixture) ? fixture : root / shipped_mappings / name;
}

TEST(EveryFile, gives_as_many_records_as_it_holds) {
    if (!std::filesystem::exists(shared_data())) {
        GTEST_SKIP() << "../shared absent";
    }
    for (const auto& expected : file_cases) {
        std::size_t records = 0;
        std::map<std::string, std::size_t> unreadable;
        const auto read = sources::read(
            {.path = shared_data() / expected.file,
             .mapping = mapping_of(expected.mapping),
             .name = {},
             .facts = facts},
            {.record =
                 [&](const sources::Record& record) {
                     ++records;
                     EXPECT_NE(record.raw, "");
                 },
             .unreadable = [&](const sources::Unreadable& each) { ++unreadable[each.reason]; },
             .progress = {}}
        );
        ASSERT_TRUE(read) << expected.file << ": " << read.error().message;
        EXPECT_EQ(records, expected.records) << expected.file;
        const std::map<std::string, std::size_t> reasons{
            {std::string{expected.reason}, expected.unreadable}};
        EXPECT_EQ(unreadable, expected.unreadable == 0 ? decltype(unreadable){} : reasons)
            << expected.file;
    }
}

TEST(EveryFile, stands_in_the_list) {
    if (!std::filesystem::exists(shared_data())) {
        GTEST_SKIP() << "../shared absent";
    }
    std::set<std::string> listed;
    for (const auto& each : file_cases) {
        listed.emplace(each.file);
    }
    for (const auto* folder : {"feeds_ats", "structured_data", "postings"}) {
        for (const auto& entry : std::filesystem::directory_iterator{shared_data() / folder}) {
            const auto name = std::string{folder} + "/" + entry.path().filename().string();
            EXPECT_TRUE(listed.contains(name)) << name;
        }
    }
}

}  // namespace
