#include "sql/store/random_token.hpp"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace store {

std::string random_token() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw std::runtime_error{"the system gives no random bytes"};
    }
    std::string token;
    token.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        token += digits[byte >> 4U];
        token += digits[byte & 0xFU];
    }
    return token;
}

}  // namespace store
