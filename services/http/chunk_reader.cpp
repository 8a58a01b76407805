#include "services/http/chunk_reader.hpp"

#include "services/http/message.hpp"

#include <algorithm>
#include <utility>

namespace http {
namespace {

constexpr std::size_t beside_body_bytes_max = 4 * std::size_t{1024};
constexpr std::size_t digits_max = 16;

/// 16 where it is none.
std::size_t value_of(const char digit) {
    constexpr std::string_view digits = "0123456789abcdef";
    const char lower = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    return std::min(digits.find(lower), digits.size());
}

}  // namespace

std::size_t ChunkReader::read(const std::string_view bytes) {
    std::size_t length = 0;
    while (length < bytes.size() && state_ != State::whole && state_ != State::malformed &&
           state_ != State::too_long) {
        if (state_ == State::data) {
            length += read_data(bytes.substr(length));
        } else {
            state_ = after(bytes[length]);
            ++length;
        }
    }
    return length;
}

std::size_t ChunkReader::read_data(const std::string_view bytes) {
    const std::string_view part = bytes.substr(0, chunk_);
    body_.append(part);
    chunk_ -= part.size();
    state_ = chunk_ == 0 ? State::data_return : State::data;
    return part.size();
}

ChunkReader::State ChunkReader::after(const char byte) {
    switch (state_) {
        case State::size:
            return after_size(byte);
        case State::extension:
            if (byte == '\r') {
                return State::size_end;
            }
            return is_forbidden_control(byte) || ++beside_body_ > beside_body_bytes_max
                       ? State::malformed
                       : State::extension;
        case State::size_end:
            return byte == '\n' ? end_size_line() : State::malformed;
        case State::data_return:
            return byte == '\r' ? State::data_end : State::malformed;
        case State::data_end:
            return byte == '\n' ? State::size : State::malformed;
        case State::trailer:
            if (byte == '\r') {
                return State::trailer_end;
            }
            ++line_;
            return is_forbidden_control(byte) || ++beside_body_ > beside_body_bytes_max
                       ? State::malformed
                       : State::trailer;
        case State::trailer_end:
            if (byte != '\n') {
                return State::malformed;
            }
            return std::exchange(line_, 0) == 0 ? State::whole : State::trailer;
        default:
            return state_;
    }
}

ChunkReader::State ChunkReader::after_size(const char byte) {
    const std::size_t value = value_of(byte);
    if (value < 16) {
        chunk_ = chunk_ * 16 + value;
        return ++digits_ > digits_max ? State::malformed : State::size;
    }
    if (digits_ == 0) {
        return State::malformed;
    }
    return byte == '\r' ? State::size_end : byte == ';' ? State::extension : State::malformed;
}

ChunkReader::State ChunkReader::end_size_line() {
    digits_ = 0;
    if (chunk_ == 0) {
        return State::trailer;
    }
    return chunk_ > body_bytes_max_ - body_.size() ? State::too_long : State::data;
}

}  // namespace http
