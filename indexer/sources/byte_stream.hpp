#pragma once

#include "indexer/sources/text.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sources {

/// The content of a file as text, piece by piece in constant memory: gunzipped where it is gzip,
/// freed of its byte order mark and decoded to UTF-8. Refuses a file that cannot be opened.
class ByteStream {
public:
    /// `otherwise` is the encoding of a file that does not show it at its beginning.
    static domain::Result<ByteStream> open(
        const std::filesystem::path& path, Encoding otherwise = Encoding::utf_8
    );

    ~ByteStream();
    ByteStream(ByteStream&&) noexcept;
    ByteStream& operator=(ByteStream&&) noexcept;

    /// The piece that `next` will give, empty at the end.
    std::string_view peek() const { return piece_; }

    /// Empty at the end, and where the file could not be read any further.
    std::string next();

    /// Why the file could not be read to its end, else empty.
    const std::string& failure() const { return failure_; }

    std::int64_t bytes_read() const;  ///< Of the file on disk, compressed or not.
    std::int64_t bytes_total() const { return bytes_total_; }

private:
    struct Archive;
    ByteStream(std::unique_ptr<Archive> archive, std::int64_t bytes_total);
    std::string bytes();
    std::string decoded_piece();

    std::unique_ptr<Archive> archive_;
    std::int64_t bytes_total_ = 0;
    Decoder decoder_{Encoding::utf_8};
    std::string piece_;
    std::string failure_;
    bool ended_ = false;
};

}  // namespace sources
