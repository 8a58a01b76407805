#include "matcher/ranking/alert_rules.hpp"

#include "embedded_alert_rules.hpp"
#include "matcher/document/field_reader.hpp"

namespace ranking {
namespace {

using document::FieldReader;
using document::ValueReader;

/// A figure stands with the reason for it.
int figure(FieldReader& rules, const std::string_view name, const document::Range<int> range) {
    return rules.required(name).object([range](FieldReader& in) {
        in.required("reason").text({.min = 1});
        return in.required("value").integer<int>(range);
    });
}

AlertRules alert_rules(FieldReader& in) {
    const int fit_min = figure(in, "fit_min", {.min = 0, .max = 100});
    const int matches_max = figure(in, "matches_max", {.min = 1, .max = 100});
    return {.fit_min = fit_min, .matches_max = static_cast<std::size_t>(matches_max)};
}

}  // namespace

domain::Result<AlertRules> parse_alert_rules(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(alert_rules);
    });
}

domain::Result<AlertRules> built_in_alert_rules() {
    return parse_alert_rules(embedded_alert_rules::alert_rules.text);
}

}  // namespace ranking
