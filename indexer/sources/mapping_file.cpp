// Reads mapping files strictly: a key misspelt is a column lost.

#include "indexer/sources/json_value.hpp"
#include "indexer/sources/mapping.hpp"
#include "indexer/sources/mapping_rule.hpp"
#include "indexer/sources/strict_json.hpp"

#include <boost/json/parse.hpp>

#include <fstream>
#include <initializer_list>
#include <iterator>

namespace sources {

namespace {

namespace json = boost::json;
using domain::Result;

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
    auto name = strict_text(object.at("name"), "name");
    if (!name) {
        return name.error();
    }
    mapping.name = std::move(*name);
    if (auto form = read_form(mapping, object); !form) {
        return form.error();
    }
    if (const auto* value = object.if_contains("null_values")) {
        auto null_values = strict_texts(*value, "null_values");
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
