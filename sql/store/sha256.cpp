#include "sql/store/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace store {

std::string sha256(const std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) !=
        1) {
        throw std::runtime_error{"libcrypto offers no SHA-256"};
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * std::size_t{length});
    for (unsigned int index = 0; index < length; ++index) {
        hex += digits[digest[index] >> 4U];
        hex += digits[digest[index] & 15U];
    }
    return hex;
}

}  // namespace store
