#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/reference_store.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

namespace search {

using UnitGroups = std::map<domain::NocCode, store::NocUnitGroup>;

/// A document, and what it tells the spelling dictionary.
struct IndexedDocument {
    Xapian::Document document;
    std::vector<std::string> words;  ///< Folded, as often as they stand there.
    /// Folded, and as written in lower case, where that is not the same.
    std::vector<std::pair<std::string, std::string>> accented_words;
};

/// A verified posting as the schema describes it.
IndexedDocument document(const domain::Posting& posting, const UnitGroups& unit_groups);

}  // namespace search
