#pragma once

#include "indexer/coding/coder.hpp"

#include <istream>
#include <ostream>
#include <string>
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

struct NocOptions {
    std::string title;
    bool ndjson = false;  ///< --ndjson: answers `{id, title, duties?}` line by line.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// `jobscout noc`, by the model that ships. Exit status: 0, 2 where there is no title.
int noc(const NocOptions& options, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace cli
