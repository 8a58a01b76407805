#pragma once

#include "matcher/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

/// The parameters after the `?`, decoded, in the order of the request.
class Query {
public:
    Query() = default;
    explicit Query(std::vector<std::pair<std::string, std::string>> parameters)
        : parameters_{std::move(parameters)} {}

    const std::vector<std::pair<std::string, std::string>>& all() const { return parameters_; }

    /// The first value; nothing where the parameter is absent.
    std::optional<std::string_view> find(std::string_view name) const;

    /// Every value of a parameter that may be repeated.
    std::vector<std::string_view> every(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> parameters_;
};

/// The target of a request, taken apart, normalised and decoded once. Nothing after this looks at
/// the raw text again, so no two places can read it differently.
struct Target {
    /// `/v1/postings/7` is {"v1", "postings", "7"}: `.` and `..` are resolved, and a `%2F` is part
    /// of its segment.
    std::vector<std::string> segments;
    Query query;
};

/// Reads `/path?query`, or the same after `http://host`. `+` in the query is a space.
/// Refuses what RFC 3986 does not allow (a stray `%`, a raw space or letter with an accent), and
/// what is not UTF-8 or holds a control character after decoding.
domain::Result<Target> parse_target(std::string_view text);

/// `path?name=value&...`, every name and value encoded so that it reads as what it is. `path`
/// stands as it is.
std::string format_target(
    std::string_view path, const std::vector<std::pair<std::string, std::string>>& query
);

}  // namespace http
