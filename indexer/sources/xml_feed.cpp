#include "indexer/sources/xml_feed.hpp"

#include "indexer/sources/progress.hpp"
#include "indexer/sources/text.hpp"
#include "indexer/sources/xml_records.hpp"
#include "indexer/sources/xml_value.hpp"

#include <utility>

namespace sources {

namespace {

void read_record(
    XmlRecord record,
    const XmlFeed& feed,
    const std::string& file,
    const FeedFacts& facts,
    const Sink& sink
) {
    Origin origin{.file = file, .line = record.line};
    const auto keep_aside = [&](std::string reason) {
        sink.unreadable({std::move(origin), as_text(record.text), {}, std::move(reason)});
    };
    if (!record.fault.empty()) {
        keep_aside(std::move(record.fault));
        return;
    }
    if (!is_text(record.text)) {
        keep_aside("the record is not UTF-8 text; the encoding may be another");
        return;
    }
    const auto value = xml_value_from(record.text);
    if (!value) {
        keep_aside("the record is " + value.error().message);
        return;
    }
    report_posting(
        feed.name,
        feed.of,
        feed.read(*value, facts),
        std::move(record.text),
        std::move(origin),
        facts,
        sink
    );
}

}  // namespace

void read_xml_feed(
    ByteStream stream,
    const XmlFeed& feed,
    const std::string& file,
    const FeedFacts& facts,
    const Sink& sink
) {
    Progress progress{sink};
    XmlRecords records{std::move(stream), feed.root, feed.record};
    bool told = false;  // That the file is cut off: once is enough.
    while (auto record = records.next()) {
        progress.report(records.stream());
        if (record->at_end && !records.stream().failure().empty()) {
            break;
        }
        told = record->at_end;
        read_record(std::move(*record), feed, file, facts, sink);
    }
    progress.report(records.stream());
    const Origin end{.file = file, .line = records.line()};
    if (!records.stream().failure().empty()) {
        report_failure(records.stream(), sink, end);
    } else if (!records.complete() && !told) {
        sink.unreadable({end, {}, {}, "the file ends before `</" + std::string{feed.root} + ">`"});
    }
}

}  // namespace sources
