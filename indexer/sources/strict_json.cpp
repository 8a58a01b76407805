#include "indexer/sources/strict_json.hpp"

#include <algorithm>

namespace sources {

domain::Result<void> only_keys(
    const boost::json::object& object,
    std::initializer_list<std::string_view> known,
    const std::string& path
) {
    for (const auto& member : object) {
        const std::string_view key = member.key();
        if (std::ranges::find(known, key) == known.end()) {
            return domain::invalid(
                path + (path.empty() ? "" : ".") + std::string{key},
                "unknown key `" + std::string{key} + "`"
            );
        }
    }
    return {};
}

domain::Result<std::string> strict_text(const boost::json::value& value, const std::string& path) {
    const auto* text = value.if_string();
    if (text == nullptr || text->empty()) {
        return domain::invalid(path, "has to be a text that is not empty");
    }
    return std::string{*text};
}

domain::Result<std::vector<std::string>> strict_texts(
    const boost::json::value& value, const std::string& path
) {
    const auto* array = value.if_array();
    if (array == nullptr || array->empty()) {
        return domain::invalid(path, "has to be a list of texts");
    }
    std::vector<std::string> texts;
    for (const auto& element : *array) {
        auto text = strict_text(element, path + "[" + std::to_string(texts.size()) + "]");
        if (!text) {
            return text.error();
        }
        texts.push_back(std::move(*text));
    }
    return texts;
}

domain::Result<std::string> optional_text(
    const boost::json::object& object, const std::string_view key, const std::string& path
) {
    const auto* value = object.if_contains(key);
    return value == nullptr ? std::string{} : strict_text(*value, path + "." + std::string{key});
}

}  // namespace sources
