#include "matcher/fit/fit.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <limits>

namespace fit {
namespace {

using domain::NocKinship;
using domain::WorkingLanguage;

struct Kin {
    int points;
    Reason reason;
};

Kin kin(const Weights::Occupation& weights, const domain::NocCode own, const domain::NocCode noc) {
    switch (domain::kinship(own, noc)) {
        case NocKinship::unit_group:
            return {weights.max, Reason::same_unit_group};
        case NocKinship::minor_group:
            return {weights.minor_group, Reason::same_minor_group};
        case NocKinship::sub_major_group:
            return {weights.sub_major_group, Reason::same_sub_major_group};
        case NocKinship::major_group:
            return {weights.major_group, Reason::same_major_group};
        case NocKinship::broad_category:
            return {
                weights.broad_category - weights.lost_per_teer * std::abs(own.teer() - noc.teer()),
                Reason::same_broad_category};
        case NocKinship::none:
            break;
    }
    return {0, Reason::other_occupation};
}

/// The percentage of the last step that `months` has reached.
int percent_at(const std::vector<Step>& steps, const int months) {
    const auto next = std::ranges::upper_bound(steps, months, {}, &Step::from_months);
    assert(next != steps.begin());
    return std::prev(next)->percent;
}

/// The points of the last step that `permille` has reached.
int points_at(const std::vector<RelatedStep>& steps, const int permille) {
    const auto next = std::ranges::upper_bound(steps, permille, {}, &RelatedStep::from_permille);
    assert(next != steps.begin());
    return std::prev(next)->points;
}

Reason language_reason(const domain::AbilityLevels& held, const domain::Clb expected) {
    if (held == domain::AbilityLevels{}) {
        return Reason::language_not_spoken;
    }
    return held.lowest() >= expected ? Reason::languages_met : Reason::languages_short;
}

/// In each ability, a quarter of `points_max` in proportion to the level held of that expected.
Part held_against(
    const domain::LanguageLevels& held, const domain::Clb expected, const int points_max
) {
    const auto& [listening, reading, writing, speaking] = held.levels;
    const int sum = std::min(listening, expected) + std::min(reading, expected) +
                    std::min(writing, expected) + std::min(speaking, expected);
    return {
        .kind = PartKind::official_languages,
        .points = points_max * sum / (4 * expected),
        .attainable = points_max,
        .reason = language_reason(held.levels, expected),
        .level_expected = expected,
        .level_held = held.levels.lowest(),
        .language = held.language,
    };
}

/// What nobody settles in Canada by. In agriculture and landscaping, broad category 8, a season is
/// the year of the trade.
bool has_short_terms(const domain::Posting& posting) {
    using domain::EmploymentTerm;
    constexpr int full_time_tenths = 300;
    constexpr std::chrono::days half_a_year{182};
    const bool few_hours = posting.work_hours ? posting.work_hours->max_tenths < full_time_tenths
                                              : posting.work_time == domain::WorkTime::part_time;
    const bool seasonal =
        posting.term == EmploymentTerm::seasonal && posting.noc->broad_category() != 8;
    const bool ends_soon = posting.term_ends && posting.date_posted &&
                           *posting.term_ends - *posting.date_posted < half_a_year;
    return few_hours || seasonal || ends_soon || posting.for_students ||
           posting.term == EmploymentTerm::casual;
}

std::uint8_t title_support(const domain::Posting& posting) {
    if (posting.original_title.empty() || posting.coded_nocs.empty()) {
        return 100;
    }
    const auto stated = std::ranges::find(posting.coded_nocs, *posting.noc, &domain::CodedNoc::noc);
    return static_cast<std::uint8_t>(
        stated == posting.coded_nocs.end() ? 0 : std::clamp(stated->permille / 10, 0, 100)
    );
}

}  // namespace

PostingTraits traits(const domain::Posting& posting) {
    assert(posting.noc);
    const bool in_quebec = !posting.job_locations.empty() &&
                           posting.job_locations.front().province == domain::Province::QC;
    PostingTraits result{
        .noc = *posting.noc,
        .title_support = title_support(posting),
        .experience_stated = posting.experience_asked.has_value(),
        .working_language = posting.working_language,
        .french_likely = posting.working_language == WorkingLanguage::not_stated &&
                         (in_quebec || posting.text_language == domain::OfficialLanguage::french),
        .asks_other_language = posting.asks_other_language,
        .refuses_outside_canada = posting.refuses_outside_canada,
        .licence_asked = posting.licence_asked,
        .education_asked = posting.education_asked,
        .equivalent_experience_accepted = posting.equivalent_experience_accepted,
        .remote = posting.remote,
        .short_terms = has_short_terms(posting),
    };
    if (!posting.job_locations.empty()) {
        result.province = posting.job_locations.front().province;
        result.spot = spot(posting.job_locations.front().coordinates);
    }
    if (posting.base_salary) {
        constexpr domain::Cents pay_max = std::numeric_limits<std::int32_t>::max();
        result.hourly_pay =
            static_cast<std::int32_t>(std::min(posting.base_salary->hourly_max, pay_max));
    }
    if (posting.starts_on) {
        result.starts_day = domain::days_since_epoch(*posting.starts_on);
    }
    if (posting.experience_asked) {
        constexpr int months_max = std::numeric_limits<std::uint8_t>::max();
        result.experience_months_asked = static_cast<std::uint8_t>(
            std::clamp(posting.experience_asked->min_months, 0, months_max)
        );
    }
    return result;
}

Fit CandidateTraits::fit(const PostingTraits& posting, const TextMatch& text) const {
    Fit result;
    result.parts = {
        occupation_part(posting.noc, posting.title_support),
        experience_part(posting),
        language_part(posting),
        qualifications_part(posting),
        text_part(text),
        place_part(posting),
        pay_part(posting.hourly_pay),
        remote_part(posting.remote),
        start_part(posting.starts_day),
        terms_part(posting.short_terms),
        title_part(text)};
    for (const Part& part : result.parts) {
        result.total += part.points;
    }
    return result;
}

int CandidateTraits::occupation_points(const domain::NocCode noc, const int title_support) const {
    return occupation_part(noc, title_support).points;
}

int CandidateTraits::experience_points(const PostingTraits& posting) const {
    return experience_part(posting).points;
}

int CandidateTraits::language_points(const PostingTraits& posting) const {
    return language_part(posting).points;
}

Part CandidateTraits::occupation_part(const domain::NocCode noc, const int title_support) const {
    Part best{
        .kind = PartKind::occupation,
        .max = model_->weights.occupation.max,
        .reason = occupations_.empty() ? Reason::no_work_history : Reason::other_occupation,
    };
    for (const Occupation& own : occupations_) {
        const Part part = occupation_part(own, noc, title_support);
        // At equal points the nearer occupation explains better; Reason begins with the nearest.
        if (part.points > best.points ||
            (part.points == best.points && part.points > 0 && part.reason < best.reason)) {
            best = part;
        }
    }
    return best;
}

Part CandidateTraits::occupation_part(
    const Occupation& own, const domain::NocCode noc, const int title_support
) const {
    const Weights::Occupation& weights = model_->weights.occupation;
    Kin nearness = kin(weights, own.noc, noc);
    const int permille = model_->relatedness.permille(own.noc, noc);
    if (const int related = points_at(weights.related, permille); related > nearness.points) {
        nearness = {related, Reason::related_occupation};
    }
    const int believed = 100 * 100 - weights.title_doubt_percent * (100 - title_support);
    const auto points = [&](const int held_percent, const int since_percent) {
        return nearness.points * held_percent * since_percent / (100 * 100) * believed /
               (100 * 100);
    };
    return {
        .kind = PartKind::occupation,
        .points = points(
            percent_at(weights.months_held, own.months),
            percent_at(weights.months_since, own.months_since)
        ),
        .max = weights.max,
        .attainable =
            points(weights.months_held.back().percent, weights.months_since.front().percent),
        .reason = nearness.reason,
        .candidate_noc = own.noc,
        .months_held = own.months,
        .months_since = own.months_since,
        .related_permille = permille,
        .title_support = title_support,
    };
}

Part CandidateTraits::experience_part(const PostingTraits& posting) const {
    const Weights::Experience& weights = model_->weights.experience;
    const auto same_minor_group = [&](const Occupation& own) {
        return own.noc.minor_group() == posting.noc.minor_group();
    };
    const auto own = std::ranges::find_if(occupations_, same_minor_group);
    const int held = own == occupations_.end() ? 0 : own->minor_group_months;
    const int asked = posting.experience_months_asked;
    Part part{
        .kind = PartKind::experience,
        .max = weights.max,
        .attainable = weights.max,
        .months_held = held,
        .months_asked = asked,
    };
    if (!posting.experience_stated) {
        part.points = weights.not_stated;
        part.attainable = weights.not_stated;
        part.reason = Reason::experience_not_stated;
    } else if (asked == 0) {
        part.points = weights.not_asked;
        part.attainable = weights.not_asked;
        part.reason = Reason::experience_not_asked;
    } else if (held >= asked) {
        part.points = weights.max;
        part.reason = Reason::experience_met;
    } else {
        part.points = weights.max * held / asked;
        part.reason = held > 0 ? Reason::experience_short : Reason::experience_missing;
    }
    return part;
}

Part CandidateTraits::language_part(const PostingTraits& posting) const {
    const Weights::OfficialLanguages& weights = model_->weights.official_languages;
    const domain::Clb expected =
        weights.level_by_teer[static_cast<std::size_t>(posting.noc.teer())];
    const auto in = [&](const Language& language, const int percent) {
        Part part = held_against(language.held, expected, weights.max * percent / 100);
        part.max = weights.max;
        return part;
    };
    const auto preferred = [&](const Language& language) {
        return in(language, language.second ? weights.second_percent : 100);
    };
    const Language& likely = posting.french_likely ? french_ : english_;
    switch (posting.working_language) {
        case WorkingLanguage::english:
            return preferred(english_);
        case WorkingLanguage::french:
            return preferred(french_);
        case WorkingLanguage::english_or_french:
            return std::ranges::max(preferred(english_), preferred(french_), {}, &Part::points);
        case WorkingLanguage::bilingual:
            // Both are needed, so the weaker one decides, and neither counts as second.
            return std::ranges::min(in(english_, 100), in(french_, 100), {}, &Part::points);
        case WorkingLanguage::not_stated:
            break;
    }
    const int preference = likely.second ? weights.second_percent : 100;
    Part part = in(likely, weights.likely_percent * preference / 100);
    part.reason = Reason::language_not_stated;
    return part;
}

}  // namespace fit
