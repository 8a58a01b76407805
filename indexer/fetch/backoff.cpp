#include "indexer/fetch/backoff.hpp"

#include <algorithm>

namespace fetch {

std::optional<std::chrono::milliseconds> wait_after(
    const Backoff& backoff,
    const int tried,
    const double random,
    const std::optional<std::chrono::seconds> asked
) {
    if (tried >= backoff.tries_max || (asked && *asked > backoff.asked_max)) {
        return std::nullopt;
    }
    auto bound = backoff.first;
    for (int doubled = 1; doubled < tried && bound < backoff.longest; ++doubled) {
        bound *= 2;
    }
    bound = std::min(bound, backoff.longest);
    const std::chrono::milliseconds spread{
        static_cast<std::int64_t>(static_cast<double>(bound.count()) * random)};
    return std::max<std::chrono::milliseconds>(spread, asked.value_or(std::chrono::seconds{0}));
}

}  // namespace fetch
