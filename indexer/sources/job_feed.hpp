#pragma once

#include "indexer/sources/feed.hpp"

namespace sources {

/// What a `<job>` says in the XML feeds that job boards take, as Indeed first described them. An
/// empty `<company>` stays empty: such a feed is of many employers.
RawPosting read_job(const boost::json::value& record, const FeedFacts& facts);

}  // namespace sources
