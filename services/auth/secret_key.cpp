#include "services/auth/secret_key.hpp"

#include "services/auth/sodium.hpp"

#include <sodium.h>
#include <vector>

namespace auth {
namespace {

// Of one key two are derived, so that none is used for two things.
constexpr std::uint64_t for_sealing = 1;
constexpr std::uint64_t for_digests = 2;

static_assert(SecretKey::size == crypto_secretbox_KEYBYTES);
static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
static_assert(SecretKey::size == crypto_generichash_KEYBYTES);

std::string hex(const unsigned char* const bytes, const std::size_t count) {
    std::string text(2 * count + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

std::optional<std::vector<unsigned char>> from_hex(const std::string_view text) {
    std::vector<unsigned char> bytes(text.size() / 2 + 1);  // libsodium takes no null pointer.
    std::size_t length = 0;
    const int result = sodium_hex2bin(
        bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr
    );
    if (result != 0 || 2 * length != text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

const unsigned char* bytes_of(const std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

domain::Result<SecretKey> SecretKey::parse(const std::string_view text) {
    start_sodium();
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    const auto bytes = from_hex(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
    if (!bytes || bytes->size() != size) {
        return domain::invalid("", "not 64 hexadecimal digits");
    }
    Bytes key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return SecretKey{key};
}

SecretKey SecretKey::of(const std::string_view text) {
    start_sodium();
    Bytes key{};
    crypto_generichash(key.data(), key.size(), bytes_of(text), text.size(), nullptr, 0);
    return SecretKey{key};
}

std::string SecretKey::generate() {
    start_sodium();
    Bytes key{};
    crypto_kdf_keygen(key.data());
    return hex(key.data(), key.size());
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

SecretKey::Bytes SecretKey::derived(const std::uint64_t purpose) const {
    constexpr std::array<char, crypto_kdf_CONTEXTBYTES> context{
        'j', 'o', 'b', 's', 'c', 'o', 'u', 't'};
    Bytes key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), purpose, context.data(), bytes_.data());
    return key;
}

std::string SecretKey::seal(const std::string_view text) const {
    const Bytes key = derived(for_sealing);
    std::vector<unsigned char> sealed(
        crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size()
    );
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(
        sealed.data() + crypto_secretbox_NONCEBYTES,
        bytes_of(text),
        text.size(),
        sealed.data(),
        key.data()
    );
    return hex(sealed.data(), sealed.size());
}

std::optional<std::string> SecretKey::open(const std::string_view sealed) const {
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const auto bytes = from_hex(sealed);
    if (!bytes || bytes->size() < overhead) {
        return std::nullopt;
    }
    const Bytes key = derived(for_sealing);
    std::string text(bytes->size() - overhead, '\0');
    const int result = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char*>(text.data()),
        bytes->data() + crypto_secretbox_NONCEBYTES,
        bytes->size() - crypto_secretbox_NONCEBYTES,
        bytes->data(),
        key.data()
    );
    return result == 0 ? std::optional{std::move(text)} : std::nullopt;
}

std::string SecretKey::digest(const std::string_view kind, const std::string_view text) const {
    const Bytes key = derived(for_digests);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    std::string message{kind};
    message.push_back('\0');
    message.append(text);
    crypto_generichash(
        hash.data(), hash.size(), bytes_of(message), message.size(), key.data(), key.size()
    );
    return hex(hash.data(), hash.size());
}

}  // namespace auth
