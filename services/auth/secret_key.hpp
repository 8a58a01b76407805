#pragma once

#include "matcher/domain/result.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace auth {

/// The key of the service's key file: seals what has to be read again (libsodium secretbox), and
/// hashes what must only be recognised. Whoever has a copy of the database alone can do neither.
class SecretKey {
public:
    static constexpr std::size_t size = 32;

    /// 64 hexadecimal digits, with or without white space at the end.
    static domain::Result<SecretKey> parse(std::string_view text);

    /// Made of a text that nobody else can guess.
    static SecretKey of(std::string_view text);

    /// The text of a new one.
    static std::string generate();

    ~SecretKey();
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;

    /// In hex, with a nonce of its own.
    std::string seal(std::string_view text) const;

    /// Nothing where this key has not sealed it so.
    std::optional<std::string> open(std::string_view sealed) const;

    /// 64 hexadecimal digits that are the same for the same text of the same kind.
    std::string digest(std::string_view kind, std::string_view text) const;

private:
    using Bytes = std::array<unsigned char, size>;
    explicit SecretKey(const Bytes& bytes) : bytes_{bytes} {}
    Bytes derived(std::uint64_t purpose) const;

    Bytes bytes_;
};

}  // namespace auth
