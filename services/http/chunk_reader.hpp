#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace http {

/// Reads a body in chunks (RFC 9112, 7.1), and refuses at the first byte that cannot belong to one,
/// however few come at a time. Extensions and the trailer are read over: nobody here asks for them,
/// and a field of the trailer shall not pass for one of the head. (Beast 1.81 stops the process by
/// an assertion when the end of the last chunk comes byte by byte.)
class ChunkReader {
public:
    explicit ChunkReader(std::size_t body_bytes_max) : body_bytes_max_{body_bytes_max} {}

    enum class State : std::uint8_t {
        size,       ///< Digits of the size of a chunk.
        extension,  ///< What stands after them.
        size_end,   ///< The line feed that ends the line.
        data,
        data_return,  ///< The carriage return after a chunk.
        data_end,     ///< The line feed after it.
        trailer,
        trailer_end,  ///< The line feed that ends a line of it.
        whole,
        malformed,
        too_long,
    };
    State state() const { return state_; }

    /// Returns how many bytes belong to the body; fewer than there are only at its end.
    std::size_t read(std::string_view bytes);

    std::string& body() { return body_; }

private:
    std::size_t read_data(std::string_view bytes);
    State after(char byte);
    State after_size(char byte);
    State end_size_line();

    std::size_t body_bytes_max_;
    State state_ = State::size;
    std::string body_;
    std::size_t digits_ = 0;
    std::size_t chunk_ = 0;        ///< Size, then what is left of it.
    std::size_t line_ = 0;         ///< Bytes of the line, or of the trailer's current line.
    std::size_t beside_body_ = 0;  ///< Bytes of extensions and trailer, all together.
};

}  // namespace http
