#pragma once

#include "indexer/sources/feed.hpp"

namespace sources {

/// What an `<entry>` of an Atom feed says, first of all of Job Bank's search feed. There the
/// summary holds employer, place and pay behind their names, in English or French; the posting is
/// known by the number in its link, as the "job number" of the summary is the partner's.
RawPosting read_atom_entry(const boost::json::value& record, const FeedFacts& facts);

}  // namespace sources
