#pragma once

#include "indexer/sources/feed.hpp"
#include "indexer/sources/raw_posting.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace sources {

/// A longer document is not read; a feed of that size comes as NDJSON.
inline constexpr std::size_t document_bytes_max = std::size_t{64} << 20;

/// The JobPostings of a page: those in its JSON-LD, else those in microdata or RDFa. A page of a
/// posting that is no longer advertised is gone; one without a posting, or with JSON-LD of one that
/// cannot be read, is unreadable.
void read_page(
    std::string_view html, const std::string& file, const Sink& sink, const FeedFacts& facts = {}
);

/// The postings of a JSON document: of a feed that `formats.hpp` knows, else every schema.org
/// JobPosting. A document without any is unreadable, unless it is a feed's empty list.
void read_json_document(
    std::string_view text, const std::string& file, const Sink& sink, const FeedFacts& facts = {}
);

/// The same for one line of an NDJSON file.
void read_json_line(
    std::string_view text, const Origin& origin, const Sink& sink, const FeedFacts& facts = {}
);

}  // namespace sources
