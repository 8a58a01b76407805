#include "indexer/sources/json_repair.hpp"

#include "indexer/sources/text.hpp"

#include <boost/json/parse.hpp>

#include <array>
#include <cstdio>
#include <utility>

namespace sources {

namespace {

namespace json = boost::json;

struct Entity {
    std::string_view name;
    std::string_view meaning;
};
constexpr std::array entities{
    Entity{"&quot;", "\""},
    Entity{"&#34;", "\""},
    Entity{"&#39;", "'"},
    Entity{"&lt;", "<"},
    Entity{"&gt;", ">"},
    Entity{"&amp;", "&"},
};

std::string without_entities(const std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        std::size_t taken = 0;
        for (const auto& [entity, meaning] : entities) {
            if (rest.starts_with(entity)) {
                plain += meaning;
                taken = entity.size();
                break;
            }
        }
        if (taken == 0) {
            plain += rest.front();
            taken = 1;
        }
        at += taken;
    }
    return plain;
}

/// How much of the text, outside strings, is a comment or a wrapper's mark; 0 if it is neither.
std::size_t passed_over(const std::string_view text) {
    const auto through = [&text](const std::string_view end) {
        const auto at = text.find(end);
        return at == std::string_view::npos ? text.size() : at + end.size();
    };
    for (const std::string_view mark : {"<![CDATA[", "]]>", "-->", "//<![CDATA[", "//]]>", ";"}) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    if (text.starts_with("<!--")) {
        // Around the data the marks are wrappers; anywhere else what they enclose is a comment.
        constexpr std::size_t mark_size = 4;
        const auto comment = text.substr(0, through("-->"));
        return comment.find('{') == std::string_view::npos ? comment.size() : mark_size;
    }
    if (text.starts_with("//")) {
        return through("\n");
    }
    return text.starts_with("/*") ? through("*/") : 0;
}

/// The string that the text begins with, its control characters escaped, and its length before.
std::pair<std::string, std::size_t> mended_string(const std::string_view text) {
    std::string mended{"\""};
    std::size_t at = 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] >= ' ') {
            mended.append(text, at, 2);
            ++at;
        } else if (byte < ' ') {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
            mended += escape.data();
        } else {
            mended += text[at];
        }
    }
    if (at >= text.size()) {
        return {mended, text.size()};  // Never closed: what follows is no JSON either.
    }
    return {mended + '"', at + 1};
}

std::string mended(const std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        if (rest.front() == '"') {
            const auto [string, length] = mended_string(rest);
            result += string;
            at += length;
        } else if (const auto length = passed_over(rest); length > 0) {
            at += length;
        } else {
            result += rest.front();
            ++at;
        }
    }
    return result;
}

}  // namespace

domain::Result<json::value> parse_leniently(const std::string_view text) {
    json::error_code error;
    auto value = json::parse(trimmed(text), error);
    if (!error) {
        return value;
    }
    const bool quotes_are_entities =
        text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos;
    const auto plain = quotes_are_entities ? without_entities(text) : std::string{text};
    json::parse_options options;
    options.allow_trailing_commas = true;
    value = json::parse(trimmed(mended(plain)), error, {}, options);
    if (error) {
        return domain::invalid("", "not JSON: " + error.message());
    }
    return value;
}

}  // namespace sources
