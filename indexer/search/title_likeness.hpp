#pragma once

#include <cstdint>

namespace search {

/// What one job was called.
struct Title {
    std::int64_t weight = 0;        ///< Of all its words,
    std::int64_t words = 0;         ///< and how many they are.
    std::int64_t found_weight = 0;  ///< The same of those in the title of the document asked.
    std::int64_t found_words = 0;
};

/// How much of the shorter title is in the other one: `Greenhouse worker` is all of `Greenhouse
/// worker, cucumbers and peppers`. A title of less than half the weight, as `Manager` is of many,
/// says no more than half. What only the posting's title says is taken to weigh as the words of the
/// résumé's do on average, so that nothing but their number has to be known.
int permille_alike(const Title& title, std::int64_t called_words);

}  // namespace search
