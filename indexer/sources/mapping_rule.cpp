#include "indexer/sources/mapping_rule.hpp"

#include <utility>

namespace sources {

using document::FieldReader;
using document::ValueReader;

namespace {

using ValueOrigin = decltype(Rule::from);

Template template_of(const ValueReader& value) {
    const std::string text = text_of(value);
    Template result;
    for (std::size_t start = 0; start < text.size();) {
        const auto open = text.find('{', start);
        if (open == std::string::npos) {
            result.parts.push_back({.text = text.substr(start), .column = {}});
            break;
        }
        const auto close = text.find('}', open);
        if (close == std::string::npos || close == open + 1) {
            value.refuse("`{` without a column name and `}`");
            break;
        }
        result.parts.push_back(
            {.text = text.substr(start, open - start),
             .column = text.substr(open + 1, close - open - 1)}
        );
        start = close + 1;
    }
    return result;
}

Path path_of(const ValueReader& value) {
    const std::string text = text_of(value);
    Path path{pieces_of(text, ".")};
    if (path.keys.empty()) {
        value.refuse("`" + text + "` names no key");
    }
    return path;
}

/// Where a rule takes its text from: exactly one of its members has to say so.
std::vector<ValueOrigin> origins_of(FieldReader& in) {
    std::vector<ValueOrigin> origins;
    if (in.has("column")) {
        origins.emplace_back(Columns{{text_of(in.required("column"))}});
    }
    if (in.has("columns")) {
        origins.emplace_back(Columns{texts_of(in.required("columns"))});
    }
    if (in.has("template")) {
        origins.emplace_back(template_of(in.required("template")));
    }
    if (in.has("path")) {
        origins.emplace_back(path_of(in.required("path")));
    }
    if (in.has("value")) {
        origins.emplace_back(Constant{text_of(in.required("value"))});
    }
    return origins;
}

Rule rule_of(const Field field, const TableFormat format, const ValueReader& value) {
    Rule rule{field, Constant{}, {}, {}, {}, {}};
    if (value.is_string()) {
        rule.from = Columns{{text_of(value)}};
        return rule;
    }
    if (!value.is_object()) {
        value.refuse("has to be a column name or an object");
        return rule;
    }
    std::vector<ValueOrigin> origins = value.object([&rule](FieldReader& in) {
        if (in.has("split")) {
            rule.split = text_of(in.required("split"));
        }
        if (in.has("after")) {
            rule.after = text_of(in.required("after"));
        }
        if (in.has("containing")) {
            rule.containing = texts_of(in.required("containing"));
        }
        if (in.has("map")) {
            in.required("map").members([&rule](const std::string_view name, const ValueReader& to) {
                rule.renamed.emplace(name, text_of(to));
            });
        }
        return origins_of(in);
    });
    if (origins.size() != 1) {
        value.refuse("needs exactly one of `column`, `columns`, `template`, `path` and `value`");
        return rule;
    }
    rule.from = std::move(origins.front());
    if (!is_nested(format) && std::holds_alternative<Path>(rule.from)) {
        value.refuse("`path` is for ndjson and json: other tables are flat");
    }
    return rule;
}

}  // namespace

std::string text_of(const ValueReader& value) { return value.text({.min = 1}); }

std::vector<std::string> texts_of(const ValueReader& value) {
    auto texts = value.array([](const ValueReader& text) { return text_of(text); });
    if (texts.empty()) {
        value.refuse("has to be a list of texts");
    }
    return texts;
}

std::vector<Rule> rules_of(const ValueReader& fields, const TableFormat format) {
    std::vector<Rule> rules;
    fields.members([&](const std::string_view name, const ValueReader& value) {
        const auto field = field_from(name);
        if (!field) {
            value.refuse(field.error().message);
            return;
        }
        const auto read = [&](const ValueReader& one) { return rule_of(*field, format, one); };
        const auto several = value.is_array() ? value.array(read) : std::vector{read(value)};
        rules.insert(rules.end(), several.begin(), several.end());
    });
    return rules;
}

}  // namespace sources
