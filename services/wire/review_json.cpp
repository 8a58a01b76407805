#include "services/wire/review_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/optional_text.hpp"

#include <array>

namespace wire {
namespace {

using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::size_t moderation_text_max = 1'000;
constexpr std::size_t check_name_max = 40;

enum class ReportKind : std::uint8_t {
    fee_asked,
    personal_data_asked,
    fake_employer,
    closed,
    wrong_details,
    discrimination,
    other,
};
constexpr std::array report_kinds{
    Named{"fee_asked", ReportKind::fee_asked},
    Named{"personal_data_asked", ReportKind::personal_data_asked},
    Named{"fake_employer", ReportKind::fake_employer},
    Named{"closed", ReportKind::closed},
    Named{"wrong_details", ReportKind::wrong_details},
    Named{"discrimination", ReportKind::discrimination},
    Named{"other", ReportKind::other},
};

enum class ReviewAction : std::uint8_t { confirm, clear, reject, note };
constexpr std::array review_actions{
    Named{"confirm", ReviewAction::confirm},
    Named{"clear", ReviewAction::clear},
    Named{"reject", ReviewAction::reject},
    Named{"note", ReviewAction::note},
};

ReportRequest report(FieldReader& in) {
    return {
        .kind = std::string{document::name_of(
            document::Names<ReportKind>{report_kinds}, in.required("kind").choice(report_kinds)
        )},
        .words = optional_text(in, "text", moderation_text_max)};
}

ReviewRequest review(FieldReader& in) {
    const ReviewAction action = in.required("decision").choice(review_actions);
    ReviewRequest request{
        .decision =
            std::string{document::name_of(document::Names<ReviewAction>{review_actions}, action)},
        .check = in.optional(
                       "check",
                       [](const ValueReader& text) {
                           return text.text({.min = 1, .max = check_name_max});
                       }
        ).value_or(""),
        .words = optional_text(in, "note", moderation_text_max)};
    const bool of_a_check = action == ReviewAction::confirm || action == ReviewAction::clear;
    if (of_a_check && request.check.empty()) {
        in.refuse("check", "missing: which finding is it?");
    }
    if (!of_a_check && !request.check.empty()) {
        in.refuse("check", "only confirm and clear are of a check");
    }
    if (action != ReviewAction::confirm && request.words.empty()) {
        in.refuse("note", "missing: say why");
    }
    return request;
}

}  // namespace

domain::Result<ReportRequest> report_from(const boost::json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object(report);
    });
}

domain::Result<ReviewRequest> review_from(const boost::json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object(review);
    });
}

}  // namespace wire
