#pragma once

#include "matcher/domain/result.hpp"
#include "services/http/message.hpp"

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

/// Problem documents (RFC 9457), and the only place that knows which status an error has.
namespace http {

/// `{type: "about:blank", title, status, detail, field?}`: the status says what kind of problem it
/// is, the detail says what happened, the field names the offending value.
Response problem(unsigned status, std::string_view detail, std::string_view field = {});

/// What an invalid value stood in. A request that cannot be read is 400; a document that can be
/// read, and says what cannot be, is 422.
enum class Input : std::uint8_t {
    syntax,    ///< Path, query or header, or a body that is not JSON.
    document,  ///< What the JSON in the body says.
};

/// invalid: 400 or 422; not_found: 404; unauthenticated: 401 with WWW-Authenticate; forbidden: 403;
/// conflict: 412.
Response problem(const domain::Error& error, Input input);

/// 503 with Retry-After: nothing is wrong with the request, now is a bad time.
Response unavailable(std::string_view detail);

/// What an exception in a handler becomes: 503 for a std::runtime_error or for what is no
/// std::exception (a database or an index that fails), else 500. `failure` says for the log what
/// was thrown, with the first line of its message only: PostgreSQL puts values of rows, which may
/// be personal data, in the lines after it.
Response problem(const std::exception_ptr& exception);

/// The reason phrase of a status, such as "Not Found".
std::string_view title_of(unsigned status);

}  // namespace http
