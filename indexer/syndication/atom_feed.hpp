#pragma once

#include <string>
#include <vector>

/// Feeds that we publish.
namespace syndication {

/// One thing told of. Instants are RFC 3339.
struct AtomEntry {
    std::string id;  ///< An IRI that never changes and is no other entry's.
    std::string title;
    std::string updated;
    std::string link;  ///< The page about it; may be empty.
    std::string summary;
};

struct AtomFeed {
    std::string id;  ///< As that of an entry.
    std::string title;
    std::string subtitle;
    std::string updated;
    std::string self;      ///< Where the feed itself stands.
    std::string author;    ///< Whoever speaks.
    std::string language;  ///< Of all texts: `en` or `fr`.
    std::vector<AtomEntry> entries;
};

/// The feed as a document of RFC 4287, in UTF-8. Texts are texts: no markup in them is understood,
/// and what XML cannot hold (control characters) becomes U+FFFD. The same feed, the same bytes.
std::string to_xml(const AtomFeed& feed);

}  // namespace syndication
