#include "matcher/express_entry/crs.hpp"
#include "tests/express_entry/people.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using domain::AbilityLevels;
using domain::EducationLevel;
using domain::LanguageLevels;
using express_entry::CrsInput;
using express_entry::CrsScore;
using express_entry::score;
using express_entry::SpouseInput;

constexpr int people_count = 20'000;

/// Any person at all, from a generator whose seed is printed when a test fails.
class AnyPerson {
public:
    explicit AnyPerson(const unsigned seed) : generator_{seed} {}

    CrsInput next() {
        CrsInput input;
        input.age = up_to(60);
        input.marital = static_cast<domain::Marital>(up_to(3));
        input.education = education();
        const bool french_first = chance();
        if (chance() || chance()) {
            input.first_language = language(french_first);
        }
        if (input.first_language && chance()) {
            input.second_language = language(!french_first);
        }
        input.canadian_work_years = up_to(7);
        input.foreign_work_years = up_to(10);
        if (chance()) {
            input.spouse = SpouseInput{
                .education = education(),
                .first_language = language(chance()),
                .canadian_work_years = up_to(7),
            };
        }
        input.certificate_of_qualification = chance();
        if (chance()) {
            input.job_offer = {
                .noc = domain::NocCode::from_number(up_to(9) * 10'000 + up_to(5) * 1'000 + 12),
                .qualifying = chance(),
            };
        }
        input.provincial_nomination = up_to(5) == 0;
        input.canadian_study = static_cast<express_entry::CanadianStudy>(up_to(2));
        input.sibling_in_canada = chance();
        return input;
    }

private:
    int up_to(const int max) { return std::uniform_int_distribution{0, max}(generator_); }
    bool chance() { return up_to(1) == 1; }
    EducationLevel education() {
        return static_cast<EducationLevel>(up_to(domain::education_levels - 1));
    }
    AbilityLevels levels() {
        const int base = up_to(10);
        return {base + up_to(2), base + up_to(2), base + up_to(2), base + up_to(2)};
    }
    LanguageLevels language(const bool french) {
        return french ? people::french(levels()) : people::english(levels());
    }

    std::mt19937 generator_;
};

/// Runs the check for many people under every rule set.
template <class Check>
void for_all(const Check check) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    AnyPerson any{seed};
    for (int count = 0; count < people_count && !testing::Test::HasFailure(); ++count) {
        const CrsInput input = any.next();
        for (const rules::RuleSet& rule_set : people::rule_book().all()) {
            check(rule_set, input);
        }
    }
}

TEST(CrsProperties, sections_add_up_and_caps_hold) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const CrsScore result = score(rules, input);
        const bool spouse = result.column == rules::Column::with_spouse;
        EXPECT_LE(result.core.subtotal.value_or(0), spouse ? 460 : 500);
        EXPECT_LE(result.spouse.subtotal, spouse ? 40 : 0);
        EXPECT_LE(result.transferability.education_group, 50);
        EXPECT_LE(result.transferability.foreign_group, 50);
        EXPECT_LE(result.transferability.certificate_group, 50);
        EXPECT_LE(result.transferability.subtotal, 100);
        EXPECT_LE(result.additional.subtotal.value_or(0), 600);
        if (result.total) {
            EXPECT_EQ(
                *result.total,
                *result.core.subtotal + result.spouse.subtotal + result.transferability.subtotal +
                    *result.additional.subtotal
            );
            EXPECT_LE(*result.total, 1200);
        }
    });
}

TEST(CrsProperties, unknown_figures_never_become_a_number) {
    for_all([](const rules::RuleSet& rules, const CrsInput& input) {
        const bool offer = input.job_offer && input.job_offer->qualifying;
        const bool unknown = rules.id == "2026-11-03" && (offer || input.canadian_work_years > 0);
        EXPECT_EQ(score(rules, input).total.has_value(), !unknown);
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
