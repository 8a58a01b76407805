#include "tests/fit/own_model.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using domain::Licence;
using fit::PartKind;
using fit::Reason;
using own_model::day;
using own_model::noc;
using own_model::part;
using own_model::traits;

// --- qualifications

struct QualificationCase {
    std::optional<domain::EducationLevel> asked;
    std::optional<domain::EducationLevel> held;
    bool equivalent;
    int points;
    Reason reason;
};

void check_qualification(const QualificationCase& expected) {
    domain::Candidate candidate;
    if (expected.held) {
        candidate.education.push_back(
            {.level = *expected.held,
             .country = "CA",
             .completed = day("2015-06-30"),
             .eca_date = std::nullopt}
        );
        candidate.education.push_back(candidate.education.front());
        candidate.education.back().level = domain::EducationLevel::doctoral;
        candidate.education.back().completed = day("2021-03-21");  // Not yet.
    }
    const fit::PostingTraits posting{
        .noc = noc("21231"),
        .education_asked = expected.asked,
        .equivalent_experience_accepted = expected.equivalent};
    const fit::Part found = part(traits(candidate).fit(posting, {}), PartKind::qualifications);
    EXPECT_EQ(found.points, expected.points);
    EXPECT_EQ(found.reason, expected.reason);
}

TEST(QualificationsPart, compares_the_education_asked_with_the_highest_held) {
    using enum domain::EducationLevel;
    check_qualification({masters_or_professional, doctoral, false, 10, Reason::education_met});
    check_qualification({two_year, two_year, false, 10, Reason::education_met});
    check_qualification({two_year, one_year, false, 4, Reason::education_one_level_short});
    check_qualification({two_year, one_year, true, 6, Reason::education_equivalent_accepted});
    check_qualification({two_year, secondary, false, 0, Reason::education_short});
    check_qualification({two_year, secondary, true, 6, Reason::education_equivalent_accepted});
    check_qualification({doctoral, {}, false, 0, Reason::education_short});
    check_qualification({less_than_secondary, {}, false, 10, Reason::education_met});
    check_qualification({{}, {}, false, 5, Reason::education_not_stated});
}

TEST(QualificationsPart, are_worth_nothing_without_the_licence) {
    const fit::PostingTraits posting{
        .noc = noc("21231"), .licence_asked = Licence::engineering, .education_asked = {}};
    domain::Candidate candidate;
    EXPECT_EQ(
        part(traits(candidate).fit(posting, {}), PartKind::qualifications).reason,
        Reason::licence_missing
    );
    candidate.licences = {Licence::engineering};
    EXPECT_EQ(
        part(traits(candidate).fit(posting, {}), PartKind::qualifications).reason,
        Reason::education_not_stated
    );
}

// --- words

TEST(TextPart, is_full_where_half_of_the_weight_is_shared) {
    const auto text = [](const int own, const int found) {
        const auto fit =
            traits({}).fit({}, {.own_weight = own, .found_weight = found, .words = {"weld"}});
        return part(fit, PartKind::skills_and_duties);
    };
    EXPECT_EQ(text(1000, 1000).points, 20);
    EXPECT_EQ(text(1000, 500).points, 20);
    EXPECT_EQ(text(1000, 499).points, 19);
    EXPECT_EQ(text(1000, 250).points, 10);
    EXPECT_EQ(text(1000, 250).words_percent, 25);
    EXPECT_EQ(text(1000, 250).reason, Reason::words_shared);
    EXPECT_EQ(text(1000, 0).points, 0);
    EXPECT_EQ(text(1000, 0).reason, Reason::no_words_shared);
    EXPECT_EQ(text(0, 0).reason, Reason::resume_without_words);
}

// --- title

TEST(TitlePart, counts_what_the_job_is_called_and_the_words_of_it_that_are_known) {
    fit::Model model = own_model::model();
    model.weights.title = {.max = 18, .known = 5};
    const fit::CandidateTraits candidate{{}, own_model::today, model};
    const auto title = [&](const int alike, const int known) {
        const auto fit =
            candidate.fit({}, {.title_permille = alike, .title_known_permille = known});
        return part(fit, PartKind::title);
    };
    EXPECT_EQ(title(1000, 1000).points, 18);
    EXPECT_EQ(title(1000, 0).points, 13);
    EXPECT_EQ(title(500, 500).points, 6 + 2);
    EXPECT_EQ(title(500, 500).words_percent, 50);
    EXPECT_EQ(title(500, 660).known_percent, 66);
    EXPECT_EQ(title(1, 1000).reason, Reason::title_alike);
    EXPECT_EQ(title(0, 1000).reason, Reason::title_known);
    EXPECT_EQ(title(0, 1000).points, 5);
    EXPECT_EQ(title(0, 0).reason, Reason::title_unlike);
}

// --- terms

TEST(TermsPart, is_small_where_nobody_settles_by_the_job) {
    const auto terms = [](const auto change) {
        domain::Posting posting;
        posting.noc = noc("72106");
        posting.date_posted = own_model::today;
        change(posting);
        return part(traits({}).fit(fit::traits(posting), {}), PartKind::terms);
    };
    EXPECT_EQ(terms([](domain::Posting&) {}).points, 8);
    using Change = void (*)(domain::Posting&);
    for (const Change change : {
             Change{[](domain::Posting& posting) { posting.for_students = true; }},
             Change{
                 [](domain::Posting& posting) { posting.term = domain::EmploymentTerm::casual; }},
             Change{
                 [](domain::Posting& posting) { posting.term = domain::EmploymentTerm::seasonal; }},
             Change{
                 [](domain::Posting& posting) { posting.work_time = domain::WorkTime::part_time; }},
             Change{[](domain::Posting& posting) {
                 posting.work_hours = domain::WeeklyHours{.min_tenths = 200, .max_tenths = 290};
             }},
             Change{[](domain::Posting& posting) { posting.term_ends = day("2021-09-17"); }},
         }) {
        EXPECT_EQ(terms(change).points, 2);
        EXPECT_EQ(terms(change).reason, Reason::terms_short);
    }
    const auto of_a_season = [](domain::Posting& posting) {
        posting.noc = noc("85100");
        posting.term = domain::EmploymentTerm::seasonal;
    };
    EXPECT_EQ(terms(of_a_season).points, 8) << "a season is the year of the trade";
    const auto of_six_months = [](domain::Posting& posting) {
        posting.term_ends = day("2021-09-18");
    };
    EXPECT_EQ(terms(of_six_months).points, 8);
}

}  // namespace
