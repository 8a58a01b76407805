#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace store {

/// The SHA-256 of these bytes in lower-case hex, 64 characters: the fingerprint of a raw record,
/// and the checksum of a migration. Source: FIPS 180-4.
std::string sha256(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);

    /// Of all that came; nothing may come after it.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace store
