#include "services/http/static_files.hpp"

#include "services/http/accept.hpp"
#include "services/http/problem.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>

namespace http {
namespace {

namespace fs = std::filesystem;

/// Scripts, styles, fonts and answers come from here alone, and no text of a posting can become a
/// script: neither inline nor through the places that take HTML.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

constexpr std::string_view page_extension = ".html";
constexpr std::string_view kept_for_ever = "assets/";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
}};

/// The better one first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> encodings{{
    {".br", "br"},
    {".gz", "gzip"},
}};

std::string contents(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file) {
        throw std::runtime_error{path.string() + ": cannot be read"};
    }
    return text;
}

std::string digest(const std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::size_t length = 16;
    std::string text;
    for (const unsigned char byte : std::span{hash}.first(length)) {
        text += hex.at(byte >> 4U);
        text += hex.at(byte & 15U);
    }
    return text;
}

std::string_view content_type_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    const auto* const known = std::ranges::find(
        content_types, extension, &std::pair<std::string_view, std::string_view>::first
    );
    if (known == content_types.end()) {
        throw std::runtime_error{path.string() + ": no kind of file that is served"};
    }
    return known->second;
}

/// A slash that is part of a segment is none of a path.
bool has_slash(const std::vector<std::string>& segments) {
    return std::ranges::any_of(segments, [](const std::string& segment) {
        return segment.find('/') != std::string::npos;
    });
}

std::string joined(const std::vector<std::string>& segments) {
    return std::accumulate(
        segments.begin(),
        segments.end(),
        std::string{},
        [](std::string path, const auto& segment) {
            return std::move(path) + (path.empty() ? "" : "/") + segment;
        }
    );
}

}  // namespace

StaticFiles StaticFiles::read(const fs::path& folder) {
    if (!fs::is_directory(folder)) {
        throw std::runtime_error{folder.string() + ": there is no such folder of web pages"};
    }
    StaticFiles result;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) {
            continue;
        }
        fs::path name = fs::relative(entry.path(), folder);
        const auto* const encoding = std::ranges::find(
            encodings,
            name.extension().string(),
            &std::pair<std::string_view, std::string_view>::first
        );
        if (encoding != encodings.end()) {
            name.replace_extension();
        }
        File& file = result.files_[name.generic_string()];
        file.content_type = content_type_of(name);
        std::string body = contents(entry.path());
        std::string etag = digest(body);
        const std::string_view form = encoding == encodings.end() ? "" : encoding->second;
        file.forms.emplace(form, Form{std::move(body), std::move(etag)});
    }
    for (const auto& [name, file] : result.files_) {
        if (!file.forms.contains("")) {
            throw std::runtime_error{(folder / name).string() + ": only compressed forms of it"};
        }
        if (name.ends_with(page_extension) && name.find('/') == std::string::npos) {
            result.languages_.push_back(name.substr(0, name.size() - page_extension.size()));
        }
    }
    if (result.languages_.empty()) {
        throw std::runtime_error{folder.string() + ": there is no page in it"};
    }
    return result;
}

const StaticFiles::File* StaticFiles::page_of(const std::vector<std::string>& segments) const {
    const auto page = files_.find(segments.front() + std::string{page_extension});
    return page == files_.end() ? nullptr : &page->second;
}

Response StaticFiles::redirection(const Request& request) const {
    const std::vector<std::string_view> offered{languages_.begin(), languages_.end()};
    const std::string_view chosen =
        offered[preferred_language(request.header("Accept-Language"), offered)];
    return {
        .status = 302,
        .content_type = "text/plain; charset=utf-8",
        .headers =
            {{"Location", "/" + std::string{chosen}},
             {"Vary", "Accept-Language"},
             {"Cache-Control", "no-cache"}},
        .body = ""};
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (files_.empty() || !reads) {
        return std::nullopt;
    }
    const auto target = parse_target(request.target);
    if (!target || has_slash(target->segments)) {
        return std::nullopt;
    }
    const std::string path = joined(target->segments);
    if (path.empty()) {
        return redirection(request);
    }
    const auto named = files_.find(path);
    const bool is_file = named != files_.end() && !path.ends_with(page_extension);
    const File* const file = is_file ? &named->second : page_of(target->segments);
    if (file == nullptr) {
        return std::nullopt;
    }
    auto form = file->forms.find("");
    Response response;
    response.content_type = file->content_type;
    for (const auto& [extension, encoding] : encodings) {
        const auto compressed = file->forms.find(encoding);
        if (compressed != file->forms.end() &&
            takes_encoding(request.header("Accept-Encoding"), encoding)) {
            form = compressed;
            response.headers.emplace_back("Content-Encoding", encoding);
            break;
        }
    }
    const bool immutable = is_file && path.starts_with(kept_for_ever);
    response.headers.emplace_back(
        "Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache"
    );
    response.headers.emplace_back("ETag", "\"" + form->second.etag + "\"");
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Content-Security-Policy", policy);
    response.route = "/{page}";
    const std::string_view known = request.header("If-None-Match");
    if (!known.empty() && etag_matches(known, form->second.etag, EtagComparison::weak)) {
        response.status = 304;
        return response;
    }
    response.body = form->second.body;
    return response;
}

}  // namespace http
