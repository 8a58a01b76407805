#pragma once

#include "indexer/sources/byte_stream.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sources {

/// A longer line, or a longer record of a CSV file, is not read: no posting is that long.
inline constexpr std::size_t record_bytes_max = std::size_t{1} << 20;

/// What is kept of a record that cannot be taken, to recognise it by.
inline constexpr std::size_t beginning_bytes = 1024;

/// One line without its end (LF or CRLF). A line beyond record_bytes_max is cut to its beginning.
struct Line {
    std::int64_t number = 0;
    std::string text;
    bool too_long = false;
};

/// The lines of a stream in constant memory.
class Lines {
public:
    explicit Lines(ByteStream stream);

    /// A last line that was cut off because the file could not be read further is not given.
    std::optional<Line> next();
    const ByteStream& stream() const { return stream_; }
    std::int64_t number() const { return number_; }  ///< Of the line last begun.

private:
    bool fill();

    ByteStream stream_;
    std::string piece_;
    std::size_t position_ = 0;
    std::int64_t number_ = 0;
};

/// Why a line cannot be taken as text, or nothing where it can.
std::optional<std::string> fault_of(const Line& line);

}  // namespace sources
