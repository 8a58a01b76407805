#include "matcher/document/field_reader.hpp"
#include "services/packages/ats.hpp"

#include <array>
#include <embedded_templates.hpp>
#include <utility>

namespace packages {
namespace {

using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::array severity_names{
    Named{"error", Severity::error},
    Named{"warning", Severity::warning},
    Named{"info", Severity::info}};

std::string words(const ValueReader& value) { return value.text({.min = 1, .max = 1'000}); }

std::pair<std::string, std::string> in_both(FieldReader& in) {
    return {words(in.required("en")), words(in.required("fr"))};
}

AtsRule rule(FieldReader& in) {
    AtsRule result;
    result.id = words(in.required("id"));
    result.severity = in.required("severity").choice(severity_names);
    std::tie(result.meaning_en, result.meaning_fr) = in.required("meaning").object(in_both);
    std::tie(result.action_en, result.action_fr) = in.required("action").object(in_both);
    return result;
}

AtsLimits limits(FieldReader& in) {
    const auto count = [&](const std::string_view name) {
        return in.required(name).integer<int>({.min = 1, .max = 100'000});
    };
    AtsLimits result;
    result.pages_max = count("pages_max");
    result.bullet_characters_max = static_cast<std::size_t>(count("bullet_characters_max"));
    result.word_characters_max = static_cast<std::size_t>(count("word_characters_max"));
    result.words_min = static_cast<std::size_t>(count("words_min"));
    return result;
}

AtsRules rules(FieldReader& in) {
    AtsRules result;
    result.version = domain::to_string(in.required("version").date());
    result.source = words(in.required("source"));
    result.limits = in.required("limits").object(limits);
    result.rules =
        in.required("rules").array([](const ValueReader& value) { return value.object(rule); });
    return result;
}

}  // namespace

domain::Result<AtsRules> ats_rules_from(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(rules);
    });
}

const AtsRules& built_in_ats_rules() {
    static const AtsRules built_in = ats_rules_from(embedded_templates::ats_rules.text).value();
    return built_in;
}

}  // namespace packages
