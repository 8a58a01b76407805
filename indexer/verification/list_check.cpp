#include "indexer/verification/list_check.hpp"

#include "indexer/normalise/employer_name.hpp"

namespace verification {

EmployerMatch match_of(const Evidence& evidence) {
    if (evidence.employer != nullptr) {
        return *evidence.employer;
    }
    const domain::Posting& posting = evidence.posting;
    const normalise::EmployerName name = normalise::employer_name_from(posting.hiring_organization);
    return evidence.lists->employers().match(
        evidence.employer_key.empty() ? name.key : evidence.employer_key,
        name.operating_key,
        posting.job_locations
    );
}

Check said(const CheckKind kind, const Verdict verdict, const std::string_view code) {
    Check check;
    check.kind = kind;
    check.verdict = verdict;
    check.code = code;
    return check;
}

Check said_by(
    const Evidence& evidence,
    const ListId list,
    const CheckKind kind,
    const Verdict verdict,
    const std::string_view code
) {
    Check check = said(kind, verdict, code);
    check.source = evidence.lists->source(list);
    check.source_on = evidence.lists->published(list).published_on;
    check.expires_on = evidence.lists->expires_on(list, kind);
    return check;
}

Lookup look_up(const Evidence& evidence, const Lists::Subject subject, const CheckKind kind) {
    const auto list = evidence.lists == nullptr ? std::nullopt : evidence.lists->newest(subject);
    if (!list) {
        return {.list = std::nullopt, .unknown = said(kind, Verdict::unknown, "no_list")};
    }
    const auto expires_on = evidence.lists->expires_on(*list, kind);
    if (expires_on && *expires_on < evidence.fetched_on) {
        return {
            .list = std::nullopt,
            .unknown = said_by(evidence, *list, kind, Verdict::unknown, "too_old")};
    }
    return {.list = list, .unknown = {}};
}

std::string quoted(const std::string_view text) {
    constexpr std::size_t bytes_max = 250;
    std::size_t end = std::min(text.size(), bytes_max);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U
    ) {
        --end;
    }
    return std::string{text.substr(0, end)};
}

void append_cell(std::string& row, const std::string_view cell) {
    if (!cell.empty()) {
        row.append(row.empty() ? "" : "; ").append(cell);
    }
}

}  // namespace verification
