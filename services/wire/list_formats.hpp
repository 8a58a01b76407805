#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <span>
#include <string>
#include <string_view>

/// Lists in the forms that other programs take in.
namespace wire {

/// A column of a table made from JSON objects.
struct Column {
    std::string_view name;

    /// Member by member from the object of the row: `rank/position`. `*` stands for every element
    /// of an array: `job_locations/*/city`. What is not there is an empty cell.
    std::string_view path;
};

/// One object a line (https://github.com/ndjson/ndjson-spec), each as it stands in the answer.
std::string ndjson(const boost::json::array& items);

/// Records as RFC 4180 has them: a header, CRLF after each, quotes where needed. Several values in
/// one cell are separated by `; `, and one that is null keeps its place. A text that a spreadsheet
/// would read as a formula has an apostrophe before it, as OWASP says ("CSV Injection"); numbers
/// are no texts.
std::string csv(std::span<const Column> columns, std::span<const boost::json::object> rows);

}  // namespace wire
