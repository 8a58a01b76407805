#include "services/http/message.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>

namespace http {
namespace {

char lower(const char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view trimmed_left(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(optional_white_space), text.size()));
}

}  // namespace

bool equal_ignoring_case(const std::string_view left, const std::string_view right) {
    return std::equal(
        left.begin(),
        left.end(),
        right.begin(),
        right.end(),
        [](const char a, const char b) { return lower(a) == lower(b); }
    );
}

bool is_forbidden_control(const char byte) {
    return byte != '\t' && domain::ascii::is_control(byte);
}

std::string_view Request::header(const std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (equal_ignoring_case(key, name)) {
            return value;
        }
    }
    return {};
}

bool etag_matches(
    const std::string_view list, const std::string_view etag, const EtagComparison comparison
) {
    std::string_view rest = trimmed_left(list);
    if (rest == "*") {
        return true;
    }
    while (!rest.empty()) {
        const bool weak = rest.starts_with("W/");
        rest.remove_prefix(weak ? 2 : 0);
        const std::size_t end = rest.starts_with('"') ? rest.find('"', 1) : rest.npos;
        if (end == rest.npos) {
            return false;
        }
        const bool comparable = !weak || comparison == EtagComparison::weak;
        if (comparable && rest.substr(1, end - 1) == etag) {
            return true;
        }
        rest = trimmed_left(rest.substr(end + 1));
        if (!rest.starts_with(',')) {
            return false;
        }
        rest = trimmed_left(rest.substr(1));
    }
    return false;
}

}  // namespace http
