#pragma once

#include "matcher/domain/result.hpp"
#include "services/http/message.hpp"

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

/// Problem documents (RFC 9457), and the only place that knows which status an error has.
namespace http {

/// How the type of a problem without a name of its own ends: `not_found` for 404.
std::string problem_name(unsigned status);

/// What of a request offends: a parameter of the path or the query, a header field, or a value of
/// the body, named by its path (`jobs[0].noc`).
struct Place {
    enum class Kind : std::uint8_t { nowhere, parameter, header, body };
    Kind kind = Kind::nowhere;
    std::string_view name;
};

inline Place in_parameter(std::string_view name) { return {Place::Kind::parameter, name}; }
inline Place in_header(std::string_view name) { return {Place::Kind::header, name}; }
inline Place in_body(std::string_view path) { return {Place::Kind::body, path}; }

/// `{type, title, status, detail}`, and one of `parameter`, `header` and `pointer` (a JSON Pointer
/// into the body) where a value offends. The detail says what happened; the type is
/// `/docs#problem-NAME`, where people can read about it, and programs can rely on it: NAME is
/// `name`, or that of the status (`not_found`) where there is none.
Response problem(
    unsigned status, std::string_view detail, Place place = {}, std::string_view name = {}
);

/// What the field of an Error is of. A request that cannot be read is 400; a document that can be
/// read, and says what cannot be, is 422.
enum class Input : std::uint8_t {
    syntax,    ///< A parameter of the path or the query.
    document,  ///< A value in the body.
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

/// Puts the trace into a problem document, as `trace_id`, so that whoever reports it names it;
/// other answers stay as they are.
void tell_trace(Response& response, std::string_view trace_id);

/// The reason phrase of a status, such as "Not Found".
std::string_view title_of(unsigned status);

}  // namespace http
