#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// The form in which texts are compared: lower case, without accents (`é` is `e`, `œ` is `oe`),
/// apostrophes and dashes of any kind as `'` and `-`, runs of white space as one space, none at
/// the ends. Invalid UTF-8 becomes U+FFFD.
std::string fold(std::string_view text);

/// The form in which names of places are compared: folded, hyphens, dots and apostrophes as spaces,
/// `st` and `ste` written out: `Ste-Thérèse` and
/// `Sainte Thérèse` do not.
std::string fold_name(std::string_view name);

}  // namespace normalise
