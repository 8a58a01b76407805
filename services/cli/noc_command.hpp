#pragma once

#include "indexer/coding/coder.hpp"

#include <ostream>
#include <string_view>

namespace cli {

/// `jobscout noc TITLE`: the five most probable unit groups of a title, with their names and
/// probabilities, and whether the coder would answer with the first.
void show_noc(
    const coding::Coder& coder,
    std::string_view title,
    domain::OfficialLanguage language,
    std::ostream& out
);

}  // namespace cli
