#include "services/auth/cross_site.hpp"

#include <array>
#include <sodium.h>

namespace auth {

std::string csrf_token(const std::string_view session_token) {
    std::string message{"csrf"};
    message.push_back('\0');
    message.append(session_token);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(message.data()),
        message.size(),
        nullptr,
        0
    );
    std::string text(2 * hash.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

bool is_cross_site(const Provenance& provenance) {
    if (!provenance.sec_fetch_site.empty()) {
        return provenance.sec_fetch_site != "same-origin" && provenance.sec_fetch_site != "none";
    }
    if (provenance.origin.empty()) {
        return false;
    }
    const std::size_t scheme = provenance.origin.find("://");
    return scheme == std::string_view::npos ||
           provenance.origin.substr(scheme + 3) != provenance.host;
}

bool is_csrf_token(const std::string_view shown, const std::string_view session_token) {
    const std::string expected = csrf_token(session_token);
    return shown.size() == expected.size() &&
           sodium_memcmp(shown.data(), expected.data(), expected.size()) == 0;
}

}  // namespace auth
