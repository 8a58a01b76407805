#pragma once

#include "services/http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

/// What is kept version by version, and written under If-Match only if nobody wrote since.
namespace api {

/// The version that If-Match names; nothing without. A tag of another version is none there is.
inline std::optional<std::int64_t> known_version(
    const http::Request& request, const std::int64_t current
) {
    const std::string_view tags = request.header("If-Match");
    if (tags.empty()) {
        return std::nullopt;
    }
    return http::etag_matches(tags, std::to_string(current), http::EtagComparison::strong) ? current
                                                                                           : -1;
}

inline http::Response with_etag(http::Response response, const std::string& etag) {
    response.headers.emplace_back("ETag", "\"" + etag + "\"");
    return response;
}

inline http::Response with_version(http::Response response, const std::int64_t version) {
    return with_etag(std::move(response), std::to_string(version));
}

}  // namespace api
