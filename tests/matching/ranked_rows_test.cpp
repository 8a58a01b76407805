// The columns that are read for ranking against the postings that they are columns of.

#include "matcher/ranking/columns.hpp"
#include "tests/fit/random_candidate.hpp"
#include "tests/matching/stored.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using random_candidate::between;
using random_candidate::Random;

template <class Enum>
Enum any(Random& random, const Enum last) {
    return static_cast<Enum>(between(random, 0, static_cast<int>(last)));
}

domain::Posting random_posting(Random& random, const int index) {
    const auto often = [&] { return between(random, 0, 2) != 0; };
    const auto day = [&](const int from, const int to) {
        return domain::date_from_days(between(random, from, to));
    };
    domain::Posting posting = posting_of(std::to_string(index), "72106");
    posting.noc = random_candidate::noc(random);
    posting.hiring_organization = "Société d’Exemple Nº " + std::to_string(between(random, 0, 30));
    posting.text_language = any(random, domain::OfficialLanguage::french);
    posting.remote = often();
    posting.date_posted = day(18'600, 18'700);
    if (often()) {
        posting.valid_through = *posting.date_posted + std::chrono::days{between(random, 0, 90)};
    }
    if (often()) {
        posting.closed_on = day(18'600, 18'800);
    }
    if (often()) {
        posting.starts_on = day(18'600, 18'900);
    }
    if (often()) {
        const domain::Cents hourly = between(random, 1'500, 9'000);
        posting.base_salary = domain::Pay{
            .min = hourly,
            .max = hourly + 100,
            .hourly_min = hourly,
            .hourly_max = hourly + 100,
            .yearly_min = hourly * 2'080,
            .yearly_max = (hourly + 100) * 2'080};
    }
    if (often()) {
        const int tenths = between(random, 50, 400);
        posting.work_hours = domain::WeeklyHours{
            .min_tenths = tenths, .max_tenths = tenths + between(random, 0, 80)};
    }
    posting.for_students = often();
    posting.term = any(random, domain::EmploymentTerm::seasonal);
    if (often()) {
        posting.term_ends = day(18'700, 19'500);
    }
    posting.work_time = any(random, domain::WorkTime::part_time);
    posting.working_language = any(random, domain::WorkingLanguage::bilingual);
    posting.asks_other_language = often();
    if (often()) {
        posting.education_asked =
            static_cast<domain::EducationLevel>(between(random, 0, domain::education_levels - 1));
    }
    posting.equivalent_experience_accepted = often();
    if (often()) {
        posting.original_title = "Cashier";
    }
    if (often()) {
        posting.coded_nocs = {{.noc = random_candidate::noc(random), .permille = 600}};
        if (often()) {
            posting.coded_nocs.push_back({*posting.noc, between(random, 0, 400)});
        }
    }
    if (often()) {
        posting.experience_asked =
            domain::ExperienceAsked{.min_months = between(random, 0, 400), .max_months = {}};
    }
    posting.licence_asked = any(random, domain::Licence::law);
    posting.refuses_outside_canada = often();
    posting.lmia = any(random, domain::LmiaStatement::approved);
    posting.job_locations.resize(static_cast<std::size_t>(between(random, 1, 3)));
    for (domain::Place& place : posting.job_locations) {
        place.province = any(random, domain::Province::YT);
        if (often()) {
            place.coordinates = domain::Coordinates{
                .latitude = between(random, 42'000'000, 70'000'000) / 1e6,
                .longitude = -between(random, 53'000'000, 140'000'000) / 1e6};
        }
    }
    return posting;
}

TEST(RankedRows, are_those_of_the_whole_postings) {
    Random random = random_candidate::seeded();
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo("jobscout_owner")}};
    store::PostingStore postings{database};
    std::vector<store::PostingRecord> batch;
    for (int index = 0; index < 1'500; ++index) {
        auto record = record_of(random_posting(random, index));
        if (between(random, 0, 9) == 0) {
            record.verified = false;
            record.posting.noc.reset();
            record.posting.job_locations.clear();
            record.quarantine_reason = "fictional";
        }
        batch.push_back(std::move(record));
        if (batch.size() == 500) {
            postings.write(batch);
            batch.clear();
        }
    }
    // Over the seams of pages and of revisions, too.
    store::Revision revision = 0;
    domain::PostingId last_id = 0;
    std::size_t seen = 0;
    std::size_t served = 0;
    while (true) {
        const auto whole = postings.changed_since(revision, last_id, 333);
        const auto ranked = postings.ranked_since(revision, last_id, 333);
        ASSERT_EQ(ranked.size(), whole.size());
        if (whole.empty()) {
            break;
        }
        for (std::size_t index = 0; index < whole.size(); ++index) {
            ASSERT_EQ(ranked[index].posting.id, whole[index].posting.id);
            ASSERT_EQ(ranked[index].revision, whole[index].revision);
            ASSERT_EQ(ranked[index].verified, whole[index].verified);
            if (whole[index].verified) {
                ++served;
                ASSERT_EQ(ranking::row(ranked[index].posting), ranking::row(whole[index].posting))
                    << whole[index].posting.source_id;
            }
        }
        seen += whole.size();
        revision = whole.back().revision;
        last_id = whole.back().posting.id;
    }
    EXPECT_EQ(seen, 1'500U);
    EXPECT_GT(served, 1'000U);
}

}  // namespace
