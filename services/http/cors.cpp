#include "services/http/cors.hpp"

#include <algorithm>

namespace http {
namespace {

constexpr const char* exposed =
    "Deprecation, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, "
    "X-Request-Id";
constexpr const char* accepted =
    "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, "
    "traceparent, tracestate";
constexpr const char* preflight_seconds = "600";

/// Scheme, host and port in lower case and nothing after them: as browsers write it.
bool is_origin(const std::string_view text) {
    const std::size_t scheme = text.starts_with("https://")  ? 8
                               : text.starts_with("http://") ? 7
                                                             : 0;
    const std::string_view authority = text.substr(scheme);
    const auto fits = [](const char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-' || letter == '.' || letter == ':' || letter == '[' || letter == ']';
    };
    return scheme > 0 && !authority.empty() &&
           std::all_of(authority.begin(), authority.end(), fits);
}

std::string_view header_of(const Response& response, const std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

}  // namespace

domain::Result<AllowedOrigins> AllowedOrigins::parse(const std::vector<std::string>& origins) {
    AllowedOrigins allowed;
    for (const std::string& origin : origins) {
        if (!is_origin(origin)) {
            return domain::invalid(
                "", "'" + origin + "' is not an origin, such as https://jobs.example"
            );
        }
        allowed.origins_.push_back(origin);
    }
    return allowed;
}

void AllowedOrigins::apply(const Request& request, Response& response) const {
    if (origins_.empty()) {
        return;
    }
    response.headers.emplace_back("Vary", "Origin");
    const std::string_view origin = request.header("Origin");
    if (std::find(origins_.begin(), origins_.end(), origin) == origins_.end()) {
        return;
    }
    response.headers.emplace_back("Access-Control-Allow-Origin", origin);
    const bool asks_first =
        request.method == "OPTIONS" && !request.header("Access-Control-Request-Method").empty();
    if (!asks_first) {
        response.headers.emplace_back("Access-Control-Expose-Headers", exposed);
        return;
    }
    const std::string methods{header_of(response, "Allow")};
    response.headers.emplace_back("Access-Control-Allow-Methods", methods);
    response.headers.emplace_back("Access-Control-Allow-Headers", accepted);
    response.headers.emplace_back("Access-Control-Max-Age", preflight_seconds);
}

}  // namespace http
