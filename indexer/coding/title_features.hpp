#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace coding {

/// Something seen in a text: a word, a pair of words, a piece of a word.
struct Feature {
    std::uint32_t key = 0;  ///< Hash of what it is and of its kind.
    float value = 0;
};

/// What the model sees of a title, or of a line of duties: by key, each once, of Euclidean
/// length 2. The model was trained on exactly these, so a change here asks for a new model.
std::vector<Feature> title_features(std::string_view title);

}  // namespace coding
