#pragma once

#include <string>
#include <string_view>

namespace store {

/// The SHA-256 of these bytes in lower-case hex, 64 characters: the fingerprint of a raw record,
/// and the checksum of a migration. Source: FIPS 180-4.
std::string sha256(std::string_view bytes);

}  // namespace store
