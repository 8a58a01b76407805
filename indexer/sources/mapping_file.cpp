// Reads mapping files strictly: a key misspelt is a column lost.

#include "indexer/sources/json_value.hpp"
#include "indexer/sources/mapping.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>

namespace sources {

namespace {

namespace json = boost::json;
using domain::Result;

Result<void> only_keys(
    const json::object& object,
    std::initializer_list<std::string_view> known,
    const std::string& path
) {
    for (const auto& member : object) {
        const std::string_view key = member.key();
        if (std::ranges::find(known, key) == known.end()) {
            return domain::invalid(
                path + (path.empty() ? "" : ".") + std::string{key},
                "unknown key `" + std::string{key} + "`"
            );
        }
    }
    return {};
}

Result<std::string> text_of(const json::value& value, const std::string& path) {
    const auto* text = value.if_string();
    if (text == nullptr || text->empty()) {
        return domain::invalid(path, "has to be a text that is not empty");
    }
    return std::string{*text};
}

Result<std::vector<std::string>> texts_of(const json::value& value, const std::string& path) {
    const auto* array = value.if_array();
    if (array == nullptr || array->empty()) {
        return domain::invalid(path, "has to be a list of texts");
    }
    std::vector<std::string> texts;
    for (const auto& element : *array) {
        auto text = text_of(element, path + "[" + std::to_string(texts.size()) + "]");
        if (!text) {
            return text.error();
        }
        texts.push_back(std::move(*text));
    }
    return texts;
}

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
        auto names = texts_of(*value, path + ".columns");
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
        auto text = text_of(*value, here);
        if (!text) {
            return text.error();
        }
        if (key == "column") {
            rule.from = Columns{{std::move(*text)}};
        } else if (key == "path") {
            rule.from = Path{pieces_of(*text, ".")};
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
        auto column = text_of(value, path);
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
    if (const auto* split = object->if_contains("split")) {
        auto separator = text_of(*split, path + ".split");
        if (!separator) {
            return separator.error();
        }
        rule.split = std::move(*separator);
    }
    if (const auto* after = object->if_contains("after")) {
        auto text = text_of(*after, path + ".after");
        if (!text) {
            return text.error();
        }
        rule.after = std::move(*text);
    }
    if (const auto* containing = object->if_contains("containing")) {
        auto texts = texts_of(*containing, path + ".containing");
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
            auto to = text_of(member.value(), path + ".map." + std::string{member.key()});
            if (!to) {
                return to.error();
            }
            rule.renamed.emplace(member.key(), std::move(*to));
        }
    }
    return rule;
}

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

/// One of a few words, or the first of them where the key is absent.
template <class T>
Result<T> choice(
    const json::object& object,
    const std::string_view key,
    const std::initializer_list<std::pair<std::string_view, T>> choices
) {
    const auto* value = object.if_contains(key);
    if (value == nullptr) {
        return choices.begin()->second;
    }
    const std::string word = scalar_text(*value);
    for (const auto& [name, meaning] : choices) {
        if (word == name) {
            return meaning;
        }
    }
    return domain::invalid(std::string{key}, "unknown value `" + word + "`");
}

Result<void> read_form(Mapping& mapping, const json::object& object) {
    const auto records = choice<RecordKind>(
        object,
        "records",
        {{"postings", RecordKind::postings}, {"statistics", RecordKind::statistics}}
    );
    if (!records) {
        return records.error();
    }
    mapping.records = *records;
    const auto format = choice<TableFormat>(
        object,
        "format",
        {{"csv", TableFormat::csv}, {"tsv", TableFormat::tsv}, {"ndjson", TableFormat::ndjson}}
    );
    if (!format) {
        return format.error();
    }
    mapping.format = *format;
    const auto encoding = choice<Encoding>(
        object,
        "encoding",
        {{"utf-8", Encoding::utf_8},
         {"utf-16le", Encoding::utf_16le},
         {"utf-16be", Encoding::utf_16be},
         {"windows-1252", Encoding::windows_1252}}
    );
    if (!encoding) {
        return encoding.error();
    }
    mapping.encoding = *encoding;
    mapping.delimiter = mapping.format == TableFormat::tsv ? '\t' : ',';
    if (const auto* delimiter = object.if_contains("delimiter")) {
        const std::string text = scalar_text(*delimiter);
        if (text.size() != 1 || text == "\"" || mapping.format == TableFormat::ndjson) {
            return domain::invalid("delimiter", "has to be one character of a csv or tsv file");
        }
        mapping.delimiter = text.front();
    }
    return {};
}

}  // namespace

domain::Result<Mapping> mapping_from(const std::string_view text) {
    json::error_code error;
    const auto document = json::parse(text, error);
    if (error || !document.is_object()) {
        return domain::invalid("", error ? error.message() : "has to be a JSON object");
    }
    const auto& object = document.get_object();
    if (auto known = only_keys(
            object,
            {"$schema",
             "name",
             "records",
             "format",
             "encoding",
             "delimiter",
             "null_values",
             "fields"},
            ""
        );
        !known) {
        return known.error();
    }
    for (const std::string_view key : {"name", "format", "fields"}) {
        if (!object.contains(key)) {
            return domain::invalid(std::string{key}, "is missing");
        }
    }
    Mapping mapping;
    auto name = text_of(object.at("name"), "name");
    if (!name) {
        return name.error();
    }
    mapping.name = std::move(*name);
    if (auto form = read_form(mapping, object); !form) {
        return form.error();
    }
    if (const auto* value = object.if_contains("null_values")) {
        auto null_values = texts_of(*value, "null_values");
        if (!null_values) {
            return null_values.error();
        }
        mapping.null_values = std::move(*null_values);
    }
    auto rules = rules_from(object.at("fields"), mapping.format);
    if (!rules) {
        return rules.error();
    }
    mapping.rules = std::move(*rules);
    if (auto whole = complete(mapping); !whole) {
        return whole.error();
    }
    return mapping;
}

domain::Result<Mapping> load_mapping(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        return domain::invalid("mapping", file.string() + ": cannot be opened");
    }
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    auto mapping = mapping_from(text);
    if (!mapping) {
        auto error = mapping.error();
        error.message =
            file.string() + ": " + (error.field.empty() ? "" : error.field + ": ") + error.message;
        return error;
    }
    return mapping;
}

}  // namespace sources
