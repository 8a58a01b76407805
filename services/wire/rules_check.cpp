#include "services/wire/rules_check.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/document/json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string_view>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;

constexpr std::string_view checked_file = "rule_set";
constexpr std::size_t grids_max = 10;

/// What stands in the folder of the operator, as far as rule sets show it: those that do not ship,
/// and the grids that they name.
rules::DroppedRules known_beside(const rules::RuleBook& known) {
    const rules::RuleBook shipped = rules::built_in().value();
    rules::DroppedRules dropped;
    for (const rules::RuleSet& set : known.all()) {
        const rules::RuleSet* const same = shipped.find(set.id);
        if (same != nullptr && same->document == set.document) {
            continue;
        }
        dropped.rule_sets.push_back({.name = set.file, .json = set.document});
        const auto shares_grid = [&](const rules::RuleSet& other) {
            return other.grid_document == set.grid_document;
        };
        const json::value text = document::parse(set.document).value();
        std::string grid{text.at("grid").as_string()};
        if (std::ranges::none_of(shipped.all(), shares_grid) &&
            std::ranges::find(dropped.grids, grid, &rules::RuleFile::name) == dropped.grids.end()) {
            dropped.grids.push_back({.name = std::move(grid), .json = set.grid_document});
        }
    }
    return dropped;
}

/// `additional.french[2].level` is `/additional/french/2/level`.
std::string pointer_to(const std::string_view path) {
    std::string pointer;
    for (const char letter : path) {
        if (letter == '.' || letter == '[') {
            pointer += '/';
        } else if (letter != ']') {
            pointer += letter;
        }
    }
    return pointer.empty() ? pointer : "/" + pointer;
}

/// The path at the beginning of what rules::load() says; none where it begins with a sentence.
std::string_view path_in(const std::string_view message) {
    const std::string_view path = message.substr(0, message.find(": "));
    return path.size() == message.size() || path.find_first_of(" '") != std::string_view::npos
               ? std::string_view{}
               : path;
}

json::object pointed_error_json(const domain::Error& error) {
    const std::string_view message = error.message;
    const std::string_view path = path_in(message);
    std::string pointer = error.field == checked_file ? "/rule_set" : "/grids/" + error.field;
    return {
        {"pointer", pointer + pointer_to(path)},
        {"message", path.empty() ? message : message.substr(path.size() + 2)}};
}

}  // namespace

domain::Result<RulesToCheck> rules_to_check_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            const auto text_of = [](const ValueReader& value) {
                if (!value.is_object()) {
                    value.refuse("is not an object");
                    return std::string{};
                }
                return document::serialize(*value.json());
            };
            RulesToCheck asked;
            const ValueReader rule_set = in.required("rule_set");
            asked.rule_set = text_of(rule_set);
            in.optional("grids", [&](const ValueReader& grids) {
                grids.members([&](const std::string_view name, const ValueReader& grid) {
                    if (name.empty() || name.find_first_of("/.") != std::string_view::npos) {
                        grid.refuse("is not the name of a grid");
                    } else if (asked.grids.size() == grids_max) {
                        grid.refuse("more than " + std::to_string(grids_max) + " grids");
                    } else {
                        asked.grids.push_back({.name = std::string{name}, .json = text_of(grid)});
                    }
                });
                return true;
            });
            return asked;
        });
    });
}

json::object rules_check_json(const RulesToCheck& asked, const rules::RuleBook& known) {
    const auto answer = [](json::value rules, json::array errors) {
        const bool valid = errors.empty();
        return json::object{
            {"valid", valid}, {"rules", std::move(rules)}, {"errors", std::move(errors)}};
    };
    rules::DroppedRules dropped = known_beside(known);
    for (const rules::RuleFile& grid : asked.grids) {
        std::erase_if(dropped.grids, [&](const auto& one) { return one.name == grid.name; });
        dropped.grids.push_back(grid);
    }
    // The file that the set would replace goes; what is no text of an id is refused below.
    const json::value document = document::parse(asked.rule_set).value();
    const json::value* const id = document.as_object().if_contains("id");
    if (const rules::RuleSet* const replaced =
            id != nullptr && id->is_string() ? known.find(id->get_string()) : nullptr) {
        std::erase_if(dropped.rule_sets, [&](const auto& one) {
            return one.name == replaced->file;
        });
    }
    dropped.rule_sets.push_back({.name = std::string{checked_file}, .json = asked.rule_set});
    if (const auto book = rules::load(dropped, known.basis().id); !book) {
        return answer(nullptr, {pointed_error_json(book.error())});
    }
    return answer(*id, {});
}

}  // namespace wire
