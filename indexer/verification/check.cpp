#include "indexer/verification/check.hpp"

#include "verification_data.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace verification {
namespace {

namespace json = boost::json;

constexpr auto verdict_names =
    std::to_array<std::string_view>({"pass", "warn", "fail", "unknown", "info"});

std::vector<CheckRule> read_rules() {
    const json::value document = json::parse(verification_data::check_rules.text);
    std::vector<CheckRule> rules;
    for (const json::value& item : document.at("checks").as_array()) {
        const json::object& rule = item.as_object();
        const json::value* source = rule.if_contains("source");
        std::vector<Verdict> verdicts;
        for (const json::value& verdict : rule.at("verdicts").as_array()) {
            verdicts.push_back(verdict_from(std::string_view{verdict.as_string()}).value());
        }
        rules.push_back(
            {.name = std::string{rule.at("name").as_string()},
             .verdicts = std::move(verdicts),
             .hard = rule.at("hard").as_bool(),
             .clearable = rule.contains("clearable"),
             .days = static_cast<int>(rule.at("days").as_int64()),
             .lapses = !rule.contains("stands_without"),
             .source = source ? std::string{source->as_string()} : std::string{}}
        );
    }
    assert(rules.size() == checks_count && "check_rules.json names every kind in its order");
    return rules;
}

const std::vector<CheckRule>& rules() {
    static const std::vector<CheckRule> all = read_rules();
    return all;
}

}  // namespace

const CheckRule& rule_of(const CheckKind kind) { return rules()[static_cast<std::size_t>(kind)]; }

bool can_say(const CheckKind kind, const Verdict verdict) {
    const std::vector<Verdict>& verdicts = rule_of(kind).verdicts;
    return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
}

std::string_view name(const CheckKind kind) { return rule_of(kind).name; }

std::string_view name(const Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<CheckKind> kind_from(const std::string_view name) {
    for (std::size_t i = 0; i < checks_count; ++i) {
        if (rules()[i].name == name) {
            return static_cast<CheckKind>(i);
        }
    }
    return std::nullopt;
}

std::optional<Verdict> verdict_from(const std::string_view name) {
    const auto* const found = std::find(verdict_names.begin(), verdict_names.end(), name);
    if (found == verdict_names.end()) {
        return std::nullopt;
    }
    return static_cast<Verdict>(found - verdict_names.begin());
}

bool verified(const std::span<const Check> checks) {
    return std::none_of(checks.begin(), checks.end(), [](const Check& check) {
        return check.verdict == Verdict::fail && rule_of(check.kind).hard;
    });
}

std::optional<domain::Date> expires_on(const std::span<const Check> checks) {
    std::optional<domain::Date> first;
    for (const Check& check : checks) {
        if (check.expires_on && rule_of(check.kind).lapses &&
            (!first || *check.expires_on < *first)) {
            first = check.expires_on;
        }
    }
    return first;
}

}  // namespace verification
