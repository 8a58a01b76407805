#pragma once

#include "indexer/sources/feed.hpp"

#include <span>
#include <string_view>

namespace sources {

/// Every format of feed that is read. To add one, write its reader and put one entry here.
std::span<const JsonFeed> json_feeds();
std::span<const XmlFeed> xml_feeds();

/// Null if no feed has documents with this outermost element.
const XmlFeed* xml_feed_of(std::string_view root);

}  // namespace sources
