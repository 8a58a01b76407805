#include "sql/store/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace store {

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{
        EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

namespace {

void expect(const int result) {
    if (result != 1) {
        throw std::runtime_error{"libcrypto offers no SHA-256"};
    }
}

}  // namespace

Sha256::Sha256() : state_{std::make_unique<State>()} {
    // Looked for once: libcrypto takes longer for that than for a page of text.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    expect(EVP_DigestInit_ex(state_->context.get(), algorithm.get(), nullptr));
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(const std::string_view bytes) {
    expect(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    expect(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &length));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * std::size_t{length});
    for (unsigned int index = 0; index < length; ++index) {
        hex += digits[digest[index] >> 4U];
        hex += digits[digest[index] & 15U];
    }
    return hex;
}

std::string sha256(const std::string_view bytes) {
    Sha256 whole;
    whole.update(bytes);
    return whole.finish();
}

}  // namespace store
