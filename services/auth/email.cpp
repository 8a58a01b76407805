#include "services/auth/email.hpp"

#include <algorithm>
#include <cstddef>

namespace auth {
namespace {

// RFC 5321, 4.5.3.1; a domain name by RFC 1035.
constexpr std::size_t local_part_max = 64;
constexpr std::size_t address_max = 254;
constexpr std::size_t label_max = 63;

bool is_alphanumeric(const char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_atom(const std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
    return !text.empty() && std::ranges::all_of(text, [&](const char c) {
        return is_alphanumeric(c) || others.find(c) != std::string_view::npos;
    });
}

bool is_label(const std::string_view text) {
    return !text.empty() && text.size() <= label_max && text.front() != '-' && text.back() != '-' &&
           std::ranges::all_of(text, [](const char c) { return is_alphanumeric(c) || c == '-'; });
}

/// Whether `is_part` holds for every part between dots; how many there are, else 0.
template <class IsPart>
std::size_t parts(std::string_view text, const IsPart is_part) {
    std::size_t count = 0;
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!is_part(text.substr(0, dot))) {
            return 0;
        }
        ++count;
        if (dot == std::string_view::npos) {
            return count;
        }
        text.remove_prefix(dot + 1);
    }
}

}  // namespace

domain::Result<std::string> email_address(const std::string_view text) {
    const std::size_t at = text.find('@');  // More than any local part where there is none.
    const bool valid = at <= local_part_max && text.size() <= address_max &&
                       parts(text.substr(0, at), is_atom) > 0 &&
                       parts(text.substr(at + 1), is_label) > 1;
    if (!valid) {
        return domain::invalid("email", "not an e-mail address");
    }
    std::string address{text};
    std::ranges::transform(address, address.begin(), [](const char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return address;
}

}  // namespace auth
