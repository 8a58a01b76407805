#pragma once

#include "services/http/message.hpp"
#include "services/http/target.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Routes are a table. What a table of routes implies falls out of it: 404, 405 and OPTIONS with
/// Allow, HEAD, 400 for a parameter that the route does not know, 415 for a body that is not JSON.
/// A DELETE has no body.
///
///     Router router{{
///         {.method = "GET", .pattern = "/v1/postings/{id:integer}",
///          .parameters = {{"as_of"}}, .handle = read_posting},
///     }};
///     router.answer(request);
namespace http {

/// A request that has found its route.
struct Call {
    const Request& request;
    Query query;  ///< Parameters of the route only, single ones at most once.

    /// The values for `{...}` in the pattern, in order.
    std::vector<std::variant<std::int64_t, std::string>> path;

    std::int64_t path_integer(std::size_t index) const {
        return std::get<std::int64_t>(path[index]);
    }
    const std::string& path_uuid(std::size_t index) const {
        return std::get<std::string>(path[index]);
    }
    const std::string& path_token(std::size_t index) const {
        return std::get<std::string>(path[index]);
    }
    const std::string& path_file(std::size_t index) const {
        return std::get<std::string>(path[index]);
    }
    const std::string& path_name(std::size_t index) const {
        return std::get<std::string>(path[index]);
    }
    const std::string& path_day(std::size_t index) const {
        return std::get<std::string>(path[index]);
    }
};

struct Parameter {
    std::string_view name;
    bool repeatable = false;
};

/// A route that is to go: in seconds since 1970, UTC.
struct Deprecation {
    std::int64_t since = 0;   ///< Told by Deprecation (RFC 9745).
    std::int64_t sunset = 0;  ///< Told by Sunset (RFC 8594): it may be gone from then on.
    std::string_view link;    ///< What to do instead; told by Link with rel="deprecation".
};

struct Route {
    std::string_view method;

    /// Literal segments, and `{name:integer}` (1 to 2^63 - 1), `{name:uuid}` (lower case),
    /// `{name:token}` (64 lower-case hexadecimal digits), `{name:day}` (the form YYYY-MM-DD),
    /// `{name:file}` (letters, digits and `_`, a dot, and an ending; 64 characters at most) or
    /// `{name:name}` (letters, digits, `_` and `-`; 64 characters at most). A
    /// segment of another form is not found: no such thing can exist.
    std::string_view pattern;
    std::vector<Parameter> parameters = {};
    std::size_t body_bytes_max = 64 * std::size_t{1024};
    bool ignores_body = false;  ///< It may be of any type: nothing reads it.

    /// Answered however full the server is; see Application::is_vital. Its path has no parameters.
    bool vital = false;

    std::optional<Deprecation> deprecation = {};

    std::function<Response(const Call&)> handle;
};

class Router {
public:
    explicit Router(std::vector<Route> routes);

    const std::vector<Route>& routes() const { return routes_; }

    Response answer(const Request& request) const;

    /// The body limit of the route that will answer, decided before the body is read.
    std::size_t body_bytes_max(const Request& head) const;

    /// Asked of every request, and so of the path as it is usually written only.
    bool is_vital(const Request& head) const;

private:
    std::vector<Route> routes_;
    std::multimap<std::size_t, std::size_t> by_length_;  ///< Which have so many segments.
    std::vector<std::size_t> vital_;
};

}  // namespace http
