#include "sql/store/file_digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace store {
namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

void require(const int succeeded) {
    if (succeeded != 1) {
        throw std::runtime_error{"SHA-256 is not available"};
    }
}

}  // namespace

std::optional<std::string> file_sha256(const std::filesystem::path& path) {
    std::ifstream stream{path, std::ios::binary};
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> context{EVP_MD_CTX_new()};
    require(EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr));
    std::array<char, 65536> piece{};
    while (stream.read(piece.data(), piece.size()) || stream.gcount() > 0) {
        require(
            EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(stream.gcount()))
        );
    }
    if (!stream.eof()) {
        return std::nullopt;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(context.get(), digest.data(), &size));
    std::string hex;
    for (unsigned int index = 0; index < size; ++index) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[digest.at(index) >> 4U];
        hex += digits[digest.at(index) & 15U];
    }
    return hex;
}

}  // namespace store
