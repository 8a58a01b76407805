#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/posting_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Rows of tables as JSON objects, column by column.
namespace store {

/// Builds a row; what is absent leaves no key.
class RowWriter {
public:
    explicit RowWriter(boost::json::object& row) : row_{row} {}

    void put(const std::string_view column, const std::string_view value) {
        row_.emplace(column, text(value));
    }
    void put(const std::string_view column, const std::vector<std::string>& values) {
        boost::json::array list;
        list.reserve(values.size());
        for (const auto& value : values) {
            list.emplace_back(text(value));
        }
        row_.emplace(column, std::move(list));
    }
    void put(const std::string_view column, const bool value) { row_.emplace(column, value); }
    void put(const std::string_view column, const std::int64_t value) {
        row_.emplace(column, value);
    }
    void put(const std::string_view column, const double value) { row_.emplace(column, value); }
    void put(const std::string_view column, const domain::Date value) {
        row_.emplace(column, domain::to_string(value));
    }
    template <class Value>
    void put(const std::string_view column, const std::optional<Value>& value) {
        if (value) {
            put(column, *value);
        }
    }
    void put_unless_empty(const std::string_view column, const std::string_view value) {
        if (!value.empty()) {
            put(column, value);
        }
    }
    template <class Enum, std::size_t Size>
    void put(
        const std::string_view column,
        const Enum value,
        const std::array<std::string_view, Size>& words
    ) {
        put_unless_empty(column, words.at(static_cast<std::size_t>(value)));
    }

private:
    boost::json::object& row_;
};

/// Reads a row that the database's constraints hold for: a column that is missing or malformed is
/// a broken invariant and throws.
class RowReader {
public:
    explicit RowReader(const boost::json::object& row) : row_{row} {}

    bool has(const std::string_view column) const { return !row_.at(column).is_null(); }
    std::string string(const std::string_view column) const {
        return has(column) ? std::string{std::string_view{row_.at(column).as_string()}}
                           : std::string{};
    }
    bool boolean(const std::string_view column) const { return row_.at(column).as_bool(); }
    template <class Number>
    Number number(const std::string_view column) const {
        return row_.at(column).to_number<Number>();
    }
    template <class Number>
    std::optional<Number> optional_number(const std::string_view column) const {
        return has(column) ? std::optional{number<Number>(column)} : std::nullopt;
    }
    /// Boost.JSON 1.81 reads some numbers one bit off, so these come as text.
    double degrees(const std::string_view column) const {
        const std::string digits = string(column);
        double value = 0;
        const auto end = digits.data() + digits.size();
        [[maybe_unused]] const auto read = std::from_chars(digits.data(), end, value);
        assert(read.ec == std::errc{} && read.ptr == end);
        return value;
    }
    std::optional<domain::Date> date(const std::string_view column) const {
        return has(column) ? std::optional{domain::parse_date(string(column)).value()}
                           : std::nullopt;
    }
    std::vector<std::string> strings(const std::string_view column) const {
        return boost::json::value_to<std::vector<std::string>>(row_.at(column));
    }
    std::vector<int> numbers(const std::string_view column) const {
        return boost::json::value_to<std::vector<int>>(row_.at(column));
    }
    /// NULL is the first, which has no word.
    template <class Enum, std::size_t Size>
    Enum word(const std::string_view column, const std::array<std::string_view, Size>& words)
        const {
        const auto found = std::find(words.begin(), words.end(), string(column));
        assert(found != words.end());
        return static_cast<Enum>(found - words.begin());
    }

private:
    const boost::json::object& row_;
};

}  // namespace store
