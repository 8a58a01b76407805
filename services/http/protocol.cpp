#include "services/http/protocol.hpp"

#include "matcher/domain/ascii.hpp"
#include "services/http/problem.hpp"

#include <algorithm>
#include <array>
#include <ctime>

namespace http {
namespace {

/// An answer may have one of them of its own, such as a page that needs a style sheet.
constexpr std::array<std::pair<const char*, const char*>, 8> headers_by_default{{
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"Content-Security-Policy",
     "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Referrer-Policy", "no-referrer"},
}};
constexpr const char* strict_transport_security = "max-age=31536000; includeSubDomains";

std::ptrdiff_t count(const Headers& headers, const std::string_view name) {
    return std::count_if(headers.begin(), headers.end(), [name](const auto& header) {
        return equal_ignoring_case(header.first, name);
    });
}

bool replaces_a_default(const std::pair<std::string, std::string>& header) {
    return std::any_of(
        headers_by_default.begin(),
        headers_by_default.end(),
        [&header](const auto& each) { return equal_ignoring_case(header.first, each.first); }
    );
}

/// Answers of one second have the same.
const std::string& date_of_now() {
    thread_local std::time_t second = -1;
    thread_local std::string text;
    if (const std::time_t now = std::time(nullptr); now != second) {
        second = now;
        text = http_date(now);
    }
    return text;
}

std::string defaults_as_text() {
    std::string text;
    for (const auto& [name, value] : headers_by_default) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
    return text;
}

bool is_digits(const std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Name or address, with or without a port; no list, no path, no user.
bool is_host(const std::string_view text) {
    const auto fits = [](const char letter) {
        constexpr std::string_view marks = "-._~:[]%";
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || marks.find(letter) != marks.npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

/// Of a target such as `http://host/path`; nothing of one that is a path.
std::optional<std::string_view> authority_of(const std::string_view target) {
    const std::size_t scheme = target.find("://");
    if (target.starts_with('/') || scheme == target.npos) {
        return std::nullopt;
    }
    const std::string_view rest = target.substr(scheme + 3);
    return rest.substr(0, rest.find_first_of("/?#"));
}

}  // namespace

std::optional<Response> refusal_of_head(const Request& head, const Version version) {
    const bool http_1_1 = version == Version::http_1_1;
    if (head.method == "CONNECT") {
        return problem(501, "this is no proxy");
    }
    const std::ptrdiff_t lengths = count(head.headers, "Content-Length");
    if (lengths > 1 || (lengths == 1 && !is_digits(head.header("Content-Length")))) {
        return problem(400, "more than one content length, or none", in_header("Content-Length"));
    }
    const std::ptrdiff_t encodings = count(head.headers, "Transfer-Encoding");
    const bool chunked = equal_ignoring_case(head.header("Transfer-Encoding"), "chunked");
    if (encodings > 1 || (encodings == 1 && !(http_1_1 && chunked))) {
        return problem(
            501, "the only transfer encoding is chunked", in_header("Transfer-Encoding")
        );
    }
    const std::ptrdiff_t hosts = count(head.headers, "Host");
    const std::string_view host = head.header("Host");
    if (hosts > 1 || (http_1_1 && hosts == 0) || (hosts == 1 && !is_host(host))) {
        return problem(400, "exactly one host is needed", in_header("Host"));
    }
    if (const auto authority = authority_of(head.target);
        authority && !equal_ignoring_case(*authority, host)) {
        return problem(400, "the target is of another host", in_header("Host"));
    }
    const std::ptrdiff_t expectations = count(head.headers, "Expect");
    const bool known = equal_ignoring_case(head.header("Expect"), "100-continue");
    if (expectations > 1 || (expectations == 1 && !known)) {
        return problem(417, "the only expectation is 100-continue", in_header("Expect"));
    }
    return std::nullopt;
}

std::string http_date(const std::int64_t instant) {
    std::tm utc{};
    const std::time_t time = instant;
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return text.data();
}

std::string format_head(
    const Response& response, const Connection connection, const Transport transport
) {
    constexpr std::size_t usual_bytes = 1'024;
    std::string text;
    text.reserve(usual_bytes);
    text.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    text.append(title_of(response.status)).append("\r\n");
    const auto add = [&text](const std::string_view name, const std::string_view value) {
        text.append(name).append(": ");
        const std::size_t start = text.size();
        text.append(value);
        const auto first = text.begin() + static_cast<std::ptrdiff_t>(start);
        std::replace_if(first, text.end(), domain::ascii::is_control, ' ');
        text.append("\r\n");
    };
    for (const auto& [name, value] : response.headers) {
        add(name, value);
    }
    add("Date", date_of_now());
    if (std::any_of(response.headers.begin(), response.headers.end(), replaces_a_default)) {
        for (const auto& [name, value] : headers_by_default) {
            if (count(response.headers, name) == 0) {
                add(name, value);
            }
        }
    } else {
        static const std::string all = defaults_as_text();
        text.append(all);
    }
    if (transport == Transport::tls) {
        add("Strict-Transport-Security", strict_transport_security);
    }
    if (connection == Connection::closes) {
        add("Connection", "close");
    }
    if (response.status != 204 && response.status != 304) {
        add("Content-Type", response.content_type);
        add("Content-Length", std::to_string(response.body.size()));
    }
    return text.append("\r\n");
}

std::string_view method_for_log(const std::string_view method) {
    constexpr std::array<std::string_view, 9> known{
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    return std::find(known.begin(), known.end(), method) == known.end() ? "_OTHER" : method;
}

RequestIds::RequestIds()
    : random_{std::random_device{}()}, prefix_{std::to_string(std::random_device{}()) + "-"} {}

std::string RequestIds::next() { return prefix_ + std::to_string(++count_); }

std::string RequestIds::digits(const std::size_t count) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::size_t digits_of_a_number = 16;
    std::string text(count, '0');
    while (text.find_first_not_of('0') == text.npos) {
        std::uint64_t bits = 0;
        for (std::size_t place = 0; place < count; ++place, bits >>= 4U) {
            if (place % digits_of_a_number == 0) {
                bits = random_();
            }
            text[place] = hex[bits % hex.size()];
        }
    }
    return text;
}

}  // namespace http
