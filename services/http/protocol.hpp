#pragma once

#include "services/http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What HTTP itself asks of every request and answer, apart from how bytes travel.
namespace http {

enum class Version : std::uint8_t { http_1_0, http_1_1 };

/// Refuses what two readers could understand in two ways: where a request ends, and whom it is
/// for. (The parser itself refuses a length beside chunks, and lengths that differ.)
std::optional<Response> refusal_of_head(const Request& head, Version version);

/// Adds what an answer owes to HTTP and to browsers: Date, `Cache-Control: no-store` unless it says
/// better, and that it is data and nothing else. Nothing says which software answers.
void complete(Response& response);

/// The method, or `_OTHER` where HTTP does not know it: a log is no place for inventions.
std::string_view method_for_log(std::string_view method);

/// Names for requests: each once in this process, and most likely once among all.
class RequestIds {
public:
    RequestIds();
    std::string next();

private:
    std::string prefix_;
    std::uint64_t count_ = 0;
};

}  // namespace http
