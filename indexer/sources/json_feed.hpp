#pragma once

#include "indexer/sources/feed.hpp"

namespace sources {

/// What `Origin::line` of a record is.
enum class Numbered : std::uint8_t { record_by_record, all_alike };

/// Reads every record of a document that is a JSON feed, and says whether it is one. `first` is the
/// place of its first record.
bool read_json_feed(
    const boost::json::value& document,
    const Origin& first,
    Numbered numbered,
    const FeedFacts& facts,
    const Sink& sink
);

/// Whether a document without any posting is a feed whose list is empty.
bool is_empty_feed(const boost::json::value& document);

}  // namespace sources
