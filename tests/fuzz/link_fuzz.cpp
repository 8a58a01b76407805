// Links of postings come from outside. Whatever stands there, the identity is found without a
// fault, it is its own identity's source again only for itself, and a fragment never matters.

#include "indexer/duplicates/advertisement.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string url{reinterpret_cast<const char*>(data), size};
    const std::string identity = duplicates::link_identity(url);
    if (duplicates::link_identity(url.substr(0, url.find('#')) + "#fragment") != identity) {
        std::abort();
    }
    return 0;
}
