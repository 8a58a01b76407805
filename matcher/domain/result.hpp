#pragma once

#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>

namespace domain {

/// What a caller asked for that can be refused. One place, services/http/problem, maps a kind to
/// an HTTP status; the command lines map every kind to exit status 1.
enum class ErrorKind {
    invalid,          ///< A value is malformed or out of range; `field` names it.
    not_found,        ///< No such thing, or not visible to this principal.
    unauthenticated,  ///< No principal is known, and the action needs one.
    forbidden,        ///< The principal may not do this.
    conflict,         ///< The thing has changed since the caller read it.
};

struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string message;  ///< Lower case, no full stop, names the value.
    std::string field;    ///< Path of the offending value, such as `jobs[0].noc`; may be empty.
};

/// A value, or the reason why the caller's request was refused. A failure of the world (database,
/// disk, index) is an exception and never an Error.
template <class T>
using Result = boost::system::result<T, Error>;

inline Error invalid(std::string field, std::string message) {
    return {.kind = ErrorKind::invalid, .message = std::move(message), .field = std::move(field)};
}

/// Called by Result::value() on an error; code that has not checked is wrong, so this is a logic
/// error.
[[noreturn]] inline void
throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw std::logic_error{error.field + ": " + error.message};
}

}  // namespace domain
