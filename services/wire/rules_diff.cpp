#include "services/wire/rules_diff.hpp"

#include "matcher/document/json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

/// By what the rows of a table are told apart.
constexpr std::array<std::string_view, 2> row_keys{"from", "level"};

bool has_same_names(const json::object& left, const json::object& right) {
    return left.size() == right.size() && std::ranges::all_of(left, [&](const auto& member) {
               return right.contains(member.key());
           });
}

bool all_have(const json::array& rows, const std::string_view key) {
    return std::ranges::all_of(rows, [&](const json::value& row) {
        return row.is_object() && row.get_object().contains(key);
    });
}

/// Empty where the arrays are no tables.
std::string_view row_key(const json::array& left, const json::array& right) {
    const auto found = std::ranges::find_if(row_keys, [&](const std::string_view key) {
        return all_have(left, key) && all_have(right, key);
    });
    return found == row_keys.end() ? std::string_view{} : *found;
}

bool are_words(const json::array& values) {
    return std::ranges::all_of(values, [](const json::value& value) { return value.is_string(); });
}

json::array without(const json::array& values, const json::array& others) {
    json::array result;
    std::ranges::copy_if(values, std::back_inserter(result), [&](const json::value& value) {
        return std::ranges::find(others, value) == others.end();
    });
    return result;
}

class Comparison {
public:
    void compare(const std::string& path, const json::value& from, const json::value& to) {
        if (from == to) {
            return;
        }
        if (from.is_object() && to.is_object() &&
            has_same_names(from.get_object(), to.get_object())) {
            compare_members(path, from.get_object(), to.get_object());
        } else if (from.is_array() && to.is_array()) {
            compare_arrays(path, from.get_array(), to.get_array());
        } else {
            add(path, from, to);
        }
    }

    json::array differences() && { return std::move(differences_); }

private:
    void add(const std::string& path, json::value from, json::value to) {
        differences_.push_back({{"path", path}, {"from", std::move(from)}, {"to", std::move(to)}});
    }

    void compare_members(
        const std::string& path, const json::object& from, const json::object& to
    ) {
        for (const auto& [name, member] : from) {
            compare((path.empty() ? "" : path + ".") + std::string{name}, member, to.at(name));
        }
    }

    void compare_arrays(const std::string& path, const json::array& from, const json::array& to) {
        if (const std::string_view key = row_key(from, to); !key.empty()) {
            compare_rows(path, key, from, to);
        } else if (are_words(from) && are_words(to)) {
            compare_words(path, from, to);
        } else {
            add(path, from, to);
        }
    }

    void compare_words(const std::string& path, const json::array& from, const json::array& to) {
        json::array removed = without(from, to);
        json::array added = without(to, from);
        if (!removed.empty() || !added.empty()) {
            add(path,
                json::object{{"removed", std::move(removed)}},
                json::object{{"added", std::move(added)}});
        }
    }

    void compare_rows(
        const std::string& path,
        const std::string_view key,
        const json::array& from,
        const json::array& to
    ) {
        const auto find = [key](const json::array& rows, const json::value& row) {
            return std::ranges::find_if(rows, [&](const json::value& other) {
                return other.at(key) == row.at(key);
            });
        };
        const auto path_of = [&](const json::value& row) {
            const json::value& value = row.at(key);
            const std::string name =
                value.is_string() ? std::string{value.get_string()} : document::serialize(value);
            return path + "[" + std::string{key} + "=" + name + "]";
        };
        for (const json::value& row : from) {
            const auto* other = find(to, row);
            compare(path_of(row), row, other == to.end() ? json::value{} : *other);
        }
        for (const json::value& row : to) {
            if (find(from, row) == from.end()) {
                add(path_of(row), nullptr, row);
            }
        }
    }

    json::array differences_;
};

}  // namespace

json::object rules_diff_json(const rules::RuleSet& from, const rules::RuleSet& to) {
    const auto parsed = [](const std::string& text) { return document::parse(text).value(); };
    Comparison comparison;
    comparison.compare("", parsed(from.document), parsed(to.document));
    comparison.compare("grid", parsed(from.grid_document), parsed(to.grid_document));
    return {{"from", from.id}, {"to", to.id}, {"differences", std::move(comparison).differences()}};
}

}  // namespace wire
