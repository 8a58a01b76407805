#include "indexer/sources/json_feed.hpp"

#include "indexer/sources/formats.hpp"
#include "indexer/sources/json_value.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace sources {

namespace {

namespace json = boost::json;

bool tells(const json::value* record, const JsonFeed& feed) {
    return member(*record, feed.telling) != nullptr;
}

/// The first format that at least one record of the document is of.
const JsonFeed* feed_of(const json::value& document) {
    for (const auto& feed : json_feeds()) {
        const auto* records = at_path(document, feed.records);
        if (records == nullptr) {
            continue;
        }
        const auto found = each(records);
        if (std::ranges::any_of(found, [&feed](const auto* record) {
                return tells(record, feed);
            })) {
            return &feed;
        }
    }
    return nullptr;
}

}  // namespace

bool read_json_feed(
    const json::value& document,
    const Origin& first,
    const Numbered numbered,
    const FeedFacts& facts,
    const Sink& sink
) {
    const auto* feed = feed_of(document);
    if (feed == nullptr) {
        return false;
    }
    auto stated = facts;
    const auto employer =
        feed->employer.empty() ? std::string{} : text_at(document, feed->employer);
    if (!employer.empty()) {
        stated.employer = employer;
    }
    auto place = first;
    for (const auto* record : each(at_path(document, feed->records))) {
        auto raw = json::serialize(*record);
        if (tells(record, *feed)) {
            report_posting(
                feed->name,
                FeedOf::one_employer,
                feed->read(*record, stated),
                std::move(raw),
                place,
                stated,
                sink
            );
        } else {
            sink.unreadable(
                {place,
                 std::move(raw),
                 std::string{feed->telling},
                 "the record is none of " + std::string{feed->name} + ": it has no `" +
                     std::string{feed->telling} + "`"}
            );
        }
        place.line += numbered == Numbered::record_by_record ? 1 : 0;
    }
    return true;
}

bool is_empty_feed(const json::value& document) {
    return std::ranges::any_of(json_feeds(), [&document](const JsonFeed& feed) {
        const auto* records = feed.records.empty() ? nullptr : at_path(document, feed.records);
        return records != nullptr && records->is_array() && records->get_array().empty();
    });
}

}  // namespace sources
