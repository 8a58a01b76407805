#include "services/http/target.hpp"

#include "matcher/domain/ascii.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>

namespace http {
namespace {

namespace urls = boost::urls;

/// A string that is written as JSON is readable again exactly if it is UTF-8.
bool is_utf8(const std::string& text) {
    const auto is_ascii = [](const char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    if (std::ranges::all_of(text, is_ascii)) {
        return true;
    }
    boost::system::error_code error;
    boost::json::parse(boost::json::serialize(boost::json::string{text}), error);
    return !error;
}

bool is_text(const std::string& text) {
    return std::none_of(text.begin(), text.end(), domain::ascii::is_control) && is_utf8(text);
}

/// Resolves dot segments after decoding. (Boost.URL 1.81 has a normalize_path() that loses what
/// follows a `%2F` and keeps some of the dots.)
void append(std::vector<std::string>& segments, std::string segment) {
    if (segment == "..") {
        segments.resize(std::max<std::size_t>(segments.size(), 1) - 1);
    } else if (segment != ".") {
        segments.push_back(std::move(segment));
    }
}

domain::Error malformed(std::string message) { return domain::invalid("", std::move(message)); }

}  // namespace

std::optional<std::string_view> Query::find(const std::string_view name) const {
    for (const auto& [key, value] : parameters_) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> Query::every(const std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : parameters_) {
        if (key == name) {
            values.emplace_back(value);
        }
    }
    return values;
}

domain::Result<Target> parse_target(const std::string_view text) {
    const boost::urls::string_view input{text.data(), text.size()};
    const auto parsed =
        text.starts_with('/') ? urls::parse_origin_form(input) : urls::parse_absolute_uri(input);
    if (!parsed) {
        return malformed("the target is not a valid path and query");
    }
    if (parsed->has_scheme() && parsed->scheme_id() != urls::scheme::http) {
        return malformed("the target is of another scheme");
    }

    Target target;
    for (auto&& segment : parsed->segments()) {
        append(target.segments, segment);
    }
    std::vector<std::pair<std::string, std::string>> query;
    for (auto&& parameter : parsed->params()) {
        query.emplace_back(parameter.key, parameter.value);
    }

    const bool all_text = std::all_of(target.segments.begin(), target.segments.end(), is_text) &&
                          std::all_of(query.begin(), query.end(), [](const auto& parameter) {
                              return is_text(parameter.first) && is_text(parameter.second);
                          });
    if (!all_text) {
        return malformed("the target holds a control character or is not UTF-8");
    }
    target.query = Query{std::move(query)};
    return target;
}

std::string format_target(
    const std::string_view path, const std::vector<std::pair<std::string, std::string>>& query
) {
    std::string target{path};
    for (const auto& [name, value] : query) {
        target += target.size() == path.size() ? '?' : '&';
        target += urls::encode(name, urls::unreserved_chars);
        target += '=';
        target += urls::encode(value, urls::unreserved_chars);
    }
    return target;
}

}  // namespace http
