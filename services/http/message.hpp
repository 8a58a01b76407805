#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;
    std::string target;  ///< Path and query, still percent-encoded.
    Headers headers;
    std::string body;
    std::string id;  ///< Given by the server; stands in the log and in the answer's X-Request-Id.
    std::string peer = {};  ///< Address of the client, in numbers; never logged.
    bool secure = false;    ///< It came over TLS, to us or to a trusted proxy.

    /// The value of a header, whatever the case of its name; empty where absent.
    std::string_view header(std::string_view name) const;
};

/// What an answer does not say, the server adds: `Cache-Control: no-store`, the security headers,
/// Date, and the length. A body without a content type does not leave the server.
struct Response {
    unsigned status = 200;
    std::string content_type = "application/json; charset=utf-8";
    Headers headers;
    std::string body;

    // For the log; never sent.
    std::string_view route = {};  ///< Pattern of the route that answered.
    std::string failure = {};     ///< What failed in the world, for a 500 or 503.
};

/// What may stand around a value in a header (OWS; RFC 9110, 5.6.3).
inline constexpr std::string_view optional_white_space = " \t";

bool equal_ignoring_case(std::string_view left, std::string_view right);

/// Whether no header field may have this byte: of the control characters, only a tab may stand
/// there (RFC 9110, 5.5).
bool is_forbidden_control(char byte);

/// How two entity tags compare (RFC 9110, 8.8.3.2). Only strong tags are made here, so that the
/// two differ in what they make of a caller's weak one.
enum class EtagComparison : std::uint8_t {
    strong,  ///< If-Match: a weak tag matches nothing.
    weak,    ///< If-None-Match: W/ is looked over.
};

/// Whether `etag` (without quotes) stands in the list of an If-Match or If-None-Match header; the
/// list `*` matches every tag, and an empty or malformed one matches none.
bool etag_matches(std::string_view list, std::string_view etag, EtagComparison comparison);

}  // namespace http
