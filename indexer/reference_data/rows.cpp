#include "indexer/reference_data/rows.hpp"

#include "indexer/reference_data/delimited_rows.hpp"
#include "indexer/reference_data/html_rows.hpp"
#include "indexer/reference_data/json_rows.hpp"
#include "indexer/reference_data/xlsx_rows.hpp"
#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/document.hpp"
#include "indexer/sources/text.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace reference_data {
namespace {

domain::Result<std::string> whole_text(
    sources::ByteStream stream, const std::filesystem::path& file
) {
    std::string text;
    while (!stream.peek().empty()) {
        text += stream.next();
        if (text.size() > sources::document_bytes_max) {
            return domain::invalid(
                "",
                file.string() + ": is longer than " + std::to_string(sources::document_bytes_max) +
                    " bytes"
            );
        }
    }
    if (!stream.failure().empty()) {
        return domain::invalid("", file.string() + ": " + stream.failure());
    }
    return text;
}

domain::Error of_file(domain::Error error, const std::filesystem::path& file) {
    error.message = file.string() + ": " + error.message;
    return error;
}

}  // namespace

domain::Result<Rows> open_rows(const std::filesystem::path& file) {
    auto stream = sources::ByteStream::open(file);
    if (!stream) {
        return domain::invalid("", stream.error().message);
    }
    const auto head = sources::trimmed(stream->peek());
    if (head.empty()) {
        return domain::invalid(
            "",
            file.string() + (stream->failure().empty() ? ": is empty" : ": " + stream->failure())
        );
    }
    constexpr std::string_view zip_signature{"PK\x03\x04", 4};
    if (head.starts_with(zip_signature)) {
        return open_xlsx(file);
    }
    const char first = head.front();
    if (first != '<' && first != '[' && first != '{') {
        return open_delimited(file);
    }
    const auto text = whole_text(std::move(*stream), file);
    if (!text) {
        return text.error();
    }
    auto rows = first == '<' ? html_rows(*text) : json_rows(*text);
    return rows ? std::move(rows) : of_file(rows.error(), file);
}

domain::Error refused_file(const std::filesystem::path& file, const std::string& reason) {
    return domain::invalid("", file.string() + ": " + reason);
}

std::string raw_text(const Row& row) {
    if (!row.fault.empty()) {
        return row.raw;
    }
    return boost::json::serialize(boost::json::array(row.cells.begin(), row.cells.end()));
}

}  // namespace reference_data
