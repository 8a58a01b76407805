#include "services/matching/resume.hpp"

namespace matching {
namespace {

constexpr int title_weight = 3;
constexpr int skill_weight = 2;
constexpr int duty_weight = 1;

}  // namespace

std::vector<search::ResumeText> resume_of(
    const domain::Candidate& candidate, const domain::Date as_of
) {
    std::vector<search::ResumeText> result;
    const auto add = [&](const std::vector<std::string>& texts, const int weight) {
        for (const std::string& text : texts) {
            result.push_back({.text = text, .weight = weight});
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
    const std::string& index_folder,
    const domain::Candidate& candidate,
    const domain::Date as_of,
    const fit::Model& model
)
    : relevance_{
          index_folder,
          resume_of(candidate, as_of),
          static_cast<std::size_t>(model.weights.skills_and_duties.words)} {}

ranking::Text Resume::text() {
    return {
        .own_weight = relevance_.own_weight(),
        .found_weights = [this](const auto ids) { return relevance_.found_weights(ids); },
    };
}

fit::TextMatch Resume::match(const domain::PostingId id) {
    return {
        .own_weight = relevance_.own_weight(),
        .found_weight = relevance_.found_weights({&id, 1}).front(),
        .words = relevance_.found_words(id),
    };
}

}  // namespace matching
