#include "indexer/verification/verify.hpp"
#include "tests/support/values.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace {

using support::day;
using verification::CheckKind;
using verification::Verdict;

domain::Posting sound_posting() {
    domain::Posting posting;
    posting.source = "sample";
    posting.source_id = "1";
    posting.url = "https://jobs.example/1";
    posting.title = "Welder";
    posting.hiring_organization = "Prairie Example Ltd.";
    posting.job_locations.push_back(domain::Place{});
    posting.date_posted = day("2021-03-13");
    posting.valid_through = day("2021-04-12");
    posting.noc = domain::NocCode::parse("72106").value();
    posting.base_salary =
        domain::Pay{.min = 2'500, .max = std::nullopt, .period = domain::PayPeriod::hour};
    return posting;
}

using NotUnderstood = std::vector<verification::NotUnderstood>;

std::vector<verification::Check> checks_of(
    const domain::Posting& posting, const NotUnderstood& not_understood = {}
) {
    auto checks = verification::verify({
        .posting = posting,
        .sha256 = "00ff",
        .fetched_on = day("2021-03-20"),
        .noc_exists = true,
        .not_understood = not_understood,
    });
    for (const verification::Check& check : checks) {
        seen(check);
    }
    return checks;
}

verification::Check only(const std::vector<verification::Check>& checks, const CheckKind kind) {
    return *std::find_if(checks.begin(), checks.end(), [&](const auto& check) {
        return check.kind == kind;
    });
}

TEST(Check, passes_a_sound_posting_on_every_count) {
    const auto checks = checks_of(sound_posting());
    EXPECT_EQ(checks.size(), verification::checks_count);
    for (const auto& check : checks) {
        // It has no words of its own, so that the checks of words can say nothing.
        EXPECT_TRUE(check.verdict == Verdict::pass || check.verdict == Verdict::unknown)
            << name(check.kind) << ": " << check.evidence;
    }
    for (const CheckKind kind :
         {CheckKind::provenance,
          CheckKind::dates,
          CheckKind::required_fields,
          CheckKind::pay,
          CheckKind::occupation}) {
        EXPECT_EQ(only(checks, kind).verdict, Verdict::pass) << name(kind);
    }
    EXPECT_TRUE(verified(checks));
}

TEST(Check, fails_the_one_check_that_a_fault_concerns) {
    struct Case {
        const char* fault;
        CheckKind kind;
        const char* field;
        std::function<void(domain::Posting&)> spoil;
    };
    const std::vector<Case> cases{
        {"no source", CheckKind::provenance, "source", [](auto& p) { p.source.clear(); }},
        {"no id", CheckKind::provenance, "source_id", [](auto& p) { p.source_id.clear(); }},
        {"no link", CheckKind::provenance, "url", [](auto& p) { p.url.clear(); }},
        {"posted tomorrow",
         CheckKind::dates,
         "date_posted",
         [](auto& p) { p.date_posted = day("2021-03-21"); }},
        {"ends before it begins",
         CheckKind::dates,
         "valid_through",
         [](auto& p) { p.valid_through = day("2021-03-12"); }},
        {"no title", CheckKind::required_fields, "title", [](auto& p) { p.title.clear(); }},
        {"no employer",
         CheckKind::required_fields,
         "employer",
         [](auto& p) { p.hiring_organization.clear(); }},
        {"no place",
         CheckKind::required_fields,
         "location",
         [](auto& p) { p.job_locations.clear(); }},
        {"no occupation", CheckKind::occupation, "noc_2021", [](auto& p) { p.noc.reset(); }},
        {"pay of nothing", CheckKind::pay, "pay_min", [](auto& p) { p.base_salary->min = 0; }},
    };
    for (const auto& [fault, kind, field, spoil] : cases) {
        domain::Posting posting = sound_posting();
        spoil(posting);
        const auto checks = checks_of(posting);
        EXPECT_FALSE(verified(checks)) << fault;
        for (const auto& check : checks) {
            EXPECT_EQ(check.verdict == Verdict::fail, check.kind == kind)
                << fault << ": " << name(check.kind) << " " << check.evidence;
        }
        EXPECT_EQ(only(checks, kind).field, field) << fault;
    }
}

TEST(Check, does_not_fail_a_posting_for_having_expired) {
    domain::Posting posting = sound_posting();
    posting.valid_through = posting.date_posted;
    EXPECT_TRUE(verified(checks_of(posting)));
}

TEST(Check, fails_a_missing_day_in_dates_and_in_required_fields) {
    domain::Posting posting = sound_posting();
    posting.date_posted.reset();
    const auto checks = checks_of(posting, {{"date_posted", "day and month cannot be told apart"}});
    EXPECT_EQ(only(checks, CheckKind::dates).evidence, "day and month cannot be told apart");
    EXPECT_EQ(only(checks, CheckKind::required_fields).evidence, "missing: date_posted");
}

TEST(Check, says_of_a_place_that_is_stated_and_not_known_that_it_is_not_known) {
    domain::Posting posting = sound_posting();
    posting.job_locations.clear();
    const std::string reason = "'Vancouver Cambie' names no place in Canada that is known";
    const auto evidence = [&](const NotUnderstood& notes) {
        return only(checks_of(posting, notes), CheckKind::required_fields).evidence;
    };
    EXPECT_EQ(evidence({{"location_hint", reason}}), reason);
    EXPECT_EQ(evidence({{"country", "not in Canada"}}), "not in Canada");
    EXPECT_EQ(evidence({}), "missing: location");
    posting.title.clear();
    EXPECT_EQ(evidence({{"location_hint", reason}}), "missing: title, location");
}

TEST(Check, says_which_of_several_occupations_was_chosen) {
    domain::Posting posting;
    posting.noc = support::noc("11202");
    posting.noc_2016 = "1123";
    posting.noc_origin = domain::NocOrigin::concordance;
    const auto says = [&](const int choices) {
        return seen(verification::occupation(
            {.posting = posting,
             .sha256 = "00",
             .fetched_on = support::day("2026-11-16"),
             .noc_exists = true,
             .noc_choices = choices}
        ));
    };
    EXPECT_EQ(told(says(1)), "pass");
    EXPECT_EQ(told(says(3)), "pass chosen");
    const std::vector<std::pair<std::string_view, verification::Value>> values{
        {"noc", std::string{"11202"}},
        {"noc_2016", std::string{"1123"}},
        {"count", std::int64_t{3}}};
    EXPECT_EQ(says(3).values, values);
    posting.noc_origin = domain::NocOrigin::stated;
    EXPECT_EQ(told(says(3)), "pass") << "its source says which";
}

TEST(Check, fails_an_occupation_that_does_not_exist) {
    const domain::Posting posting = sound_posting();
    const auto checks = verification::verify(
        {.posting = posting,
         .sha256 = "00",
         .fetched_on = day("2021-03-20"),
         .noc_exists = false,
         .not_understood = {}}
    );
    EXPECT_EQ(only(checks, CheckKind::occupation).verdict, Verdict::fail);
    EXPECT_EQ(
        only(checks, CheckKind::occupation).evidence, "NOC 72106 is no unit group of NOC 2021"
    );
}

TEST(Check, tells_pay_that_is_wrong_from_pay_that_is_unknown) {
    domain::Posting posting = sound_posting();
    posting.base_salary.reset();
    const auto verdict = [&](const NotUnderstood& not_understood) {
        return only(checks_of(posting, not_understood), CheckKind::pay).verdict;
    };
    EXPECT_EQ(verdict({}), Verdict::unknown);
    EXPECT_EQ(verdict({{"pay_text", "no period is stated"}}), Verdict::unknown);
    EXPECT_EQ(verdict({{"pay_text", "pay is not above zero"}}), Verdict::fail);
    EXPECT_EQ(verdict({{"pay_min", "pay is not above zero"}}), Verdict::fail);
    EXPECT_EQ(verdict({{"pay_min", "pay in USD"}}), Verdict::fail);
}

TEST(Check, takes_pay_of_zero_for_not_filled_in_and_shows_what_was_read) {
    domain::Posting posting = sound_posting();
    posting.base_salary.reset();
    const auto checks = checks_of(
        posting,
        {{.field = "pay_min", .reason = "pay of 0 is not filled in", .value = "0.00 to  CAD HOUR"}}
    );
    const auto pay = only(checks, CheckKind::pay);
    EXPECT_EQ(told(pay), "unknown zero");
    EXPECT_EQ(pay.field, "pay_min");
    EXPECT_EQ(pay.evidence, "0.00 to  CAD HOUR");
    EXPECT_TRUE(verification::verified(checks));
    const auto by_the_mile = checks_of(
        posting,
        {{.field = "pay_text",
          .reason = "paid by no unit of time that is known here",
          .value = "$.48 per mile"}}
    );
    EXPECT_EQ(told(only(by_the_mile, CheckKind::pay)), "unknown");
    EXPECT_EQ(only(by_the_mile, CheckKind::pay).evidence, "$.48 per mile");
}

}  // namespace
