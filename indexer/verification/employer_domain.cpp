#include "indexer/verification/employer_domain.hpp"

#include "indexer/verification/host.hpp"

#include <algorithm>
#include <libpsl.h>
#include <memory>

namespace verification {
namespace {

/// The newest of the list that the system has and the one that libpsl was built with.
const psl_ctx_t* public_suffixes() {
    static const std::unique_ptr<psl_ctx_t, decltype(&psl_free)> list{
        psl_latest(nullptr), psl_free};
    return list ? list.get() : psl_builtin();
}

bool is_label(const std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](const char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Labels between dots, the last of which has a letter.
bool is_name(std::string_view host) {
    for (;;) {
        const std::size_t dot = host.find('.');
        if (!is_label(host.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return std::ranges::any_of(host, [](const char c) { return c >= 'a' && c <= 'z'; });
        }
        host.remove_prefix(dot + 1);
    }
}

bool may_be_an_employers(const std::string_view host) {
    return kind_of_host(host) == HostKind::own_or_unknown;
}

}  // namespace

std::string registrable_domain(const std::string_view host) {
    std::string name{host};
    std::ranges::transform(name, name.begin(), [](const char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (name.ends_with('.')) {
        name.pop_back();
    }
    const char* const domain =
        is_name(name) ? psl_registrable_domain(public_suffixes(), name.c_str()) : nullptr;
    return domain == nullptr ? "" : domain;
}

std::string employer_domain(const std::string_view url) {
    const std::string host = host_of(url);
    return may_be_an_employers(host) ? registrable_domain(host) : "";
}

bool is_address_at(const std::string_view email, const std::string_view domain) {
    const std::size_t at = email.rfind('@');
    if (at == std::string_view::npos) {
        return false;
    }
    const std::string_view host = email.substr(at + 1);
    return !domain.empty() && may_be_an_employers(host) && registrable_domain(host) == domain;
}

}  // namespace verification
