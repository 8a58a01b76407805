#pragma once

#include <cstddef>
#include <string_view>

namespace verification {

/// Where a piece of a text stands, in bytes.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The sentence around the words at `words`: between line breaks, and between full stops, question
/// and exclamation marks that end one (`S.I.N.`, `e.g. this` and `$2.50` do not). At most
/// `bytes_max`, cut between words where there is a space, else between characters.
Extent sentence_around(std::string_view text, Extent words, std::size_t bytes_max);

/// The same with the sentence before and the one after it, each of at most `bytes_max`.
Extent neighbourhood(std::string_view text, Extent sentence, std::size_t bytes_max);

/// `text` cut to at most `bytes_max` around `words`, in the same way.
Extent cut_around(std::string_view text, Extent words, std::size_t bytes_max);

}  // namespace verification
