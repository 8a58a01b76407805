#include "services/cli/crs_command.hpp"

#include "matcher/document/json.hpp"
#include "services/cli/crs_table.hpp"
#include "services/wire/crs_answer.hpp"
#include "services/wire/crs_lines.hpp"

#include <iterator>
#include <string_view>
#include <vector>

namespace cli {
namespace {

constexpr int refused = 1;
constexpr int misused = 2;

int refuse(std::ostream& errors, const domain::Error& error) {
    errors << "jobscout: " << error.field << (error.field.empty() ? "" : ": ") << error.message
           << '\n';
    return refused;
}

/// The set that was asked for and no other, else those that an answer shows.
std::vector<express_entry::ShownRules> rules_to_show(
    const rules::RuleBook& rule_book, const CrsOptions& options, const rules::RuleSet* asked
) {
    if (asked != nullptr) {
        return {{.rule_set = asked, .role = express_entry::LiftRole::asked}};
    }
    return express_entry::shown_rules(rule_book, nullptr, options.as_of);
}

}  // namespace

int crs(
    const rules::RuleBook& rule_book,
    const CrsOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const rules::RuleSet* asked = rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        errors << "jobscout: there is no rule set '" << options.rules << "'\n";
        return misused;
    }
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto document = document::parse(text);
    if (!document) {
        return refuse(errors, document.error());
    }
    const auto profile = wire::crs_profile_from(*document, options.as_of);
    if (!profile) {
        return refuse(errors, profile.error());
    }
    const auto shown = rules_to_show(rule_book, options, asked);
    if (options.json) {
        const auto answer =
            wire::crs_answer_json(rule_book, shown, *profile, options.as_of, options.language);
        out << document::serialize(answer) << '\n';
    } else {
        out << crs_table(rule_book, shown, *profile, options.as_of, options.language);
    }
    return 0;
}

int crs_ndjson(const rules::RuleBook& rule_book, std::istream& in, std::ostream& out) {
    wire::CrsLines lines{rule_book};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            out << lines.answer(line, number) << '\n';
        }
    }
    return 0;
}

}  // namespace cli
