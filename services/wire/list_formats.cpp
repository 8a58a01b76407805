#include "services/wire/list_formats.hpp"

#include "matcher/document/json.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace wire {
namespace {

namespace json = boost::json;

/// What begins a formula somewhere: the last four are the full-width forms of the first four.
constexpr std::array<std::string_view, 11> formula_signs{
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool begins_a_formula(const std::string_view text) {
    return std::ranges::any_of(formula_signs, [&](const std::string_view sign) {
        return text.starts_with(sign);
    });
}

std::string csv_quoted(const std::string_view text) {
    std::string result{'"'};
    for (const char letter : text) {
        result.append(letter == '"' ? 2 : 1, letter);
    }
    return result + '"';
}

std::string text_cell(const std::string_view text) {
    if (begins_a_formula(text)) {
        return csv_quoted("'" + std::string{text});
    }
    return text.find_first_of("\",\r\n") == std::string_view::npos ? std::string{text}
                                                                   : csv_quoted(text);
}

std::string plain(const json::value& value) {
    if (value.is_null()) {
        return "";
    }
    return value.is_string() ? std::string{value.get_string()} : document::serialize(value);
}

/// The values at the path, in the order in which they stand.
void collect(
    const json::value& value, const std::string_view path, std::vector<const json::value*>& found
) {
    if (path.empty()) {
        found.push_back(&value);
        return;
    }
    const std::size_t end = path.find('/');
    const std::string_view name = path.substr(0, end);
    const std::string_view rest =
        end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    if (const json::array* elements = name == "*" ? value.if_array() : nullptr) {
        for (const json::value& element : *elements) {
            collect(element, rest, found);
        }
    } else if (const json::object* members = value.if_object()) {
        if (const json::value* member = members->if_contains(name)) {
            collect(*member, rest, found);
        }
    }
}

std::string cell(const json::value& row, const Column& column) {
    std::vector<const json::value*> found;
    collect(row, column.path, found);
    if (found.size() == 1 && !found.front()->is_string()) {
        return plain(*found.front());
    }
    std::string text;
    for (const json::value* each : found) {
        text.append(each == found.front() ? "" : "; ").append(plain(*each));
    }
    return text_cell(text);
}

}  // namespace

std::string ndjson(const json::array& items) {
    std::string lines;
    for (const json::value& item : items) {
        lines += document::serialize(item) + "\n";
    }
    return lines;
}

std::string csv(const std::span<const Column> columns, const std::span<const json::object> rows) {
    std::string text;
    const auto add_record = [&](const auto& cell_of) {
        for (const Column& column : columns) {
            text.append(&column == columns.data() ? "" : ",").append(cell_of(column));
        }
        text += "\r\n";
    };
    add_record([](const Column& column) { return text_cell(column.name); });
    for (const json::object& row : rows) {
        const json::value value(row);
        add_record([&](const Column& column) { return cell(value, column); });
    }
    return text;
}

}  // namespace wire
