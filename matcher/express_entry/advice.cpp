#include "matcher/express_entry/advice.hpp"

#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/profile.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Clb;
using domain::Date;
using domain::LanguageTest;
using domain::OfficialLanguage;
using RuleSets = std::vector<const rules::RuleSet*>;
using enum ReasonCode;

/// Levels that people aim at: the tiers of the grid. The CRS knows none above 10.
constexpr std::array<Clb, 3> aims{5, 7, 9};
constexpr Clb level_max = 10;
constexpr Clb level_min = 4;  ///< Below it nothing is proven.

LanguageTest test_at(const OfficialLanguage language, const Clb level, const Date date) {
    return {
        .kind = language == OfficialLanguage::french ? domain::LanguageTestKind::tef_canada
                                                     : domain::LanguageTestKind::ielts_general,
        .date = date,
        .first = false,
        .levels = {level, level, level, level},
    };
}

/// Tries one change after the other and keeps those that help.
class Adviser {
public:
    Adviser(const RuleSets& rule_sets, const Candidate& candidate, const Date as_of)
        : rule_sets_{rule_sets},
          candidate_{candidate},
          as_of_{as_of},
          input_{crs_profile(candidate, as_of).input},
          totals_{totals(input_)} {}

    std::vector<Advice> advise() {
        try_abilities(input_.first_language);
        try_abilities(input_.second_language);
        try_languages();
        try_credentials();
        try_spouse();
        try_work();
        try_papers();
        try_offers();
        try_swaps();
        const auto by_gain = [](const Advice& left, const Advice& right) {
            return left.gains.front().value_or(-1) > right.gains.front().value_or(-1);
        };
        std::ranges::stable_sort(advice_, by_gain);
        return std::move(advice_);
    }

private:
    std::vector<Points> totals(const CrsInput& input) const {
        std::vector<Points> result;
        result.reserve(rule_sets_.size());
        for (const rules::RuleSet* rule_set : rule_sets_) {
            result.push_back(score(*rule_set, input).total);
        }
        return result;
    }

    void consider(Reason reason, const CrsInput& changed) {
        Advice advice{.reason = std::move(reason), .gains = {}};
        const std::vector<Points> after = totals(changed);
        for (std::size_t index = 0; index < after.size(); ++index) {
            const bool known = after[index] && totals_[index];
            advice.gains.push_back(known ? Points{*after[index] - *totals_[index]} : std::nullopt);
        }
        const auto helps = [](const Points gain) { return gain && *gain > 0; };
        if (std::ranges::any_of(advice.gains, helps)) {
            advice_.push_back(std::move(advice));
        }
    }

    void consider(Reason reason, const Candidate& changed) {
        consider(std::move(reason), crs_profile(changed, as_of_).input);
    }

    /// The candidate with the counted test of this language changed.
    Candidate with_test(const domain::LanguageLevels& language, const domain::AbilityLevels& levels)
        const {
        Candidate changed = candidate_;
        for (LanguageTest& test : changed.language_tests) {
            const bool counted = domain::language_of(test.kind) == language.language &&
                                 test.levels == language.levels &&
                                 !valid_tests({test}, as_of_).empty();
            if (counted) {
                test.levels = levels;
                break;
            }
        }
        return changed;
    }

    void try_abilities(const std::optional<domain::LanguageLevels>& language) {
        if (!language) {
            return;
        }
        for (const Ability ability :
             {Ability::listening, Ability::reading, Ability::writing, Ability::speaking}) {
            domain::AbilityLevels levels = language->levels;
            Clb& level = levels.*member(ability);
            const Clb from = level;
            if (from < level_max) {
                level = std::max(level_min, from + 1);
                consider(
                    because(
                        raise_ability,
                        {std::string{domain::language_code(language->language)},
                         std::string{name(ability)},
                         from,
                         level}
                    ),
                    with_test(*language, levels)
                );
            }
        }
        for (const Clb aim : aims) {
            domain::AbilityLevels levels = language->levels;
            for (const Ability ability :
                 {Ability::listening, Ability::reading, Ability::writing, Ability::speaking}) {
                levels.*member(ability) = std::max(levels.*member(ability), aim);
            }
            if (levels != language->levels) {
                consider(
                    because(
                        raise_language,
                        {std::string{domain::language_code(language->language)}, aim}
                    ),
                    with_test(*language, levels)
                );
            }
        }
    }

