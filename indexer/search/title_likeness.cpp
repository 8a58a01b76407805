#include "indexer/search/title_likeness.hpp"

#include <algorithm>

namespace search {

int permille_alike(const Title& title, const std::int64_t called_words) {
    const std::int64_t others = std::max<std::int64_t>(0, called_words - title.found_words);
    const std::int64_t called = title.found_weight + others * title.weight / title.words;
    const std::int64_t shorter = std::min(title.weight, called);
    return static_cast<int>(1000 * title.found_weight / std::max(shorter, (title.weight + 1) / 2));
}

}  // namespace search
