#pragma once

#include "matcher/domain/result.hpp"
#include "services/auth/permission.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace auth {

/// The tokens of the operator's file, by which callers are known without an account. Only SHA-256
/// digests are kept: whoever reads the file cannot use it.
class Tokens {
public:
    /// No tokens: every caller is anonymous.
    Tokens() = default;

    /// Reads `[{"token_sha256": "<64 hex digits>", "role": "candidate", "id": "..."}...]`, as
    /// deploy/tokens writes it; an advisor may have `"firm": "<id>"`. Refuses anything else, a
    /// digest that stands there twice, and an employer, who needs an account to claim postings by.
    static domain::Result<Tokens> parse(std::string_view json);

    /// Whom the token with this digest (lower-case hex) belongs to; anonymous where nobody's.
    /// Takes as long for a wrong digest as for a right one.
    Principal find(std::string_view token_sha256) const;

private:
    struct Entry {
        std::string token_sha256;
        Principal principal;
    };
    std::vector<Entry> entries_;
};

/// The token of an `Authorization: Bearer <token>` header; empty where there is none.
std::string_view bearer_token(std::string_view authorization);

}  // namespace auth
