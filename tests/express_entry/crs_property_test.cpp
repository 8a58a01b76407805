#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/crs_caps.hpp"
#include "matcher/express_entry/offer.hpp"
#include "tests/express_entry/any_person.hpp"
#include "tests/express_entry/listed_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using domain::AbilityLevels;
using domain::EducationLevel;
using express_entry::CrsInput;
using express_entry::CrsScore;
using express_entry::lost_to_caps;
using express_entry::maxima;
using express_entry::Points;
using express_entry::score;

constexpr int people_per_property = 20'000;

/// Runs the check for many people under every rule set.
template <class Check>
void for_all(const Check check) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    people::AnyPerson any{seed};
    for (int count = 0; count < people_per_property && !testing::Test::HasFailure(); ++count) {
        const CrsInput input = any.next();
        for (const rules::RuleSet& rule_set : people::every_rule_set()) {
            check(rule_set, input);
        }
    }
}

TEST(CrsProperties, sections_add_up_and_caps_hold) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const CrsScore result = score(rules, input);
        const bool spouse = result.column == rules::Column::with_spouse;
        // A list of occupations comes on top of the grid.
        EXPECT_LE(result.core.subtotal.value_or(0), (spouse ? 460 : 500) + 30);
        EXPECT_LE(result.spouse.subtotal, spouse ? 40 : 0);
        EXPECT_LE(result.transferability.education_group, 50);
        EXPECT_LE(result.transferability.foreign_group, 50);
        EXPECT_LE(result.transferability.certificate_group, 50);
        EXPECT_LE(result.transferability.subtotal, 100);
        EXPECT_LE(result.additional.subtotal.value_or(0), 600);
        if (result.total) {
            EXPECT_EQ(
                *result.total,
                std::min(
                    rules.total_cap,
                    *result.core.subtotal + result.spouse.subtotal +
                        result.transferability.subtotal + *result.additional.subtotal
                )
            );
            EXPECT_LE(*result.total, 1200);
        }
    });
}

/// Whether a score rests on a figure that the rule set does not have, told by hand.
bool rests_on_the_unknown(const std::string& id, const CrsInput& input) {
    const bool offer = input.job_offer && input.job_offer->qualifying;
    if (id == "2026-11-03") {
        return offer || input.canadian_work_years > 0;
    }
    const std::string work = input.canadian_work_noc ? input.canadian_work_noc->to_string() : "";
    if (id == "2099-01-01") {
        return input.canadian_work_years >= 2 && work.empty();
    }
    return id == "2099-07-01" && ((offer && input.job_offer->noc.to_string() == "21012") ||
                                  (input.canadian_work_years > 0 && work != "00012"));
}

TEST(CrsProperties, unknown_figures_never_become_a_number) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        EXPECT_EQ(score(rules, input).total.has_value(), !rests_on_the_unknown(rules.id, input));
    });
}

/// Every line that can be known, beside the most that it can be.
std::vector<std::pair<Points, Points>> lines(const CrsScore& is, const CrsScore& most) {
    return {
        {is.core.age, most.core.age},
        {is.core.education, most.core.education},
        {is.core.first_language, most.core.first_language},
        {is.core.second_language, most.core.second_language},
        {is.core.canadian_work, most.core.canadian_work},
        {is.core.subtotal, most.core.subtotal},
        {is.spouse.education, most.spouse.education},
        {is.spouse.language, most.spouse.language},
        {is.spouse.canadian_work, most.spouse.canadian_work},
        {is.spouse.subtotal, most.spouse.subtotal},
        {is.transferability.education_language, most.transferability.education_language},
        {is.transferability.education_canadian_work, most.transferability.education_canadian_work},
        {is.transferability.education_group, most.transferability.education_group},
        {is.transferability.foreign_language, most.transferability.foreign_language},
        {is.transferability.foreign_canadian_work, most.transferability.foreign_canadian_work},
        {is.transferability.foreign_group, most.transferability.foreign_group},
        {is.transferability.certificate_group, most.transferability.certificate_group},
        {is.transferability.subtotal, most.transferability.subtotal},
        {is.additional.provincial_nomination, most.additional.provincial_nomination},
        {is.additional.job_offer, most.additional.job_offer},
        {is.additional.french, most.additional.french},
        {is.additional.canadian_study, most.additional.canadian_study},
        {is.additional.sibling, most.additional.sibling},
        {is.additional.uncapped, most.additional.uncapped},
        {is.additional.subtotal, most.additional.subtotal},
        {is.total, most.total},
    };
}

