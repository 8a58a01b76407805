#pragma once

#include "indexer/coding/title_index.hpp"

#include <string>
#include <vector>

namespace coding {

/// A title that employers use and the official index lacks, and the title of the index that says
/// the same of an occupation.
struct OwnTitle {
    IndexTitle title;
    std::string same_as;
};

/// Those of `titles.tsv`.
const std::vector<OwnTitle>& own_titles();

}  // namespace coding
