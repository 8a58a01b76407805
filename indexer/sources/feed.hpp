#pragma once

#include "indexer/sources/raw_posting.hpp"
#include "matcher/domain/date.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sources {

/// What the operator states of a source beside its file, for feeds that do not say it themselves.
struct FeedFacts {
    std::string employer;  ///< Of every posting of the feed that names none.
    std::string address;   ///< Where the file was fetched from. Relative links start from it.
    /// When its publisher said what stands in it, where that is known: `Yesterday` counts from it.
    std::optional<domain::Date> fetched_on{};
};

/// Whose postings a feed holds: those of one employer, whom it often does not name, or of many.
enum class FeedOf : std::uint8_t { one_employer, many_employers };

/// A format of feed that comes as JSON: where its records stand, and what one of them says.
struct JsonFeed {
    std::string_view name;
    /// Keys with dots between them to the list of records, or to the only one; empty: the document.
    /// A number is a place in a list: `items.0.requisitions`.
    std::string_view records;
    /// A key that every record has and no record of another format at the same place.
    std::string_view telling;
    std::string_view employer;  ///< Keys to its name in the document; empty: it has none.
    RawPosting (*read)(const boost::json::value& record, const FeedFacts& facts);
};

/// A format of feed that comes as XML, read record by record in constant memory. A record reaches
/// `read` as the value that xml_value_from makes of it.
struct XmlFeed {
    std::string_view name;
    std::string_view root;    ///< The name of the document's outermost element.
    std::string_view record;  ///< The name of the element that is one posting.
    FeedOf of = FeedOf::one_employer;
    RawPosting (*read)(const boost::json::value& record, const FeedFacts& facts);
};

/// Hands on what a record says. The feed of one employer is nothing without a name and a link for
/// it: the record is kept aside, and the reason says what the operator has to state.
void report_posting(
    std::string_view feed,
    FeedOf of,
    RawPosting posting,
    std::string raw,
    Origin origin,
    const FeedFacts& facts,
    const Sink& sink
);

}  // namespace sources
