#pragma once

#include <cassert>
#include <span>
#include <string_view>
#include <type_traits>

namespace document {

/// The word for one value of an enumeration. A table of these, `std::array{Named{"en", ...}, ...}`,
/// says the words once, for reading and for writing.
template <class E>
struct Named {
    std::string_view name;
    E value;
};
template <class E>
Named(const char*, E) -> Named<E>;  // Clang 14 deduces no aggregates without being told how.

template <class E>
using Names = std::span<const Named<E>>;

/// The word for `value`; every value of an enumeration stands in its table.
template <class E>
constexpr std::string_view name_of(const std::type_identity_t<Names<E>> names, const E value) {
    for (const Named<E>& named : names) {
        if (named.value == value) {
            return named.name;
        }
    }
    assert(false);
    return {};
}

}  // namespace document
