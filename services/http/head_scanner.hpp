#pragma once

#include "services/http/message.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace http {

struct HeadLimits {
    std::size_t bytes_max = 16 * std::size_t{1024};        ///< Of the whole head; more are 431.
    std::size_t target_bytes_max = 8 * std::size_t{1024};  ///< More are 414.
    std::size_t fields_max = 100;                          ///< Header fields; more are 431.
};

/// Finds the end of a request's head, and refuses on the way what readers on the way to us could
/// take for something else than a parser does (RFC 9112, 2.2, 5.1 and 5.2): a line that ends with a
/// line feed alone, a carriage return alone, NUL and other control characters, folded lines, and an
/// empty line before the request. Looks at each byte once, however few come at a time.
class HeadScanner {
public:
    explicit HeadScanner(const HeadLimits& limits) : limits_{limits} {}

    /// `bytes`: all there are from the first one of the request on. Not to be asked again once it
    /// has refused.
    std::optional<Response> scan(std::string_view bytes);

    /// Of the head with its empty line; 0 until that has come.
    std::size_t length() const { return length_; }

private:
    std::optional<Response> end_line(std::string_view line);
    std::optional<Response> refusal_of_length() const;

    HeadLimits limits_;
    std::size_t position_ = 0;
    std::size_t line_start_ = 0;
    std::size_t lines_ = 0;
    std::size_t length_ = 0;
};

}  // namespace http
