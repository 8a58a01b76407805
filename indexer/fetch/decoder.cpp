// libcurl could decode too, but it takes a gzip that was cut short for a whole one.

#include "indexer/fetch/decoder.hpp"

#include <brotli/decode.h>

#include <array>
#include <cassert>
#include <new>
#include <string>
#include <utility>
#include <zlib.h>

namespace fetch {
namespace {

constexpr std::size_t piece_size = 65536;

}  // namespace

struct Decoder::Gzip {
    Gzip() {
        constexpr int gzip_with_largest_window = 15 + 16;
        if (inflateInit2(&stream, gzip_with_largest_window) != Z_OK) {
            throw std::bad_alloc{};
        }
    }
    ~Gzip() { inflateEnd(&stream); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    Progress decode(const std::string_view bytes, const Sink& sink) {
        // zlib reads through a pointer that it does not declare const.
        std::string input{bytes};
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        bool output_full = false;
        while (stream.avail_in > 0 || output_full) {
            if (whole) {
                // Another member follows; a gzip may have several.
                inflateReset(&stream);
                whole = false;
            }
            std::array<char, piece_size> piece;  // NOLINT(*-init): filled by zlib.
            stream.next_out = reinterpret_cast<Bytef*>(piece.data());
            stream.avail_out = piece_size;
            const int result = inflate(&stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
                return Progress::damaged;
            }
            whole = result == Z_STREAM_END;
            output_full = !whole && stream.avail_out == 0;
            const std::size_t count = piece_size - stream.avail_out;
            if (count > 0 && !sink({piece.data(), count})) {
                return Progress::stopped_by_sink;
            }
        }
        return Progress::wants_more;
    }

    z_stream stream{};
    bool whole = false;
};

struct Decoder::Brotli {
    Brotli() : state{BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)} {
        if (state == nullptr) {
            throw std::bad_alloc{};
        }
    }
    ~Brotli() { BrotliDecoderDestroyInstance(state); }
    Brotli(const Brotli&) = delete;
    Brotli& operator=(const Brotli&) = delete;

    Progress decode(const std::string_view bytes, const Sink& sink) const {
        const auto* next = reinterpret_cast<const std::uint8_t*>(bytes.data());
        std::size_t left = bytes.size();
        for (;;) {
            std::array<char, piece_size> piece;  // NOLINT(*-init): filled by brotli.
            auto* out = reinterpret_cast<std::uint8_t*>(piece.data());
            std::size_t room = piece_size;
            const auto result =
                BrotliDecoderDecompressStream(state, &left, &next, &room, &out, nullptr);
            const std::size_t count = piece_size - room;
            if (count > 0 && !sink({piece.data(), count})) {
                return Progress::stopped_by_sink;
            }
            if (result == BROTLI_DECODER_RESULT_ERROR) {
                return Progress::damaged;
            }
            if (result == BROTLI_DECODER_RESULT_SUCCESS) {
                return left == 0 ? Progress::wants_more : Progress::damaged;
            }
            if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) {
                return Progress::wants_more;
            }
        }
    }

    bool whole() const { return BrotliDecoderIsFinished(state) == BROTLI_TRUE; }

    BrotliDecoderState* state;
};

Decoder::Decoder(Codec codec) : codec_{std::move(codec)} {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

domain::Result<Decoder> Decoder::of(const std::string_view content_encoding) {
    if (content_encoding.empty() || content_encoding == "identity") {
        return Decoder{Identity{}};
    }
    if (content_encoding == "gzip" || content_encoding == "x-gzip") {
        return Decoder{std::make_unique<Gzip>()};
    }
    if (content_encoding == "br") {
        return Decoder{std::make_unique<Brotli>()};
    }
    return domain::invalid(
        "Content-Encoding", "'" + std::string{content_encoding} + "' was not asked for"
    );
}

Decoder::Progress Decoder::decode(const std::string_view bytes, const Sink& sink) {
    if (auto* gzip = std::get_if<std::unique_ptr<Gzip>>(&codec_)) {
        return (*gzip)->decode(bytes, sink);
    }
    if (auto* brotli = std::get_if<std::unique_ptr<Brotli>>(&codec_)) {
        return (*brotli)->decode(bytes, sink);
    }
    return sink(bytes) ? Progress::wants_more : Progress::stopped_by_sink;
}

bool Decoder::whole() const {
    if (const auto* gzip = std::get_if<std::unique_ptr<Gzip>>(&codec_)) {
        return (*gzip)->whole;
    }
    if (const auto* brotli = std::get_if<std::unique_ptr<Brotli>>(&codec_)) {
        return (*brotli)->whole();
    }
    return true;
}

}  // namespace fetch
