#include "indexer/fetch/url.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

namespace fetch {
namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Handle handle() {
    Handle made{curl_url(), curl_url_cleanup};
    if (!made) {
        throw std::bad_alloc{};
    }
    return made;
}

/// Empty where the URL has no such part.
std::string part(CURLU* url, const CURLUPart what, const unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, what, &text, flags) != CURLUE_OK) {
        return {};
    }
    std::string result{text};
    curl_free(text);
    return result;
}

/// Control characters and white space have no place in a URL, and would forge lines of a log.
bool is_plain(const std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](const char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
    });
}

domain::Result<Url> refuse(std::string why) { return domain::invalid("url", std::move(why)); }

bool is_blank(const char c) { return c == ' ' || c == '\t'; }

/// Cuts a header at the separators that stand neither in <> nor in quotes.
std::vector<std::string_view> pieces(const std::string_view header, const char separator) {
    std::vector<std::string_view> result;
    bool in_quotes = false;
    bool in_brackets = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= header.size(); ++at) {
        if (at == header.size() || (header[at] == separator && !in_quotes && !in_brackets)) {
            std::string_view piece = header.substr(begin, at - begin);
            while (!piece.empty() && is_blank(piece.front())) {
                piece.remove_prefix(1);
            }
            while (!piece.empty() && is_blank(piece.back())) {
                piece.remove_suffix(1);
            }
            result.push_back(piece);
            begin = at + 1;
        } else if (header[at] == '"' && !in_brackets) {
            in_quotes = !in_quotes;
        } else if (!in_quotes && (header[at] == '<' || header[at] == '>')) {
            in_brackets = header[at] == '<';
        }
    }
    return result;
}

/// Whether a parameter of a link is `rel=next`, or names `next` among others in quotes.
bool is_next(const std::string_view parameter) {
    if (!parameter.starts_with("rel=") && !parameter.starts_with("REL=")) {
        return false;
    }
    std::string_view value = parameter.substr(4);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    const auto words = pieces(value, ' ');
    return std::find(words.begin(), words.end(), "next") != words.end();
}

}  // namespace

domain::Result<Url> parse_url(const std::string_view text) {
    if (!is_plain(text)) {
        return refuse("has white space or control characters in it");
    }
    const Handle url = handle();
    const std::string as_string{text};
    const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, as_string.c_str(), 0);
    const std::string scheme = part(url.get(), CURLUPART_SCHEME);
    if (code == CURLUE_UNSUPPORTED_SCHEME ||
        (code == CURLUE_OK && scheme != "http" && scheme != "https")) {
        return refuse("is neither http nor https");
    }
    if (code != CURLUE_OK) {
        return refuse(std::string{"is no URL: "} + curl_url_strerror(code));
    }
    if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()) {
        return refuse("has a user name or password in it");
    }
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    std::string host = part(url.get(), CURLUPART_HOST);
    std::transform(host.begin(), host.end(), host.begin(), [](const char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::string query = part(url.get(), CURLUPART_QUERY);
    return Url{
        .text = part(url.get(), CURLUPART_URL),
        .scheme = scheme,
        .origin = scheme + "://" + host + ":" + part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT),
        .target = part(url.get(), CURLUPART_PATH) + (query.empty() ? "" : "?" + query)};
}

std::string loggable(const Url& url) {
    const auto query = url.text.find('?');
    return query == std::string::npos ? url.text : url.text.substr(0, query) + "?***";
}

std::string next_page(const std::string_view link_header, const Url& base) {
    for (const std::string_view link : pieces(link_header, ',')) {
        const auto parts = pieces(link, ';');
        const std::string_view target = parts.front();
        const bool is_link = target.size() > 2 && target.starts_with('<') && target.ends_with('>');
        if (!is_link || std::none_of(parts.begin() + 1, parts.end(), is_next)) {
            continue;
        }
        const Handle url = handle();
        const std::string reference{target.substr(1, target.size() - 2)};
        if (curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), 0) == CURLUE_OK &&
            curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), 0) == CURLUE_OK) {
            return part(url.get(), CURLUPART_URL);
        }
    }
    return {};
}

}  // namespace fetch
