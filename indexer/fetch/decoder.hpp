#pragma once

#include "matcher/domain/result.hpp"

#include <functional>
#include <memory>
#include <string_view>
#include <variant>

namespace fetch {

/// Undoes the content encoding of a response, piece by piece in constant memory.
class Decoder {
public:
    /// Takes a piece of what comes out; false: no more is wanted.
    using Sink = std::function<bool(std::string_view)>;

    enum class Progress { wants_more, stopped_by_sink, damaged };

    /// Of a `Content-Encoding`: gzip, br, identity or none. Refuses others.
    static domain::Result<Decoder> of(std::string_view content_encoding);

    /// Takes the next bytes as they came.
    Progress decode(std::string_view bytes, const Sink& sink);

    /// Whether what came so far is whole: the end of a body may stand here.
    bool whole() const;

    // Defined where their parts are.
    struct Identity {};
    struct Gzip;
    struct Brotli;
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

private:
    using Codec = std::variant<Identity, std::unique_ptr<Gzip>, std::unique_ptr<Brotli>>;
    explicit Decoder(Codec codec);

    Codec codec_;
};

}  // namespace fetch
