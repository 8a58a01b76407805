#include "indexer/sources/document.hpp"

#include "indexer/sources/job_bank_page.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_repair.hpp"
#include "indexer/sources/text.hpp"

#include <boost/json/serialize.hpp>

#include <utility>

namespace sources {

namespace {

Record record_from(const boost::json::value& posting, const PageFacts& page, Origin origin) {
    return {
        std::move(origin), posting_from_json_ld(posting, page), boost::json::serialize(posting)};
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

void read_page(const std::string_view html, const std::string& file, const Sink& sink) {
    Origin origin{.file = file, .line = 1};
    const auto page = Page::parse(html);
    if (!page) {
        sink.unreadable({origin, as_text(html.substr(0, 1024)), {}, page.error().message});
        return;
    }
    const PageFacts facts{
        .url = std::string{canonical_link(*page)}, .language = std::string{language_of(*page)}};
    auto blocks = blocks_of(*page, file);
    std::int64_t number = 0;
    for (const auto& value : blocks.values) {
        for (const auto* posting : job_postings_in(value)) {
            sink.record(record_from(*posting, facts, {.file = file, .line = ++number}));
        }
    }
    for (auto& block : blocks.unreadable) {
        block.origin.line = ++number;
        sink.unreadable(std::move(block));
    }
    if (number > 0) {
        return;
    }
    if (auto posting = posting_from_job_bank(*page)) {
        sink.record({origin, std::move(*posting), as_text(html)});
    } else {
        sink.unreadable({origin, as_text(html), {}, posting.error().message});
    }
}

void read_json_document(const std::string_view text, const std::string& file, const Sink& sink) {
    const auto value = is_text(text) ? parse_leniently(text)
                                     : domain::invalid("", "the document is not UTF-8 text");
    if (!value) {
        sink.unreadable(
            {{.file = file, .line = 1},
             as_text(text),
             {},
             "the document is " + value.error().message}
        );
        return;
    }
    std::int64_t number = 0;
    for (const auto* posting : job_postings_in(*value)) {
        sink.record(record_from(*posting, {}, {.file = file, .line = ++number}));
    }
    if (number == 0) {
        sink.unreadable(
            {{.file = file, .line = 1}, as_text(text), {}, "the document holds no JobPosting"}
        );
    }
}

void read_json_line(const std::string_view text, const Origin& origin, const Sink& sink) {
    const auto value = parse_leniently(text);
    if (!value) {
        sink.unreadable({origin, as_text(text), {}, "the line is " + value.error().message});
        return;
    }
    const auto postings = job_postings_in(*value);
    for (const auto* posting : postings) {
        sink.record(record_from(*posting, {}, origin));
    }
    if (postings.empty()) {
        sink.unreadable({origin, as_text(text), {}, "the line holds no JobPosting"});
    }
}

}  // namespace sources
