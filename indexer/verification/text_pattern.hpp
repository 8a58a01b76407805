#pragma once

#include <map>
#include <string>
#include <string_view>

namespace verification {

/// Named pieces of patterns: `<pay>` stands for the piece named `pay`.
using PatternWords = std::map<std::string, std::string, std::less<>>;

/// A pattern of text_rules.json as the regular expression it stands for. RE2's syntax, and
///   `<name>`  a piece of `words`, which may name others;
///   `~`       a gap of white space with up to eight words in it, as `…` with up to three;
///   `⋯`       anything between the end of a word and the beginning of another, of any length;
///   a space   any white space, also the unbreakable kind; `'` any apostrophe;
///   `é`       with or without the accent, and so for every French letter.
/// None of these inside a character class. Throws std::invalid_argument if a name is unknown.
std::string regular_expression(std::string_view pattern, const PatternWords& words);

}  // namespace verification
