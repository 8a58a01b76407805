#include "indexer/search/concepts.hpp"

#include "indexer/coding/title_words.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>

namespace search {
namespace {

std::vector<std::string> stems_of_concepts(const std::vector<std::string>& title_words) {
    std::vector<std::string> result = coding::concepts(title_words);
    std::erase_if(result, [](const std::string& one) { return one.size() > word_bytes_max; });
    std::ranges::transform(result, result.begin(), english_stem);
    return result;
}

}  // namespace

std::vector<std::string> concepts(const std::string_view text) {
    return stems_of_concepts(coding::title_words(text));
}

std::vector<std::string> title_concepts(const std::string_view title) {
    return stems_of_concepts(coding::head_words(title));
}

}  // namespace search
