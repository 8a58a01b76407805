#include "indexer/normalise/health_centre.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace normalise {
namespace {

constexpr auto words_between =
    std::to_array<std::string_view>({"de", "des", "du", "la", "le", "les"});

}  // namespace

void shorten_health_centre(std::vector<std::string>& words) {
    const auto is_at = [&](const std::size_t at, const std::string_view word) {
        return at < words.size() && words[at] == word;
    };
    std::size_t end = 1;
    if (is_at(0, "centre") && is_at(1, "integre")) {
        const bool of_university = is_at(2, "universitaire");
        end = of_university ? 3 : 2;
        for (const std::string_view word : {"de", "sante", "&"}) {
            if (!is_at(end++, word)) {
                return;
            }
        }
        end += is_at(end, "de") ? 1 : 0;
        const bool serves = is_at(end, "services") || is_at(end, "service");
        if (!serves || !is_at(end + 1, "sociaux")) {
            return;
        }
        end += 2;
        words[0] = of_university ? "ciusss" : "cisss";
    } else if (!is_at(0, "cisss") && !is_at(0, "ciusss")) {
        return;
    }
    while (end < words.size() && std::ranges::find(words_between, words[end]) != words_between.end()
    ) {
        ++end;
    }
    words.erase(words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(end));
}

}  // namespace normalise
