#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The words of a text, in order, as index and query both see them: case and accents folded
/// (`Électricien` is `electricien`, `main-d’œuvre` is `main oeuvre`), words that carry no meaning
/// in either language left out, and the feminine endings of inclusive writing dropped
/// (`technicien(ne)`, `développeur/euse`, `agent·e`). `c++` and `c#` are words. Never fails,
/// whatever the bytes.
std::vector<std::string> words(std::string_view text);

/// The stem of one of `words`.
std::string english_stem(const std::string& word);

/// The stem of one of `words`, the same for a title in the feminine and in the masculine:
/// `développeuse` and `développeur`, `infirmière` and `infirmier`. Snowball's French stemmer keeps
/// these apart, so the feminine ending is folded into the masculine one before it.
std::string french_stem(const std::string& word);

}  // namespace search
