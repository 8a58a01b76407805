#include "matcher/document/pointer.hpp"

#include "matcher/document/json.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cassert>

namespace document {
namespace {

bool is_plain(const std::string_view name) {
    return !name.empty() && name.find_first_of(".[]\"") == std::string_view::npos;
}

std::string escaped(const std::string_view name) {
    std::string result;
    for (const char letter : name) {
        if (letter == '~' || letter == '/') {
            result += letter == '~' ? "~0" : "~1";
        } else {
            result += letter;
        }
    }
    return result;
}

/// Of a text that begins with a quotation mark: the length up to the one that ends it.
std::size_t quoted_length(const std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2 : 1;
    }
    return at + 1;
}

}  // namespace

std::string member_path(std::string path, const std::string_view name) {
    if (!is_plain(name)) {
        return path.append("[").append(serialize(boost::json::string{name})).append("]");
    }
    return path.empty() ? std::string{name} : path.append(".").append(name);
}

std::string joined_path(std::string path, const std::string_view within) {
    const bool needs_point = !path.empty() && !within.empty() && within.front() != '[';
    return path.append(needs_point ? "." : "").append(within);
}

std::string pointer_of(std::string_view path) {
    std::string result;
    while (!path.empty()) {
        result += '/';
        if (path.starts_with("[\"")) {
            const std::string_view quoted = path.substr(1, quoted_length(path.substr(1)));
            result += escaped(parse(quoted).value().as_string());
            path.remove_prefix(quoted.size() + 2);
            continue;
        }
        if (path.front() == '[') {
            const std::size_t end = path.find(']');
            assert(end != std::string_view::npos);
            result += path.substr(1, end - 1);
            path.remove_prefix(end + 1);
            continue;
        }
        path.remove_prefix(path.front() == '.' ? 1 : 0);
        const std::string_view name = path.substr(0, path.find_first_of(".["));
        result += escaped(name);
        path.remove_prefix(name.size());
    }
    return result;
}

}  // namespace document
