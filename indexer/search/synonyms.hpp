#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace search {

/// A name of something by other words.
struct OtherName {
    std::string name;                ///< As people write it.
    std::vector<std::string> words;  ///< In the form of words().
};

/// What the first words of a query are called otherwise.
struct Synonyms {
    std::size_t words = 0;  ///< How many of the words are named; 0: none.
    std::vector<OtherName> others;
};

/// The longest beginning of `words`, each in the form of words(), that synonyms.json knows, in
/// whatever number or gender, in English or French.
Synonyms synonyms_of(std::span<const std::string> words);

}  // namespace search
