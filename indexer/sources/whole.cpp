#include "indexer/sources/whole.hpp"

#include "indexer/sources/document.hpp"
#include "indexer/sources/progress.hpp"

namespace sources {

std::optional<std::string> whole_text_of(
    ByteStream& stream, const std::string& file, const Sink& sink
) {
    Progress progress{sink};
    const Origin origin{.file = file, .line = 1};
    std::string text;
    while (!stream.peek().empty()) {
        text += stream.next();
        progress.report(stream);
        if (text.size() > document_bytes_max) {
            constexpr std::size_t beginning_bytes = 1024;
            sink.unreadable(
                {origin,
                 as_text(text.substr(0, beginning_bytes)),
                 {},
                 "the document is longer than " + std::to_string(document_bytes_max) + " bytes"}
            );
            return std::nullopt;
        }
    }
    progress.report(stream);
    if (!stream.failure().empty()) {
        report_failure(stream, sink, origin);
        return std::nullopt;
    }
    return text;
}

}  // namespace sources
