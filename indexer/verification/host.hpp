#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verification {

/// What stands at the host of a link (hosts.json).
enum class HostKind : std::uint8_t {
    none,
    own_or_unknown,
    board,
    public_board,
    tenant,
    other,  ///< Of nobody in particular.
    free_mail,
};

/// The host of an `http` or `https` link in lower case, without `www.`, user and port; empty where
/// it is none.
std::string host_of(std::string_view url);

HostKind kind_of_host(std::string_view host);

/// Whether names are registered under it, as under `on.ca`.
bool is_second_level(std::string_view ending);

/// Whether a link carries the employer's name: the letters of a leading word or more of the key
/// (normalise::EmployerName::key) are a label of the host, or where the host is a tenant's a part
/// of the path. One short word proves nothing.
bool names_employer(std::string_view url, std::string_view employer_key);

}  // namespace verification
