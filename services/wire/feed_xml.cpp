#include "services/wire/feed_xml.hpp"

#include "indexer/syndication/atom_feed.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/posting_words.hpp"
#include "sql/store/sha256.hpp"

namespace wire {
namespace {

/// A name that is the same for the same words and for no others: a UUID of version 8 (RFC 9562),
/// which leaves open how its bits come about.
std::string named_uuid(const std::string& words) {
    const std::string digits = store::sha256(words);
    return digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-8" + digits.substr(12, 3) + "-8" +
           digits.substr(15, 3) + "-" + digits.substr(18, 12);
}

syndication::AtomEntry entry_of(
    const store::SavedSearchStore::Feed& feed,
    const store::Digest& digest,
    const store::Announced& announced,
    const domain::Posting& posting
) {
    Arguments arguments{
        {"place", place_text(posting)},
        {"noc", posting.noc ? posting.noc->to_string() : ""},
        {"until", domain::last_live_day(posting)}};
    if (announced.fit) {
        arguments.emplace_back("fit", std::int64_t{*announced.fit});
        arguments.emplace_back("day", digest.day);
    }
    return {
        .id = "urn:uuid:" + named_uuid(feed.search_id + "/" + std::to_string(announced.posting_id)),
        .title = text(
            feed.language,
            "feed.entry",
            {{"title", posting.title}, {"employer", posting.hiring_organization}}
        ),
        .updated = digest.made_at,
        .link = posting.url,
        .summary = text(
            feed.language, announced.fit ? "feed.summary_with_fit" : "feed.summary", arguments
        )};
}

}  // namespace

std::string feed_xml(
    const store::SavedSearchStore::Feed& feed,
    const std::map<domain::PostingId, domain::Posting>& served,
    const std::string& self
) {
    syndication::AtomFeed result{
        .id = "urn:uuid:" + feed.search_id,
        .title = text(feed.language, "feed.title", {{"name", feed.name}}),
        .subtitle = text(feed.language, "notice"),
        .updated = feed.digests.empty() ? feed.created_at : feed.digests.front().made_at,
        .self = self,
        .author = "Job Scout",
        .language = std::string{domain::language_code(feed.language)},
        .entries = {}};
    for (const store::Digest& digest : feed.digests) {
        for (const store::Announced& announced : digest.postings) {
            const auto posting = served.find(announced.posting_id);
            if (posting != served.end()) {
                result.entries.push_back(entry_of(feed, digest, announced, posting->second));
            }
        }
    }
    return syndication::to_xml(result);
}

}  // namespace wire
