#include "sql/store/bulk_copy.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <map>
#include <string_view>

namespace store {

/// One row in the text form of COPY: fields between tabs, NULL as \N.
struct CopyLine {
    std::string text;
};

/// The stream of libpqxx 6 takes rows whose number of fields the compiler knows. It asks this
/// function for a row's line, found by the type of the row, so that one made here passes as it is.
std::string separated_list(
    const std::string& /*separator*/,
    const CopyLine& line,
    const pqxx::internal::TypedCopyEscaper& /*escaper*/
) {
    return line.text;
}

namespace {

namespace json = boost::json;

using ColumnPositions = std::map<std::string, std::size_t, std::less<>>;

ColumnPositions columns_of(const std::vector<json::object>& rows) {
    ColumnPositions columns;
    for (const json::object& row : rows) {
        for (const auto& field : row) {
            if (columns.find(std::string_view{field.key()}) == columns.end()) {
                columns.emplace(field.key(), 0);
            }
        }
    }
    std::size_t position = 0;
    for (auto& [column, at] : columns) {
        at = position++;
    }
    return columns;
}

void append_escaped(std::string& line, const std::string_view text) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char letter = 0;
        switch (text[at]) {
            case '\\':
                letter = '\\';
                break;
            case '\t':
                letter = 't';
                break;
            case '\n':
                letter = 'n';
                break;
            case '\r':
                letter = 'r';
                break;
            default:
                continue;
        }
        line.append(text.substr(start, at - start)) += '\\';
        line += letter;
        start = at + 1;
    }
    line.append(text.substr(start));
}

template <class Number>
void append_digits(std::string& line, const Number number) {
    std::array<char, 32> text{};
    auto* const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    line.append(static_cast<const char*>(text.data()), static_cast<const char*>(end));
}

/// A list as PostgreSQL writes an array: {"one","with \"quotes\""}.
std::string array_literal(const json::array& list) {
    std::string literal{"{"};
    for (const json::value& value : list) {
        literal += literal.size() > 1 ? ",\"" : "\"";
        for (const char byte : value.as_string()) {
            if (byte == '"' || byte == '\\') {
                literal += '\\';
            }
            literal += byte;
        }
        literal += '"';
    }
    return literal += '}';
}

void append(std::string& line, const json::value* value) {
    if (value == nullptr) {
        line += "\\N";
        return;
    }
    switch (value->kind()) {
        case json::kind::null:
            line += "\\N";
            return;
        case json::kind::bool_:
            line += value->get_bool() ? 't' : 'f';
            return;
        case json::kind::int64:
            append_digits(line, value->get_int64());
            return;
        case json::kind::uint64:
            append_digits(line, value->get_uint64());
            return;
        case json::kind::double_:
            append_digits(line, value->get_double());
            return;
        case json::kind::string:
            append_escaped(line, value->get_string());
            return;
        case json::kind::array:
            append_escaped(line, array_literal(value->get_array()));
            return;
        case json::kind::object:
            assert(false);
    }
}

}  // namespace

void copy_rows(
    pqxx::work& transaction, const std::string& table, const std::vector<json::object>& rows
) {
    const ColumnPositions columns = columns_of(rows);
    if (columns.empty()) {
        return;
    }
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const auto& [column, at] : columns) {
        names.push_back(column);
    }
    // Each row's foreign keys are checked by a statement. As our connections plan every statement
    // anew, planning these took longer than all else that a COPY does.
    run(transaction, embedded_queries::keep_plans.name);
    pqxx::stream_to stream{transaction, table, names};
    std::vector<const json::value*> values;
    CopyLine line;
    for (const json::object& row : rows) {
        values.assign(columns.size(), nullptr);
        for (const auto& field : row) {
            values[columns.find(std::string_view{field.key()})->second] = &field.value();
        }
        line.text.clear();
        for (const json::value* value : values) {
            append(line.text, value);
            line.text += '\t';
        }
        line.text.pop_back();
        stream << line;
    }
    stream.complete();
    run(transaction, embedded_queries::plan_anew.name);
}

}  // namespace store
