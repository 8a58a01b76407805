#include "services/http/head_scanner.hpp"

#include "services/http/problem.hpp"

namespace http {
namespace {

/// Beside the target a request line has a method, two spaces and the version.
constexpr std::size_t line_bytes_beside_target = 32;

}  // namespace

std::optional<Response> HeadScanner::scan(const std::string_view bytes) {
    while (length_ == 0 && position_ < bytes.size()) {
        if (auto refusal = refusal_of_length()) {
            return refusal;
        }
        const char letter = bytes[position_];
        if (letter == '\r') {
            if (position_ + 1 == bytes.size()) {
                break;
            }
            if (bytes[position_ + 1] != '\n') {
                return problem(400, "the head holds a carriage return that ends no line");
            }
            const std::string_view line = bytes.substr(line_start_, position_ - line_start_);
            position_ += 2;
            line_start_ = position_;
            if (auto refusal = end_line(line)) {
                return refusal;
            }
        } else if (letter == '\n') {
            return problem(400, "a line of the head ends with a line feed alone");
        } else if (is_forbidden_control(letter)) {
            return problem(400, "the head holds a control character");
        } else {
            ++position_;
        }
    }
    return std::nullopt;
}

std::optional<Response> HeadScanner::end_line(const std::string_view line) {
    if (line.empty()) {
        if (lines_ == 0) {
            return problem(400, "an empty line stands before the request");
        }
        length_ = position_;
        return std::nullopt;
    }
    if (lines_ > 0 && (line.front() == ' ' || line.front() == '\t')) {
        return problem(400, "a header field is folded over two lines");
    }
    if (++lines_ > limits_.fields_max + 1) {
        return problem(431, "the header has too many fields");
    }
    return std::nullopt;
}

std::optional<Response> HeadScanner::refusal_of_length() const {
    if (lines_ == 0 && position_ > limits_.target_bytes_max + line_bytes_beside_target) {
        return problem(414, "the target is too long");
    }
    if (position_ >= limits_.bytes_max) {
        return problem(431, "the header is too long");
    }
    return std::nullopt;
}

}  // namespace http