    bool proves(const OfficialLanguage language) const {
        const auto is_it = [language](const std::optional<domain::LanguageLevels>& one) {
            return one && one->language == language;
        };
        return is_it(input_.first_language) || is_it(input_.second_language);
    }

    void try_languages() {
        for (const OfficialLanguage language :
             {OfficialLanguage::english, OfficialLanguage::french}) {
            if (proves(language)) {
                continue;
            }
            for (const Clb aim : aims) {
                Candidate changed = candidate_;
                changed.language_tests.push_back(test_at(language, aim, as_of_));
                consider(
                    because(
                        language == OfficialLanguage::french ? prove_french : prove_english, {aim}
                    ),
                    changed
                );
            }
        }
    }

    void try_credentials() {
        for (std::size_t index = 0; index < candidate_.education.size(); ++index) {
            const domain::Education& credential = candidate_.education[index];
            if (credential.completed > as_of_ || !valid_credentials({credential}, as_of_).empty()) {
                continue;
            }
            Candidate changed = candidate_;
            changed.education[index].eca_date = as_of_;
            consider(
                because(
                    credential.eca_date ? renew_assessment : assess_credential,
                    {static_cast<std::int64_t>(index + 1)}
                ),
                changed
            );
        }
    }

    void try_spouse() {
        if (!candidate_.spouse || candidate_.marital != domain::Marital::spouse_accompanying) {
            return;
        }
        for (const Clb aim : aims) {
            Candidate changed = candidate_;
            changed.spouse->language_tests.push_back(test_at(OfficialLanguage::english, aim, as_of_)
            );
            consider(because(spouse_language, {aim}), changed);
        }
    }

    void try_work() {
        CrsInput canadian = input_;
        canadian.canadian_work_years =
            std::min(rules::work_years_max, canadian.canadian_work_years + 1);
        consider(because(year_of_canadian_work, {canadian.canadian_work_years}), canadian);
        CrsInput foreign = input_;
        foreign.foreign_work_years =
            std::min(rules::work_years_max, foreign.foreign_work_years + 1);
        consider(because(year_of_foreign_work, {foreign.foreign_work_years}), foreign);
    }

    void try_papers() {
        CrsInput nominated = input_;
        nominated.provincial_nomination = true;
        consider(because(get_nomination), nominated);
        CrsInput certified = input_;
        certified.certificate_of_qualification = true;
        consider(because(get_certificate), certified);
    }

    void try_offers() {
        const auto consider_offer = [this](const ReasonCode reason, const int noc) {
            CrsInput offered = input_;
            offered.job_offer = {.noc = domain::NocCode::from_number(noc), .qualifying = true};
            consider(because(reason), offered);
        };
        constexpr int senior_manager = 12;        // 00012, major group 00.
        constexpr int software_engineer = 21231;  // Any other of TEER 0-3 earns the same.
        consider_offer(get_offer_senior, senior_manager);
        consider_offer(get_offer_skilled, software_engineer);
    }

    void try_swaps() {
        if (input_.first_language && input_.second_language) {
            CrsInput other = input_;
            std::swap(other.first_language, other.second_language);
            consider(
                because(
                    put_other_language_first,
                    {std::string{domain::language_code(other.first_language->language)}}
                ),
                other
            );
        }
        if (const auto swapped = with_applicants_swapped(candidate_)) {
            consider(because(swap_applicants), *swapped);
        }
    }

    const RuleSets& rule_sets_;
    const Candidate& candidate_;
    Date as_of_;
    CrsInput input_;
    std::vector<Points> totals_;
    std::vector<Advice> advice_;
};

}  // namespace

std::vector<Advice> advise(
    const RuleSets& rule_sets, const Candidate& candidate, const Date as_of
) {
    return Adviser{rule_sets, candidate, as_of}.advise();
}

}  // namespace express_entry
