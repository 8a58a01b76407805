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

}  // namespace matching
