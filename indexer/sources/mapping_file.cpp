// Reads mapping files strictly: a key misspelt is a column lost.

#include "indexer/sources/mapping.hpp"
#include "indexer/sources/mapping_rule.hpp"

#include <array>
#include <fstream>
#include <iterator>

namespace sources {

namespace {

using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::array record_names{
    Named{"postings", RecordKind::postings},
    Named{"statistics", RecordKind::statistics},
};

constexpr std::array format_names{
    Named{"csv", TableFormat::csv},
    Named{"tsv", TableFormat::tsv},
    Named{"ndjson", TableFormat::ndjson},
    Named{"json", TableFormat::json},
};

constexpr std::array encoding_choices{
    Named{"utf-8", Encoding::utf_8},
    Named{"utf-16le", Encoding::utf_16le},
    Named{"utf-16be", Encoding::utf_16be},
    Named{"windows-1252", Encoding::windows_1252},
};

/// The first of the choices where the member is absent.
template <class E, std::size_t N>
E choice(FieldReader& in, const std::string_view name, const std::array<Named<E>, N>& names) {
    return in.has(name) ? in.required(name).choice(names) : names.front().value;
}

char delimiter(FieldReader& in, const TableFormat format) {
    if (!in.has("delimiter")) {
        return format == TableFormat::tsv ? '\t' : ',';
    }
    const std::string text = in.required("delimiter").text({});
    if (text.size() != 1 || text == "\"" || is_nested(format)) {
        in.refuse("delimiter", "has to be one character of a csv or tsv file");
        return ',';
    }
    return text.front();
}

Mapping read_mapping(FieldReader& in) {
    in.has("$schema");  // For editors; may be anything.
    Mapping mapping{
        .name = text_of(in.required("name")),
        .records = choice(in, "records", record_names),
        .format = in.required("format").choice(format_names),
        .encoding = choice(in, "encoding", encoding_choices),
        .delimiter = ',',
        .null_values = {},
        .rules = {},
    };
    mapping.delimiter = delimiter(in, mapping.format);
    if (in.has("null_values")) {
        mapping.null_values = texts_of(in.required("null_values"));
    }
    mapping.rules = rules_of(in.required("fields"), mapping.format);
    return mapping;
}

}  // namespace

domain::Result<Mapping> mapping_from(const std::string_view json) {
    auto mapping = document::parse_document(json, [](const ValueReader& root) {
        return root.object(read_mapping);
    });
    if (!mapping) {
        return mapping;
    }
    if (auto whole = complete(*mapping); !whole) {
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
