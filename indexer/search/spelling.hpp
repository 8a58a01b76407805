#pragma once

#include "indexer/search/query_words.hpp"

#include <string>
#include <string_view>
#include <xapian.h>

namespace search {

/// The query with a word of the index in place of each wanted word that no document has, written
/// as it was last seen there; empty where every word is known or none is near. Shards behind
/// servers have no dictionary that could be asked.
std::string did_you_mean(
    const Xapian::Database& database, const QueryWords& words, std::string_view query
);

}  // namespace search
