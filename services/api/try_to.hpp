#pragma once

#include <optional>

namespace api {

/// What `read` returns; nothing where it throws, for whatever reason: Xapian's exceptions are no
/// std::exception. For what is told of parts that may be down, and for nothing else.
template <class Read>
auto try_to(const Read read) -> std::optional<decltype(read())> {
    try {
        return read();
    } catch (...) {
        return std::nullopt;
    }
}

}  // namespace api
