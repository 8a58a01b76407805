#include "services/http/router.hpp"

#include "services/http/problem.hpp"
#include "services/http/protocol.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <exception>
#include <optional>
#include <system_error>

namespace http {
namespace {

using PathValue = std::variant<std::int64_t, std::string>;
using PathValues = std::vector<PathValue>;

std::optional<PathValue> read_integer(const std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // One thing has one address: neither 007 nor +7 is 7.
    const bool canonical = error == std::errc{} && end == text.data() + text.size() && value > 0 &&
                           !text.starts_with('0');
    return canonical ? std::optional<PathValue>{value} : std::nullopt;
}

/// `x` in the shape is a hexadecimal digit in lower case, `0` a decimal one, and `-` itself.
std::optional<PathValue> read_shape(const std::string_view text, const std::string_view shape) {
    const auto fits = [](const char letter, const char expected) {
        const bool digit = letter >= '0' && letter <= '9';
        return expected == '-'   ? letter == '-'
               : expected == '0' ? digit
                                 : digit || (letter >= 'a' && letter <= 'f');
    };
    if (!std::equal(text.begin(), text.end(), shape.begin(), shape.end(), fits)) {
        return std::nullopt;
    }
    return PathValue{std::string{text}};
}

std::optional<PathValue> read_name(const std::string_view text) {
    constexpr std::size_t length_max = 64;
    const auto is_plain = [](const char letter) {
        return letter == '_' || letter == '-' || (letter >= '0' && letter <= '9') ||
               (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    };
    const bool whole =
        !text.empty() && text.size() <= length_max && std::ranges::all_of(text, is_plain);
    return whole ? std::optional<PathValue>{std::string{text}} : std::nullopt;
}

std::optional<PathValue> read_file_name(const std::string_view text) {
    constexpr std::size_t length_max = 64;
    const auto is_plain = [](const char letter) {
        return letter == '_' || (letter >= '0' && letter <= '9') ||
               (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    };
    const std::size_t dot = text.find('.');
    const bool whole = dot != text.npos && dot > 0 && dot + 1 < text.size() &&
                       text.size() <= length_max &&
                       std::ranges::all_of(text.substr(0, dot), is_plain) &&
                       std::ranges::all_of(text.substr(dot + 1), is_plain);
    return whole ? std::optional<PathValue>{std::string{text}} : std::nullopt;
}

std::optional<PathValue> read_parameter(
    const std::string_view pattern, const std::string_view text
) {
    if (pattern.ends_with(":integer}")) {
        return read_integer(text);
    }
    if (pattern.ends_with(":file}")) {
        return read_file_name(text);
    }
    if (pattern.ends_with(":name}")) {
        return read_name(text);
    }
    if (pattern.ends_with(":token}")) {
        return read_shape(text, std::string(64, 'x'));
    }
    return read_shape(
        text, pattern.ends_with(":day}") ? "0000-00-00" : "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
    );
}

/// Takes the next segment off a pattern that starts with a slash.
std::string_view take_segment(std::string_view& pattern) {
    pattern.remove_prefix(1);
    const std::string_view segment = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(segment.size());
    return segment;
}

/// The values for the pattern's parameters if the path is of the pattern.
std::optional<PathValues> match(std::string_view pattern, const std::vector<std::string>& path) {
    PathValues values;
    for (const std::string& segment : path) {
        if (pattern.empty()) {
            return std::nullopt;
        }
        const std::string_view expected = take_segment(pattern);
        if (!expected.starts_with('{')) {
            if (expected != segment) {
                return std::nullopt;
            }
            continue;
        }
        auto value = read_parameter(expected, segment);
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*std::move(value));
    }
    return pattern.empty() ? std::optional{std::move(values)} : std::nullopt;
}

bool is_well_formed(std::string_view pattern) {
    while (pattern.starts_with('/')) {
        const std::string_view segment = take_segment(pattern);
        const bool parameter = segment.ends_with(":integer}") || segment.ends_with(":uuid}") ||
                               segment.ends_with(":token}") || segment.ends_with(":day}") ||
                               segment.ends_with(":file}") || segment.ends_with(":name}");
        if (segment.empty() || segment.starts_with('{') != parameter) {
            return false;
        }
    }
    return pattern.empty();
}

std::string_view method_of_route(const std::string_view method) {
    return method == "HEAD" ? "GET" : method;
}

/// The routes of a path, and the one of them that has the method.
struct Found {
    std::vector<const Route*> of_path;
    const Route* route = nullptr;
    PathValues values;
};

Found find(
    const std::vector<Route>& routes,
    const std::multimap<std::size_t, std::size_t>& by_length,
    const std::string_view method,
    const Target& target
) {
    Found found;
    const auto [first, last] = by_length.equal_range(target.segments.size());
    for (auto of_length = first; of_length != last; ++of_length) {
        const Route& route = routes[of_length->second];
        if (auto values = match(route.pattern, target.segments)) {
            found.of_path.push_back(&route);
            if (route.method == method_of_route(method)) {
                found.route = &route;
                found.values = *std::move(values);
            }
        }
    }
    return found;
}

std::string allow(const std::vector<const Route*>& routes) {
    std::string methods;
    for (const Route* route : routes) {
        methods.append(route->method).append(route->method == "GET" ? ", HEAD, " : ", ");
    }
    return methods + "OPTIONS";
}

Response options(const std::vector<const Route*>& routes) {
    return {.status = 204, .content_type = "", .headers = {{"Allow", allow(routes)}}, .body = ""};
}

Response method_not_allowed(const std::vector<const Route*>& routes) {
    Response response = problem(405, "this path does not answer the method");
    response.headers.emplace_back("Allow", allow(routes));
    return response;
}

void tell_deprecation(const Deprecation& deprecation, Response& response) {
    const std::string link = "<" + std::string{deprecation.link} + ">; rel=\"deprecation\"";
    response.headers.emplace_back("Deprecation", "@" + std::to_string(deprecation.since));
    response.headers.emplace_back("Sunset", http_date(deprecation.sunset));
    response.headers.emplace_back("Link", link);
}

std::optional<Response> refusal_of_query(const Route& route, const Query& query) {
    for (const auto& [name, value] : query.all()) {
        const auto known = std::find_if(
            route.parameters.begin(),
            route.parameters.end(),
            [&name = name](const Parameter& parameter) { return parameter.name == name; }
        );
        if (known == route.parameters.end()) {
            return problem(400, "unknown parameter '" + name + "'", in_parameter(name));
        }
        if (!known->repeatable && query.every(name).size() > 1) {
            return problem(
                400, "parameter '" + name + "' is given more than once", in_parameter(name)
            );
        }
    }
    return std::nullopt;
}

bool is_json(const std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find_first_of("; \t"));
    return equal_ignoring_case(type, "application/json");
}

Response run(const Route& route, const Call& call) {
    if (auto refusal = refusal_of_query(route, call.query)) {
        return *std::move(refusal);
    }
    // Also keeps out what another site's form can make a browser send; a DELETE it cannot.
    const bool has_body = route.method != "GET" && route.method != "DELETE" && !route.ignores_body;
    if (has_body && !is_json(call.request.header("Content-Type"))) {
        return problem(415, "the body has to be application/json", in_header("Content-Type"));
    }
    try {
        return route.handle(call);
    } catch (...) {
        return problem(std::current_exception());
    }
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)} {
    for (std::size_t index = 0; index < routes_.size(); ++index) {
        const std::string_view pattern = routes_[index].pattern;
        assert(is_well_formed(pattern));
        by_length_.emplace(std::ranges::count(pattern, '/'), index);
        if (routes_[index].vital) {
            assert(pattern.find('{') == pattern.npos);
            vital_.push_back(index);
        }
    }
}

Response Router::answer(const Request& request) const {
    auto target = parse_target(request.target);
    if (!target) {
        return problem(target.error(), Input::syntax);
    }
    Found found = find(routes_, by_length_, request.method, *target);
    if (found.of_path.empty()) {
        return problem(404, "there is nothing at this path");
    }
    const auto answer = [&] {
        if (found.route != nullptr) {
            const Call call{request, std::move(target->query), std::move(found.values)};
            return run(*found.route, call);
        }
        return request.method == "OPTIONS" ? options(found.of_path)
                                           : method_not_allowed(found.of_path);
    };
    Response response = answer();
    if (found.route != nullptr && found.route->deprecation) {
        tell_deprecation(*found.route->deprecation, response);
    }
    response.route = found.of_path.front()->pattern;
    return response;
}

std::size_t Router::body_bytes_max(const Request& head) const {
    const auto target = parse_target(head.target);
    const Route* const route =
        target ? find(routes_, by_length_, head.method, *target).route : nullptr;
    return route != nullptr ? route->body_bytes_max : Route{}.body_bytes_max;
}

bool Router::is_vital(const Request& head) const {
    const std::string_view target = head.target;
    const std::string_view path = target.substr(0, target.find('?'));
    return std::ranges::any_of(vital_, [&](const std::size_t index) {
        const Route& route = routes_[index];
        return route.pattern == path && route.method == method_of_route(head.method);
    });
}

}  // namespace http
