#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coding {

/// Something seen in a text: a word, a pair of words, a piece of a word.
struct Feature {
    std::uint32_t key = 0;  ///< Hash of what it is and of its kind.
    float value = 0;
};

/// What French and English have in common has the highest bit of its key set, and nothing else.
constexpr bool is_concept(const std::uint32_t key) { return key >> 31U != 0; }

/// Keys of the first eight concepts (`concepts`) of some words, in their order.
std::vector<std::uint32_t> concept_keys(const std::vector<std::string>& words);

/// Each concept, and its pairs with the three that follow it; the order within a pair does not
/// matter, for English and French order their words differently.
std::vector<Feature> concept_features(const std::vector<std::uint32_t>& concept_keys);

/// What the model sees of a title, or of a line of duties: by key, each once, of Euclidean
/// length 2. The model was trained on exactly these, so a change here asks for a new model.
std::vector<Feature> title_features(std::string_view title);

}  // namespace coding
