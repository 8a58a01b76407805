#include "services/matching/resume.hpp"

#include <utility>

namespace matching {
namespace {

constexpr int title_weight = 3;
constexpr int skill_weight = 2;
constexpr int duty_weight = 1;

std::vector<ranking::FoundText> found_texts(const std::vector<search::Likeness>& likeness) {
    std::vector<ranking::FoundText> result;
    result.reserve(likeness.size());
    for (const search::Likeness& one : likeness) {
        result.push_back(
            {.weight = one.weight,
             .title_permille = one.title_permille,
             .title_known_permille = one.title_known_permille}
        );
    }
    return result;
}

}  // namespace

std::vector<search::ResumeText> resume_of(
    const domain::Candidate& candidate, const domain::Date as_of
) {
    std::vector<search::ResumeText> result;
    const auto add = [&](const std::vector<std::string>& texts, const int weight) {
        for (const std::string& text : texts) {
            result.push_back({.text = text, .weight = weight, .is_title = weight == title_weight});
        }
    };
    for (const domain::Job& job : candidate.jobs) {
        if (job.start <= as_of) {
            add({job.title}, title_weight);
            add(job.duties, duty_weight);
        }
    }
    add(candidate.skills, skill_weight);
    add(candidate.resume_texts, duty_weight);
    return result;
}

Resume::Resume(
    const search::PostingWords& postings,
    const domain::Candidate& candidate,
    const domain::Date as_of,
    const fit::Model& model
)
    : relevance_{
          postings,
          resume_of(candidate, as_of),
          static_cast<std::size_t>(model.weights.skills_and_duties.words)} {}

ranking::Text Resume::text() {
    return {
        .own_weight = relevance_.own_weight(),
        .found = [this](const auto ids) { return found_texts(relevance_.likeness(ids)); },
        .found_max = [this](const auto ids) { return found_texts(relevance_.likeness_max(ids)); },
    };
}

fit::TextMatch Resume::match(const domain::PostingId id) {
    search::SharedWords shared = relevance_.explain(id);
    return {
        .own_weight = relevance_.own_weight(),
        .found_weight = shared.likeness.weight,
        .title_permille = shared.likeness.title_permille,
        .title_known_permille = shared.likeness.title_known_permille,
        .words = std::move(shared.words),
    };
}

}  // namespace matching
