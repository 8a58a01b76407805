#include "indexer/sources/byte_stream.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <stdexcept>
#include <utility>

namespace sources {

namespace {

constexpr std::size_t block_bytes = 128 * std::size_t{1024};

std::string error_of(archive* source) {
    const char* message = archive_error_string(source);
    return message == nullptr ? "unknown reason" : lower_case_ascii(message);
}

}  // namespace

struct ByteStream::Archive {
    Archive() : handle{archive_read_new()} {
        // A plain file, or one member inside a gzip wrapper: `raw` hands out the content itself.
        archive_read_support_filter_gzip(handle);
        archive_read_support_format_raw(handle);
        archive_read_support_format_empty(handle);
    }
    ~Archive() { archive_read_free(handle); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    archive* handle;
};

ByteStream::ByteStream(std::unique_ptr<Archive> archive, const std::int64_t bytes_total)
    : archive_{std::move(archive)}, bytes_total_{bytes_total} {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

domain::Result<ByteStream> ByteStream::open(
    const std::filesystem::path& path, const Encoding otherwise
) {
    std::error_code error;
    const auto kind = std::filesystem::status(path, error).type();
    using std::filesystem::file_type;
    if (kind == file_type::fifo || kind == file_type::socket || kind == file_type::character) {
        // What it is, and how it is encoded, is found before it is read, and it is opened for each.
        return domain::invalid(
            "path",
            path.string() +
                ": is a pipe or a device; write what it gives into a file, and name that"
        );
    }
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        return domain::invalid("path", path.string() + ": " + lower_case_ascii(error.message()));
    }
    auto archive = std::make_unique<Archive>();
    if (archive_read_open_filename(archive->handle, path.c_str(), block_bytes) != ARCHIVE_OK) {
        return domain::invalid("path", path.string() + ": " + error_of(archive->handle));
    }
    ByteStream stream{std::move(archive), static_cast<std::int64_t>(size)};
    archive_entry* entry = nullptr;
    const int header = archive_read_next_header(stream.archive_->handle, &entry);
    if (header != ARCHIVE_OK) {
        stream.ended_ = true;
        stream.failure_ = header == ARCHIVE_EOF ? "" : error_of(stream.archive_->handle);
        return stream;
    }
    std::string head = stream.bytes();
    const auto mark = byte_order_mark(head);
    stream.decoder_ = Decoder{mark ? mark->encoding : encoding_of(head, otherwise)};
    head.erase(0, mark ? mark->length : 0);
    stream.piece_ =
        stream.decoder_.decode(head, stream.ended_ ? Decoder::Piece::last : Decoder::Piece::middle);
    if (stream.piece_.empty()) {
        stream.piece_ = stream.decoded_piece();
    }
    return stream;
}

std::string ByteStream::next() {
    std::string piece = std::move(piece_);
    piece_ = piece.empty() ? std::string{} : decoded_piece();
    return piece;
}

std::string ByteStream::decoded_piece() {
    while (!ended_) {
        const std::string read = bytes();
        auto piece = decoder_.decode(read, ended_ ? Decoder::Piece::last : Decoder::Piece::middle);
        if (!piece.empty()) {
            return piece;
        }
    }
    return {};
}

/// The next bytes of the file as they are; empty, with `ended_` set, where there are no more.
std::string ByteStream::bytes() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(archive_->handle, &block, &size, &offset);
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
        return {static_cast<const char*>(block), size};
    }
    ended_ = true;
    if (status != ARCHIVE_EOF) {
        failure_ = error_of(archive_->handle);
    }
    return {};
}

std::int64_t ByteStream::bytes_read() const { return archive_filter_bytes(archive_->handle, -1); }

}  // namespace sources
