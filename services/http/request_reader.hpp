#pragma once

#include "services/http/head_scanner.hpp"
#include "services/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace http {

/// Makes one request out of bytes, without doing any I/O itself:
///
///     RequestReader reader{limits, body_bytes_max};
///     while (reader.stage() is head or body) {
///         ... more bytes come in behind those that are left ...
///         left.remove_prefix(reader.read(left));
///     }
///
/// How the bytes were cut on their way makes no difference to what is read (tests/fuzz).
class RequestReader {
public:
    using BodyLimit = std::function<std::size_t(const Request& head)>;

    /// `body_bytes_max` is asked when the head of a request with a body is there and the body is
    /// not; outlives the reader.
    RequestReader(const HeadLimits& limits, const BodyLimit& body_bytes_max);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    enum class Stage : std::uint8_t { head, body, whole, refused };
    Stage stage() const;

    /// Reads from the front and returns how many bytes are done with; the rest, if any, has to
    /// stand before what comes next. What follows a whole request is left alone.
    std::size_t read(std::string_view bytes);

    /// The head from Stage::body on, the body at Stage::whole. Of a refused request what could be
    /// read.
    Request& request();

    /// At Stage::refused.
    Response& refusal();

    /// Whether another request may follow on the connection; of a whole request.
    bool keep_alive() const;

    /// Whether the caller waits for 100 (Continue); at Stage::body.
    bool awaits_invitation() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace http
