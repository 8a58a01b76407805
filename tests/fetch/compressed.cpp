#include "tests/fetch/compressed.hpp"

#include <brotli/encode.h>

#include <cstdint>
#include <stdexcept>
#include <zlib.h>

std::string gzipped(const std::string_view text) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, 9, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error{"zlib"};
    }
    std::string input{text};
    std::string output(deflateBound(&stream, input.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.resize(stream.total_out);
    deflateEnd(&stream);
    return output;
}

std::string brotlied(const std::string_view text) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string output(size, '\0');
    if (BrotliEncoderCompress(
            5,
            BROTLI_DEFAULT_WINDOW,
            BROTLI_MODE_TEXT,
            text.size(),
            reinterpret_cast<const std::uint8_t*>(text.data()),
            &size,
            reinterpret_cast<std::uint8_t*>(output.data())
        ) != BROTLI_TRUE) {
        throw std::runtime_error{"brotli"};
    }
    output.resize(size);
    return output;
}
