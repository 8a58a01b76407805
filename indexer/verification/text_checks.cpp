#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>

namespace verification {
namespace {

/// What the rules find; where they find nothing, a text passes and its absence is unknown.
Check wording(const Evidence& evidence, const CheckKind kind) {
    return judged(evidence, [kind](const PostingText& text) {
        if (const TextFinding* const finding = text.gravest(kind)) {
            return check_from(*finding, text);
        }
        return Check{
            .kind = kind, .verdict = text.describes_the_job() ? Verdict::pass : Verdict::unknown};
    });
}

using domain::ascii::is_digit;

/// The number that follows the word licence or permit within a few characters: `licence number
/// EA-1234`, `permis no AP-2001234`; nothing if none does.
std::string_view licence_number(const std::string_view text) {
    constexpr std::size_t reach = 40;
    constexpr std::size_t digits_min = 4;
    for (const std::string_view word : {"licence", "license", "Licence", "License", "permis"}) {
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + word.size())) {
            const std::size_t start = at + word.size();
            const std::string_view after = text.substr(start, reach);
            const std::string_view line = after.substr(0, after.find('\n'));
            const auto digit = std::find_if(line.begin(), line.end(), is_digit);
            const auto end = std::find_if_not(digit, line.end(), is_digit);
            if (static_cast<std::size_t>(end - digit) < digits_min) {
                continue;
            }
            const std::size_t begin =
                line.rfind(' ', static_cast<std::size_t>(digit - line.begin()));
            const std::size_t from = begin == std::string_view::npos ? 0 : begin + 1;
            return line.substr(from, static_cast<std::size_t>(end - line.begin()) - from);
        }
    }
    return {};
}

/// What recruiters call themselves, folded. Not `agency`, `personnel` or `talent` alone, which
/// others do as well: space agencies, the staff of the forces.
constexpr auto names_of_recruiters = std::to_array<std::string_view>(
    {"agence de placement",
     "agence de recrutement",
     "employment agency",
     "executive search",
     "headhunters",
     "job agency",
     "placement agency",
     "placement services",
     "recruiters",
     "recruiting",
     "recruitment",
     "recrutement",
     "services de placement",
     "staffing"}
);

/// Recruits for itself.
constexpr std::string_view armed_forces = "forces armees";

bool is_recruiter(const std::string_view employer) {
    const std::string folded = normalise::fold(employer);
    return normalise::says_any(folded, names_of_recruiters) &&
           !normalise::says(folded, armed_forces);
}

/// The licence by which Quebec's agencies sign: `NO. AP-2000268`, of placement or (`AR-`) of
/// recruitment abroad; nothing if there is none.
std::string_view licence_in_name(const std::string_view employer) {
    constexpr std::size_t digits_min = 7;
    for (const std::string_view mark : {"AP-", "AR-"}) {
        const std::size_t at = employer.find(mark);
        if (at != std::string_view::npos) {
            const std::string_view number = employer.substr(at);
            const auto* const end =
                std::find_if_not(number.begin() + mark.size(), number.end(), is_digit);
            const auto length = static_cast<std::size_t>(end - number.begin());
            if (length >= mark.size() + digits_min) {
                return number.substr(0, length);
            }
        }
    }
    return {};
}

}  // namespace

Check fees(const Evidence& evidence) { return wording(evidence, CheckKind::fees); }

Check personal_data(const Evidence& evidence) {
    return wording(evidence, CheckKind::personal_data);
}

Check pressure(const Evidence& evidence) { return wording(evidence, CheckKind::pressure); }

Check contracting(const Evidence& evidence) { return wording(evidence, CheckKind::contracting); }

Check text_anomaly(const Evidence& evidence) { return wording(evidence, CheckKind::text_anomaly); }

Check lmia_label(const Evidence& evidence) {
    const domain::LmiaStatement stated = evidence.posting.lmia;
    return judged(evidence, [stated](const PostingText& text) {
        const TextFinding* const said = text.gravest(CheckKind::lmia_label);
        if (stated == domain::LmiaStatement::not_stated && said == nullptr) {
            return Check{.kind = CheckKind::lmia_label, .verdict = Verdict::unknown};
        }
        Check check{.kind = CheckKind::lmia_label, .verdict = Verdict::info};
        if (said != nullptr) {
            check = check_from(*said, text);
        }
        if (stated != domain::LmiaStatement::not_stated) {
            check.field = "lmia";
            check.code = stated == domain::LmiaStatement::approved ? "approved" : "requested";
        }
        return check;
    });
}

Check recruiter(const Evidence& evidence) {
    const std::string_view employer = evidence.posting.hiring_organization;
    return judged(evidence, [employer](const PostingText& text) {
        const TextFinding* const agency = text.gravest(CheckKind::recruiter);
        if (agency == nullptr && !is_recruiter(employer)) {
            return Check{
                .kind = CheckKind::recruiter,
                .verdict = text.describes_the_job() ? Verdict::pass : Verdict::unknown};
        }
        Check check = agency != nullptr ? check_from(*agency, text)
                                        : Check{
                                              .kind = CheckKind::recruiter,
                                              .field = "employer",
                                              .evidence = std::string{employer}};
        check.verdict = Verdict::unknown;
        const std::string_view in_name = licence_in_name(employer);
        const std::string_view licence = in_name.empty() ? licence_number(text.text()) : in_name;
        check.code = licence.empty() ? "no_licence" : "licence_not_looked_up";
        if (!licence.empty()) {
            check.values.emplace_back("licence", std::string{licence});
        }
        return check;
    });
}

}  // namespace verification
