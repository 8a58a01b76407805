#include "services/cli/rules_command.hpp"

#include "matcher/document/json.hpp"
#include "services/cli/terminal_text.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/rule_set_json.hpp"
#include "services/wire/rules_diff.hpp"

#include <boost/json/array.hpp>

namespace cli {
namespace {

constexpr int misused = 2;

std::string indented(const std::string& text) {
    constexpr std::size_t margin = 12;
    return std::string(margin, ' ') + printable(text) + "\n";
}

/// Id, status on the day, instrument and source, one beneath the other.
std::string summary(
    const rules::RuleBook& rule_book, const rules::RuleSet& rule_set, const RulesOptions& options
) {
    const std::string until =
        rule_set.effective_to ? " " + domain::to_string(*rule_set.effective_to) : "";
    const std::string status =
        wire::status_text(rule_book, rule_set, options.as_of, options.language);
    return rule_set.id + "  " + domain::to_string(rule_set.effective_from) + " –" + until + "  " +
           status + "\n" + indented(rule_set.instrument) + indented(rule_set.source);
}

/// `additional.sibling: 15 -> 0`, one a line.
std::string differences(const boost::json::object& diff) {
    std::string lines;
    for (const boost::json::value& one : diff.at("differences").as_array()) {
        lines += std::string{one.at("path").as_string()} + ": " +
                 document::serialize(one.at("from")) + " -> " + document::serialize(one.at("to")) +
                 "\n";
    }
    return lines;
}

std::string as_json(const boost::json::object& answer) {
    return document::serialize(answer) + "\n";
}

std::string all(const rules::RuleBook& rule_book, const RulesOptions& options) {
    if (options.json) {
        return as_json(wire::rule_sets_json(rule_book, options.as_of, options.language));
    }
    std::string text;
    for (const rules::RuleSet& rule_set : rule_book.all()) {
        text += summary(rule_book, rule_set, options);
    }
    return text;
}

std::string one(
    const rules::RuleBook& rule_book, const rules::RuleSet& rule_set, const RulesOptions& options
) {
    if (options.json) {
        return as_json(wire::rule_set_json(rule_book, rule_set, options.as_of, options.language));
    }
    return summary(rule_book, rule_set, options) + "\n" + rule_set.document + "\n" +
           rule_set.grid_document;
}

int refuse(std::ostream& errors, const std::string& message) {
    errors << "jobscout: " << message << '\n';
    return misused;
}

}  // namespace

int show_rules(
    const rules::RuleBook& rule_book,
    const RulesOptions& options,
    std::ostream& out,
    std::ostream& errors
) {
    for (const std::string& id : {options.id, options.diff}) {
        if (!id.empty() && rule_book.find(id) == nullptr) {
            return refuse(errors, "there is no rule set '" + id + "'");
        }
    }
    if (options.id.empty()) {
        if (!options.diff.empty()) {
            return refuse(errors, "--diff needs a rule set to compare with");
        }
        out << all(rule_book, options);
        return 0;
    }
    const rules::RuleSet& rule_set = *rule_book.find(options.id);
    if (options.diff.empty()) {
        out << one(rule_book, rule_set, options);
        return 0;
    }
    const auto diff = wire::rules_diff_json(rule_set, *rule_book.find(options.diff));
    out << (options.json ? as_json(diff) : differences(diff));
    return 0;
}

}  // namespace cli
