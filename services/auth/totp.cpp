#include "services/auth/totp.hpp"

#include "services/auth/sodium.hpp"

#include <liboath/oath.h>

#include <algorithm>
#include <cstddef>
#include <sodium.h>

namespace auth {
namespace {

constexpr std::size_t secret_bytes = 20;
constexpr std::size_t digits = 6;
constexpr std::size_t steps_either_way = 1;

bool is_code(const std::string_view text) {
    return text.size() == digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What RFC 3986 calls unreserved stands as it is.
std::string percent_encoded(const std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                (c >= '0' && c <= '9') ||
                                std::string_view{"-._~"}.find(c) != std::string_view::npos;
        if (unreserved) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += hex[byte >> 4U];
            result += hex[byte & 15U];
        }
    }
    return result;
}

}  // namespace

std::string new_totp_secret() {
    start_sodium();
    std::string secret(secret_bytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string base32(const std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string result;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) {
            result += alphabet[(held >> (bits - 5)) & 31U];
        }
    }
    if (bits > 0) {
        result += alphabet[(held << (5 - bits)) & 31U];
    }
    return result;
}

std::string totp_uri(const std::string_view secret, const std::string_view email) {
    return "otpauth://totp/Job%20Scout:" + percent_encoded(email) + "?secret=" + base32(secret) +
           "&issuer=Job%20Scout&algorithm=SHA1&digits=6&period=30";
}

std::optional<std::int64_t> totp_step(
    const std::string_view secret, const std::string& code, const std::int64_t now
) {
    if (!is_code(code)) {
        return std::nullopt;
    }
    std::uint64_t step = 0;
    const int result = oath_totp_validate4(
        secret.data(),
        secret.size(),
        now,
        OATH_TOTP_DEFAULT_TIME_STEP_SIZE,
        OATH_TOTP_DEFAULT_START_TIME,
        steps_either_way,
        nullptr,
        &step,
        0,
        code.c_str()
    );
    return result >= 0 ? std::optional{static_cast<std::int64_t>(step)} : std::nullopt;
}

}  // namespace auth
