#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

/// What a text speaks of, in the same words whether it is English or French, as far as the lexicon
/// of indexer/coding knows them; each as a stem. `Cuisinière` and `cook` are one.
std::vector<std::string> concepts(std::string_view text);

/// The same of a title, without what employers add behind a sign: places, shifts, sectors.
std::vector<std::string> title_concepts(std::string_view title);

}  // namespace search
