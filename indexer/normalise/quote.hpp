#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The words of a posting that something it says is shown by.
namespace normalise {

/// Sentences end at a stop with a space behind it, and at line breaks and bullets. They are parts
/// of `text`, and none of its bytes is left out.
std::vector<std::string_view> sentences_of(std::string_view text);

/// At most domain::quote_max bytes, so never more characters, of a clean `sentence`: whole where it
/// is short enough, else whole words from `mention`, a place in it, outwards. Empty only where the
/// sentence is.
std::string quote_around(std::string_view sentence, std::size_t mention);

}  // namespace normalise
