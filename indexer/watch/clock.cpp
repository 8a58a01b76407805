#include "indexer/watch/clock.hpp"

#include <chrono>

namespace watch {

domain::Instant now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

domain::Date today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace watch
