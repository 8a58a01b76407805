// What the posting asks for beside the occupation: education, a licence, and the words of its
// duties.

#include "matcher/fit/fit.hpp"

#include <algorithm>

namespace fit {

bool CandidateTraits::lacks(const domain::Licence licence) const {
    return !domain::covers(licences_, licence);
}

bool CandidateTraits::speaks(const domain::WorkingLanguage language) const {
    using domain::WorkingLanguage;
    // The lowest level that the Express Entry tables know; none of the abilities reaches it.
    constexpr domain::Clb level_min = 4;
    const auto speaks_any = [](const domain::AbilityLevels& held) {
        return std::max({held.listening, held.reading, held.writing, held.speaking}) >= level_min;
    };
    const bool english = speaks_any(english_.held.levels);
    const bool french = speaks_any(french_.held.levels);
    switch (language) {
        case WorkingLanguage::not_stated:
            break;
        case WorkingLanguage::english:
            return english;
        case WorkingLanguage::french:
            return french;
        case WorkingLanguage::english_or_french:
            return english || french;
        case WorkingLanguage::bilingual:
            return english && french;
    }
    return true;
}

std::vector<PlacedAfter> CandidateTraits::placed_after(const PostingTraits& posting) const {
    std::vector<PlacedAfter> result;
    if (abroad_ && posting.refuses_outside_canada) {
        result.push_back(PlacedAfter::refuses_outside_canada);
    }
    if (lacks(posting.licence_asked)) {
        result.push_back(PlacedAfter::licence_missing);
    }
    if (!speaks(posting.working_language) ||
        (posting.asks_other_language && !names_other_language_)) {
        result.push_back(PlacedAfter::language_not_spoken);
    }
    return result;
}

CandidateTraits::Graded CandidateTraits::qualifications(const PostingTraits& posting) const {
    const Weights::Qualifications& weights = model_->weights.qualifications;
    if (lacks(posting.licence_asked)) {
        return {weights.licence_missing, Reason::licence_missing};
    }
    if (!posting.education_asked) {
        return {weights.not_stated, Reason::education_not_stated};
    }
    const int asked = static_cast<int>(*posting.education_asked);
    const int held = education_ ? static_cast<int>(*education_) : 0;
    if (held >= asked) {
        return {weights.max, Reason::education_met};
    }
    const bool one_short = held + 1 == asked;
    const int short_points = one_short ? weights.one_level_short : 0;
    if (posting.equivalent_experience_accepted && weights.equivalent_accepted >= short_points) {
        return {weights.equivalent_accepted, Reason::education_equivalent_accepted};
    }
    return {short_points, one_short ? Reason::education_one_level_short : Reason::education_short};
}

int CandidateTraits::qualification_points(const PostingTraits& posting) const {
    return qualifications(posting).points;
}

Part CandidateTraits::qualifications_part(const PostingTraits& posting) const {
    const auto [points, reason] = qualifications(posting);
    PostingTraits without_licence = posting;
    without_licence.licence_asked = domain::Licence::none;
    return {
        .kind = PartKind::qualifications,
        .points = points,
        .max = model_->weights.qualifications.max,
        .attainable =
            reason == Reason::education_not_stated
                ? points
                : (reason == Reason::licence_missing ? qualifications(without_licence).points
                                                     : model_->weights.qualifications.max),
        .reason = reason,
        .education_asked = posting.education_asked,
        .education_held = education_,
        .licence = posting.licence_asked,
    };
}

int CandidateTraits::text_points(const std::int64_t own_weight, const std::int64_t found_weight)
    const {
    const Weights::SkillsAndDuties& weights = model_->weights.skills_and_duties;
    if (own_weight == 0) {
        return 0;
    }
    const std::int64_t full = own_weight * weights.full_at_percent;
    return static_cast<int>(weights.max * std::min(found_weight * 100, full) / full);
}

Part CandidateTraits::text_part(const TextMatch& text) const {
    Part part{
        .kind = PartKind::skills_and_duties,
        .points = text_points(text.own_weight, text.found_weight),
        .max = model_->weights.skills_and_duties.max,
        .attainable = text_points(text.own_weight, text.found_weight),
        .reason = text.found_weight > 0 ? Reason::words_shared : Reason::no_words_shared,
        .words = text.words,
    };
    if (text.own_weight == 0) {
        part.reason = Reason::resume_without_words;
    } else {
        part.words_percent = static_cast<int>(text.found_weight * 100 / text.own_weight);
    }
    return part;
}

int CandidateTraits::title_points(const int title_permille, const int title_known_permille) const {
    const Weights::Title& weights = model_->weights.title;
    return (weights.max - weights.known) * title_permille / 1000 +
           weights.known * title_known_permille / 1000;
}

Part CandidateTraits::title_part(const TextMatch& text) const {
    const Reason unlike =
        text.title_known_permille > 0 ? Reason::title_known : Reason::title_unlike;
    return {
        .kind = PartKind::title,
        .points = title_points(text.title_permille, text.title_known_permille),
        .max = model_->weights.title.max,
        .attainable = title_points(text.title_permille, text.title_known_permille),
        .reason = text.title_permille > 0 ? Reason::title_alike : unlike,
        .words_percent = text.title_permille / 10,
        .known_percent = text.title_known_permille / 10,
    };
}

}  // namespace fit
