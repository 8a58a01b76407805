#pragma once

#include "indexer/coding/title_features.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace train {

/// One title, or line of duties, with the unit groups it was given.
struct Example {
    enum class Kind { labelled, index, duties };

    Kind kind = Kind::index;
    std::string text;
    std::vector<coding::Feature> features;  ///< Of the text.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::vector<std::pair<domain::NocCode, float>> nocs;  ///< The most frequent first; sum 1.
    float weight = 1;                                     ///< For the network.
    float memory_weight = 1;                              ///< Among titles near another.
    int postings = 0;         ///< That have the title, of a labelled one.
    std::uint32_t group = 0;  ///< Of its letters alone: titles of one group stay together.
    bool clean = false;       ///< Labelled at least twice, and 9 of 10 times the same.
};

/// All of them, from the folder that holds `title_noc` and `noc2021`. Throws where a file is
/// missing or a line has too few columns.
std::vector<Example> read_examples(const std::filesystem::path& data);

}  // namespace train
