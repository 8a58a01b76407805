#pragma once

#include "sql/store/sha256.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fetch {

/// A file that comes to stand in its place as a whole or not at all: written beside it, and moved
/// there by keep(). Until then, and without it, the file that stood there stays.
/// Failures of the disk throw std::system_error.
class BodyFile {
public:
    /// Makes the folder where there is none.
    explicit BodyFile(std::filesystem::path place);
    ~BodyFile();
    BodyFile(const BodyFile&) = delete;
    BodyFile& operator=(const BodyFile&) = delete;

    void write(std::string_view bytes);

    /// Not to be called twice.
    void keep();

    std::int64_t bytes() const { return bytes_; }
    std::string sha256() { return sha256_.finish(); }  ///< Ends the file; once.

private:
    std::filesystem::path place_;
    std::filesystem::path part_;
    int descriptor_;
    std::int64_t bytes_ = 0;
    store::Sha256 sha256_;
};

/// Writes a small file in the same way.
void write_atomically(const std::filesystem::path& place, std::string_view content);

}  // namespace fetch
