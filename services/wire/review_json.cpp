#include "services/wire/review_json.hpp"

#include "matcher/document/field_reader.hpp"

#include <array>

namespace wire {
namespace {

using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::size_t words_max = 1'000;
constexpr std::size_t name_max = 40;

enum class Kind : std::uint8_t {
    fee_asked,
    personal_data_asked,
    fake_employer,
    closed,
    wrong_details,
    discrimination,
    other,
};
constexpr std::array kinds{
    Named{"fee_asked", Kind::fee_asked},
    Named{"personal_data_asked", Kind::personal_data_asked},
    Named{"fake_employer", Kind::fake_employer},
    Named{"closed", Kind::closed},
    Named{"wrong_details", Kind::wrong_details},
    Named{"discrimination", Kind::discrimination},
    Named{"other", Kind::other},
};

enum class Decision : std::uint8_t { confirm, clear, reject, note };
constexpr std::array decisions{
    Named{"confirm", Decision::confirm},
    Named{"clear", Decision::clear},
    Named{"reject", Decision::reject},
    Named{"note", Decision::note},
};

std::string words(FieldReader& in, const std::string_view name) {
    return in
        .optional(
            name, [](const ValueReader& text) { return text.text({.min = 0, .max = words_max}); }
        )
        .value_or("");
}

ReportRequest report(FieldReader& in) {
    return {
        .kind =
            std::string{
                document::name_of(document::Names<Kind>{kinds}, in.required("kind").choice(kinds))},
        .words = words(in, "text")};
}

ReviewRequest review(FieldReader& in) {
    const Decision decision = in.required("decision").choice(decisions);
    ReviewRequest request{
        .decision = std::string{document::name_of(document::Names<Decision>{decisions}, decision)},
        .check =
            in.optional(
                  "check",
                  [](const ValueReader& text) { return text.text({.min = 1, .max = name_max}); }
            ).value_or(""),
        .words = words(in, "note")};
    const bool of_a_check = decision == Decision::confirm || decision == Decision::clear;
    if (of_a_check && request.check.empty()) {
        in.refuse("check", "missing: which finding is it?");
    }
    if (!of_a_check && !request.check.empty()) {
        in.refuse("check", "only confirm and clear are of a check");
    }
    if (decision != Decision::confirm && request.words.empty()) {
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
