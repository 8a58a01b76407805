#include "services/http/target.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

#include <algorithm>

namespace http {
namespace {

namespace urls = boost::urls;

bool is_control(const char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
}

/// A string that is written as JSON is readable again exactly if it is UTF-8.
bool is_utf8(const std::string& text) {
    boost::system::error_code error;
    boost::json::parse(boost::json::serialize(boost::json::string{text}), error);
    return !error;
}

bool is_text(const std::string& text) {
    return std::none_of(text.begin(), text.end(), is_control) && is_utf8(text);
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
    urls::url url{*parsed};
    if (url.has_scheme() && url.scheme_id() != urls::scheme::http) {
        return malformed("the target is of another scheme");
    }
    url.normalize_path();

    Target target;
    for (auto&& segment : url.segments()) {
        target.segments.emplace_back(segment);
    }
    std::vector<std::pair<std::string, std::string>> query;
    for (auto&& parameter : url.params()) {
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
    urls::url url;
    url.set_path({path.data(), path.size()});
    for (const auto& [name, value] : query) {
        url.params().append({name, value});
    }
    return {url.buffer().data(), url.buffer().size()};
}

}  // namespace http
