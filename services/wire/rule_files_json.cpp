#include "services/wire/rule_files_json.hpp"

#include "indexer/verification/check.hpp"
#include "matcher/document/json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
// As the libraries that go by them have them (CMakeLists.txt).
#include <embedded_alert_rules.hpp>
#include <embedded_categories.hpp>
#include <embedded_grids.hpp>
#include <embedded_language_tests.hpp>
#include <embedded_programs.hpp>
#include <embedded_regulations.hpp>
#include <embedded_rule_sets.hpp>
#include <embedded_weights.hpp>
#include <search_data.hpp>
#include <string>
#include <string_view>
#include <vector>
#include <verification_data.hpp>

namespace wire {
namespace {

namespace json = boost::json;

struct File {
    std::string_view kind;
    std::string name;
    std::string_view content;
    bool shipped = true;
};

template <class Texts>
void add_folder(
    std::vector<File>& files,
    const std::string_view kind,
    const std::string_view folder,
    const Texts& texts
) {
    for (const auto& text : texts) {
        files.push_back(
            {.kind = kind,
             .name = std::string{folder} + std::string{text.name} + ".json",
             .content = text.text}
        );
    }
}

void add_dropped(
    std::vector<File>& files,
    const std::string_view kind,
    const std::vector<rules::RuleFile>& dropped
) {
    for (const rules::RuleFile& file : dropped) {
        files.push_back({.kind = kind, .name = file.name, .content = file.json, .shipped = false});
    }
}

/// A member of the document, where that is an object that has it.
json::value member(const json::value& document, const std::string_view name) {
    const json::object* object = document.if_object();
    return object != nullptr ? member_or_null(*object, name) : json::value(nullptr);
}

/// Empty where it has none.
std::string id_of(const File& file) {
    const json::value id = member(document::parse(file.content).value(), "id");
    return id.is_string() ? std::string{std::string_view{id.as_string()}} : std::string{};
}

std::vector<File> files_of(const rules::DroppedRules& dropped) {
    std::vector<File> files;
    add_folder(files, "rule_set", "matcher/rules/sets/", embedded_rule_sets::all);
    add_dropped(files, "rule_set", dropped.rule_sets);
    std::ranges::stable_sort(files, {}, id_of);
    add_folder(files, "rule_grid", "matcher/rules/grids/", embedded_grids::all);
    add_dropped(files, "rule_grid", dropped.grids);
    add_folder(files, "programs", "matcher/rules/programs/", embedded_programs::all);
    add_folder(files, "categories", "matcher/rules/categories/", embedded_categories::all);
    const auto add = [&](const std::string_view kind, const std::string& name, const auto& text) {
        files.push_back({.kind = kind, .name = name, .content = text.text});
    };
    add("settlement_funds",
        "matcher/rules/settlement_funds.json",
        embedded_regulations::settlement_funds);
    add("lifecycle", "matcher/rules/lifecycle.json", embedded_regulations::lifecycle);
    add("language_tests",
        "matcher/express_entry/language_tests.json",
        embedded_language_tests::language_tests);
    add("fit_weights", "matcher/fit/weights.json", embedded_weights::weights);
    add("alert_rules", "matcher/ranking/alert_rules.json", embedded_alert_rules::alert_rules);
    add("check_rules", "indexer/verification/check_rules.json", verification_data::check_rules);
    add("scam_rules", "indexer/verification/text_rules.json", verification_data::text_rules);
    add("wage_limits", "indexer/verification/wage_limits.json", verification_data::wage_limits);
    add("link_hosts", "indexer/verification/hosts.json", verification_data::hosts);
    add("synonyms", "indexer/search/synonyms.json", search_data::synonyms);
    return files;
}

/// Whether a figure is not known; no end is no figure.
bool holds_unknown(const json::value& value) {
    if (const json::array* elements = value.if_array()) {
        return std::ranges::any_of(*elements, holds_unknown);
    }
    if (const json::object* members = value.if_object()) {
        return std::ranges::any_of(*members, [](const auto& one) {
            return one.key() != "effective_to" && holds_unknown(one.value());
        });
    }
    return value.is_null();
}

/// Whether another file of these has the same id, of the other origin.
bool has_rival(const File& file, const std::vector<File>& files) {
    return std::ranges::any_of(files, [&](const File& other) {
        return other.kind == "rule_set" && other.shipped != file.shipped &&
               id_of(other) == id_of(file);
    });
}

std::vector<std::string_view> warnings_of(
    const File& file, const json::value& document, const bool replaces, const bool replaced
) {
    std::vector<std::string_view> codes;
    if (replaced) {
        codes.emplace_back("replaced");
    }
    if (replaces) {
        codes.emplace_back("replaces_shipped");
    }
    if (member(document, "confirmed") == json::value(false)) {
        codes.emplace_back("not_confirmed");
    }
    if (file.kind == "rule_set" && holds_unknown(document)) {
        codes.emplace_back("values_unknown");
    }
    return codes;
}

}  // namespace

json::array rule_files_json(
    const rules::RuleBook& rule_book,
    const rules::DroppedRules& dropped,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    const std::vector<File> files = files_of(dropped);
    json::array items;
    for (const File& file : files) {
        const json::value document = document::parse(file.content).value();
        const bool is_set = file.kind == "rule_set";
        const bool rival = is_set && has_rival(file, files);
        const bool in_use = !rival || !file.shipped;
        const json::value id = member(document, "id");
        const rules::RuleSet* const used =
            is_set && in_use ? rule_book.find(std::string_view{id.as_string()}) : nullptr;
        json::array warnings;
        for (const std::string_view code : warnings_of(file, document, rival && in_use, !in_use)) {
            warnings.push_back(
                {{"code", code}, {"text", text(language, "rule_file." + std::string{code})}}
            );
        }
        items.push_back(
            {{"kind", file.kind},
             {"file", file.name},
             {"shipped", file.shipped},
             {"in_use", in_use},
             {"id", id},
             {"effective_from", member(document, "effective_from")},
             {"effective_to", member(document, "effective_to")},
             {"confirmed", member(document, "confirmed")},
             {"status",
              used != nullptr ? json::value(rules::name(rules::status_on(*used, as_of)))
                              : json::value(nullptr)},
             {"status_text",
              used != nullptr ? json::value(status_text(rule_book, *used, as_of, language))
                              : json::value(nullptr)},
             {"version",
              file.kind == "check_rules" ? json::value(verification::checks_version)
                                         : json::value(nullptr)},
             {"sha256", store::sha256(file.content)},
             {"bytes", file.content.size()},
             {"source", member(document, "source")},
             {"warnings", std::move(warnings)}}
        );
    }
    return items;
}

}  // namespace wire
