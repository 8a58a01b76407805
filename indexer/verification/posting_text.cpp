#include "indexer/verification/posting_text.hpp"

#include <algorithm>

namespace verification {
namespace {

int alarm(const Verdict verdict) {
    switch (verdict) {
        case Verdict::fail:
            return 2;
        case Verdict::warn:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

void PostingText::add(const std::string_view field, const std::string_view words) {
    if (words.empty()) {
        return;
    }
    if (parts_.empty() || parts_.back().field != field) {
        parts_.push_back({.begin = text_.size(), .field = field});
    }
    text_.append(words).push_back('\n');
}

PostingText::PostingText(const domain::Posting& posting) {
    std::size_t bytes =
        posting.title.size() + posting.original_title.size() + posting.description.size() + 3;
    for (const auto* const lines : {&posting.duties, &posting.skills, &posting.credentials}) {
        for (const std::string& line : *lines) {
            bytes += line.size() + 1;
        }
    }
    text_.reserve(bytes);
    add("title", posting.title);
    add("original_title", posting.original_title);
    const std::size_t titles = text_.size();
    add("description", posting.description);
    for (const std::string& duty : posting.duties) {
        add("duties", duty);
    }
    for (const std::string& skill : posting.skills) {
        add("skills", skill);
    }
    describes_the_job_ = text_.size() > titles;
    for (const std::string& credential : posting.credentials) {
        add("credentials", credential);
    }
    findings_ = TextRules::shipped().find(text_);
}

const TextFinding* PostingText::gravest(const CheckKind kind) const {
    const TextFinding* result = nullptr;
    for (const TextFinding& finding : findings_) {
        if (finding.rule->kind == kind &&
            (result == nullptr || alarm(finding.rule->severity) > alarm(result->rule->severity))) {
            result = &finding;
        }
    }
    return result;
}

const TextFinding* PostingText::find(const CheckKind kind, const std::string_view code) const {
    const auto found = std::find_if(findings_.begin(), findings_.end(), [&](const auto& finding) {
        return finding.rule->kind == kind && finding.rule->code == code;
    });
    return found == findings_.end() ? nullptr : &*found;
}

std::string_view PostingText::field_at(const std::size_t offset) const {
    std::string_view field;
    for (const Part& part : parts_) {
        if (part.begin > offset) {
            break;
        }
        field = part.field;
    }
    return field;
}

Check check_from(const TextFinding& finding, const PostingText& text) {
    return {
        .kind = finding.rule->kind,
        .verdict = finding.rule->severity,
        .field = std::string{text.field_at(finding.at)},
        .evidence = std::string{finding.quote},
        .code = finding.rule->code,
        .values = {{"rule", finding.rule->id}}};
}

}  // namespace verification
