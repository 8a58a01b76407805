#pragma once

#include "services/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

/// What HTTP itself asks of every request and answer, apart from how bytes travel.
namespace http {

enum class Version : std::uint8_t { http_1_0, http_1_1 };

enum class Transport : std::uint8_t { plain, tls };

enum class Connection : std::uint8_t { stays, closes };

/// Refuses what two readers could understand in two ways: where a request ends, and whom it is
/// for. (The parser itself refuses a length beside chunks, and lengths that differ.) And CONNECT,
/// after which whoever stands between would take what follows for a tunnel.
std::optional<Response> refusal_of_head(const Request& head, Version version);

/// The instant, in seconds since 1970, such as `Tue, 03 Nov 2026 08:00:00 GMT`.
std::string http_date(std::int64_t instant);

/// Status line and header fields, with the empty line: those of the answer, and what it owes to
/// HTTP and to browsers: Date, `Cache-Control: no-store` unless it says better, and that it is data
/// and nothing else. Nothing says which software answers. Where the request came over TLS, those to
/// come shall, too. No value ends a line before its end, whatever it holds.
std::string format_head(const Response& response, Connection connection, Transport transport);

/// The method, or `_OTHER` where HTTP does not know it: a log is no place for inventions.
std::string_view method_for_log(std::string_view method);

/// Names for requests and for what they are part of: each once in this process, and most likely
/// once among all. No secrets.
class RequestIds {
public:
    RequestIds();
    std::string next();

    /// So many hexadecimal digits, not all of them zero.
    std::string digits(std::size_t count);

private:
    std::mt19937_64 random_;
    std::string prefix_;
    std::uint64_t count_ = 0;
};

}  // namespace http
