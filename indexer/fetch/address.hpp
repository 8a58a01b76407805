#pragma once

#include <sys/socket.h>

#include <string>

namespace fetch {

/// Whether an address belongs to the public Internet: none of this machine, of a private or shared
/// network, of a link, of multicast, of documentation or reserved. An IPv6 address that carries an
/// IPv4 one is what that one is. Source: the IANA special-purpose address registries.
bool is_public(const sockaddr& address);

/// `10.1.2.3`, `fe80::1`; for messages.
std::string to_string(const sockaddr& address);

}  // namespace fetch
