#pragma once

#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/feed.hpp"

namespace sources {

/// Reads every record of the feed. A record that is no XML is unreadable, and so is the missing end
/// of a document that is cut off.
void read_xml_feed(
    ByteStream stream,
    const XmlFeed& feed,
    const std::string& file,
    const FeedFacts& facts,
    const Sink& sink
);

}  // namespace sources
