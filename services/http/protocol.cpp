#include "services/http/protocol.hpp"

#include "services/http/problem.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <random>

namespace http {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 4> security_headers{{
    {"X-Content-Type-Options", "nosniff"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
}};

std::ptrdiff_t count(const Headers& headers, const std::string_view name) {
    return std::count_if(headers.begin(), headers.end(), [name](const auto& header) {
        return equal_ignoring_case(header.first, name);
    });
}

/// The instant, such as `Tue, 03 Nov 2026 08:00:00 GMT`.
std::string http_date(const std::time_t instant) {
    std::tm utc{};
    gmtime_r(&instant, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return text.data();
}

}  // namespace

std::optional<Response> refusal_of_head(const Request& head, const Version version) {
    const bool http_1_1 = version == Version::http_1_1;
    if (count(head.headers, "Content-Length") > 1) {
        return problem(400, "more than one content length", "Content-Length");
    }
    const std::ptrdiff_t encodings = count(head.headers, "Transfer-Encoding");
    const bool chunked = equal_ignoring_case(head.header("Transfer-Encoding"), "chunked");
    if (encodings > 1 || (encodings == 1 && !(http_1_1 && chunked))) {
        return problem(501, "the only transfer encoding is chunked", "Transfer-Encoding");
    }
    const std::ptrdiff_t hosts = count(head.headers, "Host");
    if (hosts > 1 || (http_1_1 && hosts == 0)) {
        return problem(400, "exactly one host is needed", "Host");
    }
    const std::string_view expectation = head.header("Expect");
    if (!expectation.empty() && !equal_ignoring_case(expectation, "100-continue")) {
        return problem(417, "the only expectation is 100-continue", "Expect");
    }
    return std::nullopt;
}

void complete(Response& response) {
    response.headers.emplace_back("Date", http_date(std::time(nullptr)));
    if (count(response.headers, "Cache-Control") == 0) {
        response.headers.emplace_back("Cache-Control", "no-store");
    }
    response.headers.insert(
        response.headers.end(), security_headers.begin(), security_headers.end()
    );
}

std::string_view method_for_log(const std::string_view method) {
    constexpr std::array<std::string_view, 9> known{
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    return std::find(known.begin(), known.end(), method) == known.end() ? "_OTHER" : method;
}

RequestIds::RequestIds() : prefix_{std::to_string(std::random_device{}()) + "-"} {}

std::string RequestIds::next() { return prefix_ + std::to_string(++count_); }

}  // namespace http
