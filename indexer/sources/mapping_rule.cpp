#include "indexer/sources/mapping_rule.hpp"

#include "indexer/sources/strict_json.hpp"

#include <array>

namespace sources {

using domain::Result;
namespace json = boost::json;

namespace {

Result<Template> template_from(const std::string_view text, const std::string& path) {
    Template result;
    for (std::size_t start = 0; start < text.size();) {
        const auto open = text.find('{', start);
        if (open == std::string_view::npos) {
            result.parts.push_back({.text = std::string{text.substr(start)}, .column = {}});
            break;
        }
        const auto close = text.find('}', open);
        if (close == std::string_view::npos || close == open + 1) {
            return domain::invalid(path, "`{` without a column name and `}`");
        }
        result.parts.push_back(
            {.text = std::string{text.substr(start, open - start)},
             .column = std::string{text.substr(open + 1, close - open - 1)}}
        );
        start = close + 1;
    }
    return result;
}

/// Where a rule takes its text from: exactly one of its keys says so.
Result<void> read_origin(Rule& rule, const json::object& object, const std::string& path) {
    int origins = 0;
    if (const auto* value = object.if_contains("columns")) {
        ++origins;
        auto names = strict_texts(*value, path + ".columns");
        if (!names) {
            return names.error();
        }
        rule.from = Columns{std::move(*names)};
    }
    for (const std::string_view key : {"column", "template", "path", "value"}) {
        const auto* value = object.if_contains(key);
        if (value == nullptr) {
            continue;
        }
        ++origins;
        const std::string here = path + "." + std::string{key};
        auto text = strict_text(*value, here);
        if (!text) {
            return text.error();
        }
        if (key == "column") {
            rule.from = Columns{{std::move(*text)}};
        } else if (key == "path") {
            rule.from = Path{pieces_of(*text, ".")};
            if (std::get<Path>(rule.from).keys.empty()) {
                return domain::invalid(here, "`" + *text + "` names no key");
            }
        } else if (key == "value") {
            rule.from = Constant{std::move(*text)};
        } else {
            auto parts = template_from(*text, here);
            if (!parts) {
                return parts.error();
            }
            rule.from = std::move(*parts);
        }
    }
    if (origins != 1) {
        return domain::invalid(
            path, "needs exactly one of `column`, `columns`, `template`, `path` and `value`"
        );
    }
    return {};
}

Result<Rule> rule_from(const Field field, const json::value& value, const std::string& path) {
    if (value.is_string()) {
        auto column = strict_text(value, path);
        if (!column) {
            return column.error();
        }
        return Rule{field, Columns{{std::move(*column)}}, {}, {}, {}, {}};
    }
    const auto* object = value.if_object();
    if (object == nullptr) {
        return domain::invalid(path, "has to be a column name or an object");
    }
    if (auto known = only_keys(
            *object,
            {"column",
             "columns",
             "template",
             "path",
             "value",
             "split",
             "after",
             "containing",
             "map"},
            path
        );
        !known) {
        return known.error();
    }
    Rule rule{field, Constant{}, {}, {}, {}, {}};
    if (auto read = read_origin(rule, *object, path); !read) {
        return read.error();
    }
    auto split = optional_text(*object, "split", path);
    auto after = optional_text(*object, "after", path);
    if (!split || !after) {
        return split ? after.error() : split.error();
    }
    rule.split = std::move(*split);
    rule.after = std::move(*after);
    if (const auto* containing = object->if_contains("containing")) {
        auto texts = strict_texts(*containing, path + ".containing");
        if (!texts) {
            return texts.error();
        }
        rule.containing = std::move(*texts);
    }
    if (const auto* map = object->if_contains("map")) {
        const auto* renamed = map->if_object();
        if (renamed == nullptr) {
            return domain::invalid(path + ".map", "has to be an object of texts");
        }
        for (const auto& member : *renamed) {
            auto to = strict_text(member.value(), path + ".map." + std::string{member.key()});
            if (!to) {
                return to.error();
            }
            rule.renamed.emplace(member.key(), std::move(*to));
        }
    }
    return rule;
}

}  // namespace

Result<std::vector<Rule>> rules_from(const json::value& value, const TableFormat format) {
    const auto* object = value.if_object();
    if (object == nullptr) {
        return domain::invalid("fields", "has to be an object");
    }
    std::vector<Rule> rules;
    for (const auto& member : *object) {
        const std::string path = "fields." + std::string{member.key()};
        const auto field = field_from(member.key());
        if (!field) {
            return domain::invalid(path, field.error().message);
        }
        const auto* several = member.value().if_array();
        const json::array one{member.value()};
        for (const auto& each : several == nullptr ? one : *several) {
            auto rule = rule_from(*field, each, path);
            if (!rule) {
                return rule.error();
            }
            if (format != TableFormat::ndjson && std::holds_alternative<Path>(rule->from)) {
                return domain::invalid(path, "`path` is for ndjson: other tables are flat");
            }
            rules.push_back(std::move(*rule));
        }
    }
    return rules;
}

}  // namespace sources