TEST(CrsProperties, no_line_exceeds_its_most) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const CrsScore result = score(rules, input);
        for (const auto& [is, most] : lines(result, maxima(rules, result.column))) {
            if (is && most) {
                EXPECT_GE(*is, 0);
                EXPECT_LE(*is, *most);
            }
        }
    });
}

TEST(CrsProperties, what_the_caps_took_is_what_is_missing_from_the_sum) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const CrsScore is = score(rules, input);
        const auto lost = lost_to_caps(rules, input, is);
        EXPECT_GE(lost.second_language, 0);
        EXPECT_GE(lost.certificate_group, 0);
        EXPECT_EQ(lost.additional.has_value(), is.additional.subtotal.has_value());
        EXPECT_EQ(lost.total.has_value(), is.total.has_value());
        EXPECT_EQ(
            is.transferability.subtotal + lost.transferability + lost.education_group +
                lost.foreign_group,
            is.transferability.education_language + is.transferability.education_canadian_work +
                is.transferability.foreign_language + is.transferability.foreign_canadian_work +
                is.transferability.certificate_group
        );
        if (lost.additional) {
            EXPECT_EQ(*is.additional.subtotal + *lost.additional, *is.additional.uncapped);
        }
    });
}

TEST(CrsProperties, a_lift_is_the_difference_of_two_scores_and_never_negative) {
    const domain::Date day = people::day("2026-11-23");
    for_all([&](const rules::RuleSet& rules, const CrsInput& input) {
        const express_entry::OfferTerms terms{
            .noc = input.canadian_work_noc.value_or(people::noc("00012")),
            .zero = std::nullopt,
            .no_route = false,
            .conditions = {}};
        const auto lift =
            express_entry::lift(rules, express_entry::LiftRole::asked, day, input, terms);
        EXPECT_EQ(lift.score_without, score(rules, input).total);
        if (lift.points) {
            EXPECT_GE(*lift.points, 0);
        }
        if (lift.score_with && lift.score_without) {
            EXPECT_EQ(lift.points, *lift.score_with - *lift.score_without);
        }
    });
}

/// Every step that a person can take up is worth no fewer points than standing still.
std::vector<CrsInput> steps_up(const CrsInput& input) {
    std::vector<CrsInput> better;
    const auto add = [&](const auto change) {
        better.push_back(input);
        change(better.back());
    };
    add([](CrsInput& person) { ++person.canadian_work_years; });
    add([](CrsInput& person) { ++person.foreign_work_years; });
    add([](CrsInput& person) { person.sibling_in_canada = true; });
    add([](CrsInput& person) { person.certificate_of_qualification = true; });
    add([](CrsInput& person) { person.provincial_nomination = true; });
    if (input.education != EducationLevel::doctoral) {
        add([](CrsInput& person) {
            person.education = static_cast<EducationLevel>(static_cast<int>(person.education) + 1);
        });
    }
    for (auto ability :
         {&AbilityLevels::listening,
          &AbilityLevels::reading,
          &AbilityLevels::writing,
          &AbilityLevels::speaking}) {
        for (auto language : {&CrsInput::first_language, &CrsInput::second_language}) {
            if (input.*language && (input.*language)->levels.*ability < domain::clb_max) {
                add([=](CrsInput& person) { ++((person.*language)->levels.*ability); });
            }
        }
        if (input.spouse && input.spouse->first_language->levels.*ability < domain::clb_max) {
            add([=](CrsInput& person) { ++(person.spouse->first_language->levels.*ability); });
        }
    }
    return better;
}

TEST(CrsProperties, a_step_up_never_lowers_the_score) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const auto before = score(rules, input).total;
        for (const CrsInput& better : steps_up(input)) {
            const auto after = score(rules, better).total;
            if (before && after) {
                EXPECT_GE(*after, *before);
            }
        }
    });
}

}  // namespace
