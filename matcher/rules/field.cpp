#include "matcher/rules/field.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace rules {
namespace {

namespace json = boost::json;
using boost::system::error_code;

std::string join(const std::string& path, const std::string_view member) {
    return path.empty() ? std::string{member} : path + "." + std::string{member};
}

/// Listens to a parser for an object that has one key twice.
struct DuplicateKeys {
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    std::vector<std::vector<std::string>> open_objects;
    std::string key;
    std::string duplicate;  ///< Its path, without the places in arrays.

    bool on_key_part(const json::string_view part, std::size_t, error_code&) {
        key.append(part);
        return true;
    }
    bool on_key(const json::string_view part, std::size_t, error_code& error) {
        std::vector<std::string>& keys = open_objects.back();
        keys.push_back(std::exchange(key, {}).append(part));
        if (std::find(keys.begin(), keys.end() - 1, keys.back()) != keys.end() - 1) {
            for (const std::vector<std::string>& open : open_objects) {
                duplicate = join(duplicate, open.back());
            }
            error = json::error::syntax;
        }
        return !error;
    }
    bool on_object_begin(error_code&) {
        open_objects.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, error_code&) {
        open_objects.pop_back();
        return true;
    }
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_string_part(json::string_view, std::size_t, error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(json::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, error_code&) { return true; }
    bool on_double(double, json::string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }
};

}  // namespace

json::value parse_json(const std::string_view text, const std::string_view path) {
    error_code error;
    json::value value = json::parse(text, error);
    if (error) {
        throw Refused{domain::invalid(std::string{path}, "not JSON: " + error.message())};
    }
    json::basic_parser<DuplicateKeys> keys{json::parse_options{}};
    keys.write_some(false, text.data(), text.size(), error);
    if (error) {
        throw Refused{domain::invalid(
            join(std::string{path}, keys.handler().duplicate), "stands twice in one object"
        )};
    }
    return value;
}

bool Field::is_word(const std::string_view word) const {
    const json::string* text = value_->if_string();
    return text != nullptr && *text == word;
}

bool Field::has(const std::string_view member) const {
    const json::object* object = value_->if_object();
    return object != nullptr && object->contains(member);
}

bool Field::boolean() const {
    if (const bool* value = value_->if_bool()) {
        return *value;
    }
    refuse("not true or false");
}

int Field::integer(const int min, const int max) const {
    const std::int64_t* value = value_->if_int64();
    if (value == nullptr) {
        refuse("not a whole number");
    }
    if (*value < min || *value > max) {
        refuse(
            std::to_string(*value) + " is not in " + std::to_string(min) + " to " +
            std::to_string(max)
        );
    }
    return static_cast<int>(*value);
}

std::string Field::text() const {
    const json::string* text = value_->if_string();
    if (text == nullptr || text->empty()) {
        refuse("not a text");
    }
    return std::string{*text};
}

domain::Date Field::date() const {
    const auto date = domain::parse_date(text());
    if (!date) {
        refuse(date.error().message);
    }
    return *date;
}

std::vector<Field> Field::elements() const {
    const json::array* array = value_->if_array();
    if (array == nullptr) {
        refuse("not an array");
    }
    std::vector<Field> fields;
    for (const json::value& element : *array) {
        fields.emplace_back(element, path_ + "[" + std::to_string(fields.size()) + "]");
    }
    return fields;
}

Members Field::members(const std::vector<std::string_view>& names) const {
    const json::object* object = value_->if_object();
    if (object == nullptr) {
        refuse("not an object");
    }
    for (const std::string_view name : names) {
        if (!object->contains(name)) {
            throw Refused{domain::invalid(join(path_, name), "missing")};
        }
    }
    for (const auto& member : *object) {
        if (std::find(names.begin(), names.end(), member.key()) == names.end()) {
            throw Refused{domain::invalid(join(path_, member.key()), "unknown key")};
        }
    }
    return Members{*this};
}

void Field::refuse(std::string message) const {
    throw Refused{domain::invalid(path_, std::move(message))};
}

Field Members::operator[](const std::string_view name) const {
    const json::value* value = object_.value_->get_object().if_contains(name);
    assert(value != nullptr);
    return {*value, join(object_.path_, name)};
}

}  // namespace rules
