#include "services/wire/candidate_json.hpp"

#include "matcher/document/json.hpp"
#include "tests/support/content.hpp"
#include "tests/support/document_cases.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

namespace json = boost::json;
using support::content_of;
using support::DocumentCase;
using testing::ElementsAre;

const std::filesystem::path repository{REPOSITORY_ROOT};

std::vector<DocumentCase> cases() {
    return support::read_document_cases(repository / "tests/wire/candidate_cases.json");
}

domain::Candidate base() {
    const json::value file =
        document::parse(content_of(repository / "tests/wire/candidate_cases.json")).value();
    return wire::candidate_from(file.at("base")).value();
}

TEST(CandidateJson, accepts_and_refuses_with_the_path_of_the_offending_member) {
    for (const DocumentCase& given : cases()) {
        const auto candidate = wire::candidate_from(document::parse(given.document).value());
        EXPECT_EQ(candidate.has_value(), given.accepted)
            << given.what << ": "
            << (candidate ? "" : candidate.error().field + ": " + candidate.error().message);
        if (!candidate && !given.accepted) {
            EXPECT_EQ(candidate.error().field, given.field) << given.what;
            EXPECT_FALSE(candidate.error().message.empty());
        }
    }
}

TEST(CandidateJson, agrees_with_its_json_schema_as_an_independent_validator_reads_it) {
    const std::vector<DocumentCase> all = cases();
    const auto verdicts =
        support::schema_verdicts(repository / "services/wire/candidate.schema.json", all);
    ASSERT_EQ(verdicts.size(), all.size());
    for (std::size_t index = 0; index < all.size(); ++index) {
        EXPECT_EQ(verdicts[index], all[index].schema_accepts) << all[index].what;
    }
}

TEST(CandidateJson, gives_every_member_to_the_candidate) {
    const domain::Candidate candidate = base();
    EXPECT_EQ(domain::to_string(candidate.birth_date), "1994-05-17");
    EXPECT_EQ(candidate.citizenship_status, domain::CitizenshipStatus::abroad);
    ASSERT_EQ(candidate.language_tests.size(), 2U);
    EXPECT_EQ(candidate.language_tests[0].kind, domain::LanguageTestKind::ielts_general);
    EXPECT_TRUE(candidate.language_tests[0].first);
    EXPECT_FALSE(candidate.language_tests[1].first);
    EXPECT_EQ(
        candidate.language_tests[1].levels,
        (domain::AbilityLevels{.listening = 7, .reading = 7, .writing = 6, .speaking = 7})
    );
    ASSERT_EQ(candidate.education.size(), 1U);
    EXPECT_EQ(candidate.education[0].level, domain::EducationLevel::masters_or_professional);
    EXPECT_EQ(domain::to_string(*candidate.education[0].eca_date), "2025-08-20");
    ASSERT_EQ(candidate.jobs.size(), 2U);
    EXPECT_EQ(candidate.jobs[0].hours_per_week, 37.5);
    EXPECT_EQ(candidate.jobs[1].noc.to_string(), "00012");
    EXPECT_FALSE(candidate.jobs[1].end);
    EXPECT_TRUE(candidate.jobs[1].paid);
    ASSERT_TRUE(candidate.spouse);
    EXPECT_EQ(candidate.spouse->education.size(), 1U);
    EXPECT_EQ(candidate.funds, 2500000);
    EXPECT_EQ(candidate.nomination, domain::Province::NS);
    EXPECT_THAT(candidate.skills, ElementsAre("C++", "génie logiciel"));
    EXPECT_THAT(
        candidate.preferences.provinces, ElementsAre(domain::Province::NS, domain::Province::ON)
    );
    EXPECT_EQ(candidate.preferences.hourly_pay_min, 3500);
    EXPECT_EQ(candidate.preferences.within_km, 80);
    EXPECT_EQ(candidate.preferences.remote, false);
    EXPECT_EQ(domain::to_string(*candidate.preferences.available_from), "2026-12-01");
    EXPECT_THAT(
        candidate.jobs[0].duties,
        ElementsAre("Wrote services in C++.", "Reviewed the work of two developers.")
    );
    EXPECT_THAT(candidate.exclusions.postings, ElementsAre(17));
    ASSERT_EQ(candidate.exclusions.nocs.size(), 1U);
    EXPECT_EQ(candidate.exclusions.nocs[0].to_string(), "65201");
}

TEST(CandidateJson, takes_from_the_resume_what_speaks_of_work_and_no_names) {
    EXPECT_THAT(
        base().resume_texts,
        ElementsAre(
            "Builds indexes.", "Developer", "Halved the time of a query.", "Databases", "PostgreSQL"
        )
    );
}

TEST(CandidateJson, converts_scores_to_levels) {
    EXPECT_EQ(
        base().language_tests[0].levels,
        (domain::AbilityLevels{.listening = 10, .reading = 9, .writing = 9, .speaking = 10})
    );
}

TEST(CandidateJson, finds_licences_in_the_resume_and_in_the_certificate) {
    EXPECT_THAT(
        base().licences,
        ElementsAre(domain::Licence::engineering, domain::Licence::trade_certificate)
    );
}

TEST(CandidateJson, shows_the_schema_that_ships_with_the_program) {
    EXPECT_EQ(
        wire::candidate_schema(), content_of(repository / "services/wire/candidate.schema.json")
    );
}

}  // namespace
