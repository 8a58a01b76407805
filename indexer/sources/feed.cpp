#include "indexer/sources/feed.hpp"

#include <utility>

namespace sources {

void report_posting(
    const std::string_view feed,
    const FeedOf of,
    RawPosting posting,
    std::string raw,
    Origin origin,
    const FeedFacts& facts,
    const Sink& sink
) {
    if (posting.get(Field::employer).empty()) {
        posting.add(Field::employer, facts.employer);
    }
    const auto keep_aside = [&](const Field field, const std::string_view reason) {
        sink.unreadable(
            {.origin = std::move(origin),
             .raw = std::move(raw),
             .field = std::string{to_string(field)},
             .reason = "the " + std::string{feed} + " feed " + std::string{reason}}
        );
    };
    if (of == FeedOf::one_employer && posting.get(Field::employer).empty()) {
        keep_aside(Field::employer, "does not name its employer; state it with the source");
    } else if (of == FeedOf::one_employer && posting.get(Field::url).empty()) {
        keep_aside(
            Field::url,
            "gives no full link to the posting; state with the source where it was fetched from"
        );
    } else {
        if (posting.get(Field::source_id).empty()) {
            posting.add(Field::source_id, posting.get(Field::url));
        }
        sink.record({std::move(origin), std::move(posting), std::move(raw)});
    }
}

}  // namespace sources
