#pragma once

#include "sql/store/saved_search_store.hpp"

#include <map>
#include <string>

namespace wire {

/// The Atom feed of a saved search: one entry for each posting that was announced and is still
/// served, newest first, in the language of the feed. It tells of fit and never of points, which
/// would have to stand beside their rules. `self` is where the feed stands.
std::string feed_xml(
    const store::SavedSearchStore::Feed& feed,
    const std::map<domain::PostingId, domain::Posting>& served,
    const std::string& self
);

}  // namespace wire
