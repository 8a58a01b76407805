#include "matcher/express_entry/lifecycle.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using express_entry::application_due;
using express_entry::ReasonCode;
using people::day;
using people::graduate;
using people::today;
using testing::ElementsAre;
using testing::Pair;

std::vector<std::pair<std::string, ReasonCode>> dates(const domain::Candidate& candidate) {
    std::vector<std::pair<std::string, ReasonCode>> result;
    for (const auto& [date, reason] : express_entry::deadlines(candidate, today)) {
        result.emplace_back(domain::to_string(date), reason.code);
    }
    return result;
}

domain::Instant noon(const std::string_view date) {
    return domain::Instant{day(date)} + std::chrono::hours{12};
}

/// The day after the invitation is the first of the sixty.
TEST(ApplicationDue, is_the_sixtieth_day_and_was_the_ninetieth_for_a_time) {
    EXPECT_EQ(domain::to_string(application_due(day("2026-01-01"))), "2026-03-02");
    EXPECT_EQ(domain::to_string(application_due(day("2024-02-01"))), "2024-04-01");
    EXPECT_EQ(domain::to_string(application_due(day("2016-11-18"))), "2017-01-17");
    EXPECT_EQ(domain::to_string(application_due(day("2016-11-19"))), "2017-02-17");
}

TEST(Deadlines, say_when_documents_stop_counting) {
    domain::Candidate one = graduate();
    one.language_tests = {people::english_test(9, "2025-02-10")};
    one.education.front().country = "FR";
    one.education.front().eca_date = day("2024-03-01");
    EXPECT_THAT(
        dates(one),
        ElementsAre(
            Pair("2027-02-10", ReasonCode::language_expires_on),
            Pair("2029-03-01", ReasonCode::assessment_expires_on)
        )
    );
}

TEST(Deadlines, leave_out_what_no_longer_counts_and_what_needs_no_assessment) {
    domain::Candidate one = graduate();
    one.language_tests = {people::english_test(9, "2024-06-15")};
    EXPECT_TRUE(dates(one).empty());
}

TEST(Deadlines, say_what_expires_before_the_profile_does) {
    domain::Candidate one = graduate();
    one.language_tests = {people::english_test(9, "2024-11-30")};
    one.profile_submitted = noon("2026-02-01");
    EXPECT_THAT(
        dates(one),
        ElementsAre(
            Pair("2026-11-30", ReasonCode::language_expires_on),
            Pair("2026-11-30", ReasonCode::expires_before_profile),
            Pair("2027-02-01", ReasonCode::profile_leaves_pool)
        )
    );
}

TEST(Deadlines, say_what_expires_by_the_day_the_application_is_due) {
    domain::Candidate one = graduate();
    one.invited_on = day("2026-06-01");  // Due on 2026-07-31.
    one.language_tests = {people::english_test(9, "2024-07-31")};
    EXPECT_THAT(
        dates(one),
        ElementsAre(
            Pair("2026-07-31", ReasonCode::language_expires_on),
            Pair("2026-07-31", ReasonCode::application_due_on),
            Pair("2026-07-31", ReasonCode::medical_upfront),
            Pair("2026-07-31", ReasonCode::expires_before_application)
        )
    );
    one.language_tests = {people::english_test(9, "2024-08-01")};
    EXPECT_THAT(
        dates(one),
        ElementsAre(
            Pair("2026-07-31", ReasonCode::application_due_on),
            Pair("2026-07-31", ReasonCode::medical_upfront),
            Pair("2026-08-01", ReasonCode::language_expires_on)
        )
    );
}

/// Trap 27: upfront again since 2025-08-21, and not between 2023-10-01 and 2025-08-20.
TEST(Deadlines, place_the_medical_examination_by_date) {
    const auto medical = [](const std::string_view invited) {
        domain::Candidate one = graduate();
        one.invited_on = day(invited);
        for (const auto& [date, code] : dates(one)) {
            if (code == ReasonCode::medical_upfront || code == ReasonCode::medical_after) {
                return code;
            }
        }
        return ReasonCode::other_change;
    };
    EXPECT_EQ(medical("2023-09-30"), ReasonCode::medical_upfront);
    EXPECT_EQ(medical("2023-10-01"), ReasonCode::medical_after);
    EXPECT_EQ(medical("2025-08-20"), ReasonCode::medical_after);
    EXPECT_EQ(medical("2025-08-21"), ReasonCode::medical_upfront);
}

}  // namespace
