#include "services/http/compression.hpp"

#include "services/http/accept.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <zlib.h>

namespace http {
namespace {

constexpr std::size_t bytes_min = 1024;

constexpr std::array<std::string_view, 6> texts{
    "application/json",
    "application/ld+json",
    "application/x-ndjson",
    "application/atom+xml",
    "text/csv",
    "text/html"};

bool is_compressible(const std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find_first_of("; "));
    return std::ranges::find(texts, type) != texts.end();
}

bool has(const Response& response, const std::string_view name) {
    return std::ranges::any_of(response.headers, [&](const auto& header) {
        return equal_ignoring_case(header.first, name);
    });
}

/// Nothing where zlib has no memory for it.
std::optional<std::string> gzip(std::string& body) {
    constexpr int gzip_window = 15 + 16;  // zlib's largest window, in gzip's frame.
    constexpr int memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        return std::nullopt;
    }
    std::string compressed(deflateBound(&stream, body.size()), '\0');
    const auto bytes = [](std::string& text) { return reinterpret_cast<Bytef*>(text.data()); };
    stream.next_in = bytes(body);
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = bytes(compressed);
    stream.avail_out = static_cast<uInt>(compressed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    return whole ? std::optional{std::move(compressed)} : std::nullopt;
}

}  // namespace

void compress(const Request& request, Response& response) {
    if (response.body.size() < bytes_min || !is_compressible(response.content_type) ||
        has(response, "Content-Encoding") || has(response, "ETag") || has(response, "Set-Cookie")) {
        return;
    }
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!takes_encoding(request.header("Accept-Encoding"), "gzip")) {
        return;
    }
    if (auto compressed = gzip(response.body)) {
        response.body = *std::move(compressed);
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
}

}  // namespace http
