#pragma once

#include "indexer/sources/raw_posting.hpp"
#include "indexer/sources/text.hpp"

#include <boost/json/object.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sources {

/// The first of these columns that holds something.
struct Columns {
    std::vector<std::string> names;
};

/// Text with column values in it: `https://jobs.example/{id}`. Absent where a column is empty.
struct Template {
    struct Part {
        std::string text;    ///< Stands before the column.
        std::string column;  ///< Empty in the last part if the template ends in text.
    };
    std::vector<Part> parts;
};

/// Keys to a value inside nested objects. `*` in a key stands for any text, and an array on the
/// way gives one value for each of its elements.
struct Path {
    std::vector<std::string> keys;
};

/// The same text for every record.
struct Constant {
    std::string text;
};

/// One way to fill a field. A field may have several; each adds its values.
struct Rule {
    Field field;
    std::variant<Columns, Template, Path, Constant> from;
    std::string split;  ///< Between the values in one text; empty: do not split.
    std::string after;  ///< Keep what stands behind this, where it occurs; empty: keep all.
    std::vector<std::string> containing;  ///< Only values that contain one of these, if any.
    std::map<std::string, std::string, std::less<>> renamed;  ///< Others stay as they are.
};

enum class TableFormat : std::uint8_t { csv, tsv, ndjson, json };

/// Whether records may hold values inside values, which rows of columns cannot.
constexpr bool is_nested(const TableFormat format) {
    return format == TableFormat::ndjson || format == TableFormat::json;
}

/// A mapping file: which column of a table feeds which field. README.md of this folder explains
/// it, deploy/mappings/mapping.schema.json states its form.
struct Mapping {
    std::string name;
    RecordKind records = RecordKind::postings;
    TableFormat format = TableFormat::csv;
    Encoding encoding = Encoding::utf_8;
    char delimiter = ',';
    std::vector<std::string> null_values;  ///< Texts that mean that there is no value.
    std::vector<Rule> rules;
};

/// Refuses what is not as the schema says, and a mapping that leaves out what every posting needs:
/// a title and, unless its records are statistics, employer, place, date and link or identifier.
domain::Result<Mapping> mapping_from(std::string_view json);
domain::Result<Mapping> load_mapping(const std::filesystem::path& file);
domain::Result<void> complete(const Mapping& mapping);

/// What a record of the table says.
RawPosting posting_from(const Mapping& mapping, const boost::json::object& record);

/// Holds a mapping against the columns a file has: says which columns are missing of the rules that
/// have nothing left to take from, and refuses the file if nothing is left that fills a required
/// field.
domain::Result<std::vector<std::string>> missing_columns(
    const Mapping& mapping, const std::vector<std::string>& columns
);

}  // namespace sources
