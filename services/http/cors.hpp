#pragma once

#include "matcher/domain/result.hpp"
#include "services/http/message.hpp"

#include <string>
#include <vector>

namespace http {

/// Pages of which origins may read answers (CORS). None unless configured, and then these alone,
/// each by its name, and never with cookies: a page elsewhere has a token of its own.
class AllowedOrigins {
public:
    AllowedOrigins() = default;

    /// `https://jobs.example`, `http://localhost:5173`. The error has no field.
    static domain::Result<AllowedOrigins> parse(const std::vector<std::string>& origins);

    /// Adds to an answer what the browser that asked, or asks first whether it may, is to know.
    /// `Vary: Origin` stands on every answer, so that no cache gives one origin's to another.
    void apply(const Request& request, Response& response) const;

private:
    std::vector<std::string> origins_;
};

}  // namespace http
