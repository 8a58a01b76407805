#pragma once

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

    /// The value of a header, whatever the case of its name; empty where absent.
    std::string_view header(std::string_view name) const;
};

struct Response {
    unsigned status = 200;
    std::string content_type = "application/json; charset=utf-8";
    Headers headers;
    std::string body;
};

}  // namespace http
