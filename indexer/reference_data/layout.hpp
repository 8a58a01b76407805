#pragma once

#include "indexer/reference_data/rows.hpp"
#include "indexer/reference_data/values.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reference_data {

/// The names of a table's columns, in small letters, runs of white space made single: published
/// headers drift in these from year to year (`Writing  `, ` Digital Literacy`).
class Header {
public:
    explicit Header(const Row& row);

    /// Where the column stands that has one of these names, given as they are compared.
    std::optional<std::size_t> column(const std::vector<std::string_view>& names) const;

    void append(std::string_view name);
    const std::vector<std::string>& published() const { return published_; }

private:
    std::vector<std::string> published_;  ///< White space made single.
    std::vector<std::string> names_;
};

/// Whether a value must be there.
enum class Presence : std::uint8_t {
    required,       ///< The column, and a value in each row.
    may_be_empty,   ///< The column; a row may leave it empty.
    may_be_absent,  ///< Neither.
};

/// What becomes of a row with a value that is not understood.
enum class Doubt : std::uint8_t {
    refuses_row,
    leaves_out_value,  ///< For a row that matters without it: nobody banned may be lost for a date.
};

/// How one column of our table comes from a published one.
struct Field {
    std::string_view column;
    std::vector<std::string_view> headers;  ///< Any of these; none for a constant.
    ReadValue read = nullptr;
    Presence presence = Presence::required;
    std::string_view constant = {};
    std::string_view otherwise = {};  ///< Instead of NULL where the cell is empty.
    Doubt doubt = Doubt::refuses_row;
};

/// Columns that no field takes go into one JSON object, by their published names.
struct Rest {
    enum class As : std::uint8_t { text, number };
    std::string_view column;
    ReadValue read = text;
    As as = As::text;
};

/// What is known of a list before its entries are read.
struct ListFacts {
    std::string file_name;
    std::vector<Row> preamble;  ///< The rows before the names of the columns.
};

/// Whether a row is an entry; else what it is: `section`, `footnote`. May change the row, to fill
/// in what it leaves to the row above.
using Prepare = std::function<std::optional<std::string>(Row&)>;

struct Layout {
    std::string_view list;  ///< See store::NewImport.
    std::vector<Field> fields;
    std::optional<Rest> rest = {};
    std::vector<std::string_view> key = {};  ///< Our columns in which two entries never agree.
    std::string_view told_by = {};           ///< A published column that no other layout has.

    std::function<domain::Result<std::string>(const ListFacts&, const Header&)> name_list = {};
    std::vector<std::string_view> added = {};  ///< Columns that `prepare` adds to each row.
    std::function<Prepare(const ListFacts&, const Header&)> prepare = {};
    std::vector<std::string_view> published_on =
        {};  ///< The column that holds the publisher's date.
    std::vector<std::string_view> without_header = {};  ///< Names of a table that comes without.
};

/// Whether a table with these names of columns is of this layout.
bool recognises(const Layout& layout, const Header& header);

/// What a layout wants and a header lacks, as a text for people.
std::string lacking(const Layout& layout, const Header& header);

/// Our columns, in the order of a row's values.
std::vector<std::string_view> columns_of(const Layout& layout);

/// Upper and lower case, and how white space runs, do not tell names of columns apart.
std::string header_name(std::string_view published);

}  // namespace reference_data
