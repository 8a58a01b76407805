#include "indexer/sources/document.hpp"

#include "indexer/sources/job_bank_page.hpp"
#include "indexer/sources/json_feed.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_repair.hpp"
#include "indexer/sources/structured_page.hpp"
#include "indexer/sources/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <utility>

namespace sources {

namespace {

Record record_from(
    const boost::json::value& posting, const PageFacts& page, const FeedFacts& facts, Origin origin
) {
    auto raw = posting_from_json_ld(posting, page);
    if (raw.get(Field::employer).empty()) {
        raw.add(Field::employer, facts.employer);
    }
    return {std::move(origin), std::move(raw), boost::json::serialize(posting)};
}

/// Job Bank's RDFa is read by a reader of its own, which knows its headings as well.
std::vector<boost::json::value> marked_up_postings(const Page& page) {
    auto postings = microdata_postings(page);
    return postings.empty() && !is_job_bank(page) ? rdfa_postings(page) : std::move(postings);
}

/// The data blocks of a page.
struct Blocks {
    std::vector<boost::json::value> values;
    std::vector<Unreadable> unreadable;  ///< Only those that were to be a posting.
};

Blocks blocks_of(const Page& page, const std::string& file) {
    Blocks blocks;
    const auto scripts = page.root().all([](const Element& element) {
        return element.tag() == "script" &&
               lower_case_ascii(element.attribute("type")).starts_with("application/ld+json");
    });
    for (const auto& script : scripts) {
        auto text = script.verbatim();
        auto value = parse_leniently(text);
        if (value) {
            blocks.values.push_back(std::move(*value));
        } else if (text.find("JobPosting") != std::string::npos) {
            blocks.unreadable.push_back(
                {.origin = {.file = file},
                 .raw = as_text(text),
                 .field = {},
                 .reason = "the JSON-LD of the page is " + value.error().message}
            );
        }
    }
    return blocks;
}

}  // namespace

void read_page(
    const std::string_view html, const std::string& file, const Sink& sink, const FeedFacts& facts
) {
    Origin origin{.file = file, .line = 1};
    const auto page = Page::parse(html);
    if (!page) {
        sink.unreadable({origin, as_text(html.substr(0, 1024)), {}, page.error().message});
        return;
    }
    const std::string canonical{canonical_link(*page)};
    const PageFacts known{
        .url = canonical.empty() ? facts.address : canonical,
        .language = std::string{language_of(*page)}};
    auto blocks = blocks_of(*page, file);
    std::int64_t number = 0;
    const auto take_postings_in = [&](const boost::json::value& value) {
        for (const auto* posting : job_postings_in(value)) {
            sink.record(record_from(*posting, known, facts, {.file = file, .line = ++number}));
        }
    };
    std::ranges::for_each(blocks.values, take_postings_in);
    for (auto& block : blocks.unreadable) {
        block.origin.line = ++number;
        sink.unreadable(std::move(block));
    }
    if (number == 0) {
        std::ranges::for_each(marked_up_postings(*page), take_postings_in);
    }
    if (number > 0) {
        return;
    }
    auto words = closing_words(*page);
    if (auto posting = posting_from_job_bank(*page)) {
        sink.record({std::move(origin), std::move(*posting), as_text(html)});
    } else if (!words.empty()) {
        report_gone(sink, {std::move(origin), known.url, std::move(words), as_text(html)});
    } else {
        sink.unreadable({std::move(origin), as_text(html), {}, posting.error().message});
    }
}

void read_json_document(
    const std::string_view text, const std::string& file, const Sink& sink, const FeedFacts& facts
) {
    const auto value =
        is_text(text) ? parse_leniently(text) : domain::invalid("", "not UTF-8 text");
    if (!value) {
        sink.unreadable(
            {{.file = file, .line = 1},
             as_text(text),
             {},
             "the document is " + value.error().message}
        );
        return;
    }
    const Origin first{.file = file, .line = 1};
    if (read_json_feed(*value, first, Numbered::record_by_record, facts, sink)) {
        return;
    }
    std::int64_t number = 0;
    for (const auto* posting : job_postings_in(*value)) {
        sink.record(record_from(*posting, {}, facts, {.file = file, .line = ++number}));
    }
    if (number == 0 && !is_empty_feed(*value)) {
        sink.unreadable(
            {{.file = file, .line = 1}, as_text(text), {}, "the document holds no JobPosting"}
        );
    }
}

void read_json_line(
    const std::string_view text, const Origin& origin, const Sink& sink, const FeedFacts& facts
) {
    const auto value = parse_leniently(text);
    if (!value) {
        sink.unreadable({origin, as_text(text), {}, "the line is " + value.error().message});
        return;
    }
    if (read_json_feed(*value, origin, Numbered::all_alike, facts, sink)) {
        return;
    }
    const auto postings = job_postings_in(*value);
    for (const auto* posting : postings) {
        sink.record(record_from(*posting, {}, facts, origin));
    }
    if (postings.empty() && !is_empty_feed(*value)) {
        sink.unreadable({origin, as_text(text), {}, "the line holds no JobPosting"});
    }
}

}  // namespace sources
