#include "services/auth/recovery_code.hpp"

#include "services/auth/sodium.hpp"

#include <array>
#include <sodium.h>

namespace auth {

std::string new_recovery_code() {
    start_sodium();
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string code;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        if (index > 0 && index % 2 == 0) {
            code += '-';
        }
        code += digits[bytes[index] >> 4U];
        code += digits[bytes[index] & 15U];
    }
    return code;
}

std::string recovery_code_from(const std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c != '-' && c != ' ') {
            code += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return code;
}

}  // namespace auth
