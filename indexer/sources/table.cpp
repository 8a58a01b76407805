#include "indexer/sources/table.hpp"

#include "indexer/sources/csv.hpp"
#include "indexer/sources/progress.hpp"
#include "indexer/sources/whole.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace sources {

namespace {

namespace json = boost::json;

/// The records of an NDJSON file that hold a JSON object.
void read_ndjson(Lines lines, const std::string& file, const Mapping& mapping, const Sink& sink) {
    Progress progress{sink};
    std::array<unsigned char, 64 * std::size_t{1024}> buffer{};
    while (auto line = lines.next()) {
        progress.report(lines.stream());
        if (trimmed(line->text).empty()) {
            continue;
        }
        const Origin origin{.file = file, .line = line->number};
        const auto keep_aside = [&](std::string reason) {
            sink.unreadable({origin, as_text(line->text), {}, std::move(reason)});
        };
        if (auto fault = fault_of(*line)) {
            keep_aside(std::move(*fault));
            continue;
        }
        json::monotonic_resource memory{buffer.data(), buffer.size()};
        json::error_code error;
        const auto record = json::parse(line->text, error, &memory);
        if (error) {
            keep_aside("the line is not JSON: " + error.message());
        } else if (!record.is_object()) {
            keep_aside("the line is not a JSON object");
        } else {
            auto posting = posting_from(mapping, record.get_object());
            sink.record({origin, std::move(posting), std::move(line->text)});
        }
    }
    report_failure(lines.stream(), sink, {.file = file, .line = lines.number()});
}

/// The records of a JSON document that is an array of objects; `Origin::line` counts them.
void read_json(
    ByteStream stream, const std::string& file, const Mapping& mapping, const Sink& sink
) {
    const auto text = whole_text_of(stream, file, sink);
    if (!text) {
        return;
    }
    Origin origin{.file = file, .line = 1};
    json::error_code error;
    const auto document = json::parse(*text, error);
    if (error || !document.is_array()) {
        sink.unreadable(
            {origin,
             as_text(*text),
             {},
             error ? "the document is not JSON: " + error.message()
                   : "the document is not a JSON array of records"}
        );
        return;
    }
    for (const auto& record : document.get_array()) {
        if (record.is_object()) {
            sink.record(
                {origin, posting_from(mapping, record.get_object()), json::serialize(record)}
            );
        } else {
            sink.unreadable({origin, json::serialize(record), {}, "the record is not a JSON object"}
            );
        }
        ++origin.line;
    }
}

domain::Result<std::vector<std::string>> header_of(
    CsvReader& reader, const std::filesystem::path& file
) {
    auto header = reader.next();
    if (!header) {
        return domain::invalid("path", file.string() + ": has no header");
    }
    if (!header->fault.empty()) {
        return domain::invalid("path", file.string() + ": header: " + header->fault);
    }
    for (auto& column : header->fields) {
        column = std::string{trimmed(column)};
    }
    return std::move(header->fields);
}

json::object object_of(
    const std::vector<std::string>& header, const std::vector<std::string>& fields
) {
    json::object object;
    object.reserve(header.size());
    for (std::size_t column = 0; column < header.size(); ++column) {
        object.emplace(header[column], fields[column]);
    }
    return object;
}

void read_csv(
    CsvReader& reader,
    const std::vector<std::string>& header,
    const std::string& file,
    const Mapping& mapping,
    const Sink& sink
) {
    Progress progress{sink};
    while (auto row = reader.next()) {
        progress.report(reader.lines().stream());
        const Origin origin{.file = file, .line = row->line};
        if (!row->fault.empty()) {
            sink.unreadable({origin, std::move(row->raw), {}, std::move(row->fault)});
        } else if (row->fields.size() != header.size()) {
            const json::array fields(row->fields.begin(), row->fields.end());
            sink.unreadable(
                {origin,
                 json::serialize(fields),
                 {},
                 "the row has " + std::to_string(fields.size()) + " columns where the header has " +
                     std::to_string(header.size())}
            );
        } else {
            const auto object = object_of(header, row->fields);
            sink.record({origin, posting_from(mapping, object), json::serialize(object)});
        }
    }
    report_failure(reader.lines().stream(), sink, {.file = file, .line = reader.lines().number()});
}

}  // namespace

domain::Result<std::vector<std::string>> check_table(
    const std::filesystem::path& file, const Mapping& mapping
) {
    auto stream = ByteStream::open(file, mapping.encoding);
    if (!stream) {
        return stream.error();
    }
    if (is_nested(mapping.format)) {
        return std::vector<std::string>{};
    }
    CsvReader reader{Lines{std::move(*stream)}, mapping.delimiter};
    const auto header = header_of(reader, file);
    if (!header) {
        return header.error();
    }
    auto missing = missing_columns(mapping, *header);
    if (!missing) {
        auto error = missing.error();
        error.message = file.string() + ": " + error.message;
        return error;
    }
    return missing;
}

domain::Result<void> read_table(
    const std::filesystem::path& file, const Mapping& mapping, const Sink& sink
) {
    if (const auto checked = check_table(file, mapping); !checked) {
        return checked.error();
    }
    auto stream = ByteStream::open(file, mapping.encoding);
    if (!stream) {
        return stream.error();
    }
    if (mapping.format == TableFormat::ndjson) {
        read_ndjson(Lines{std::move(*stream)}, file.string(), mapping, sink);
        return {};
    }
    if (mapping.format == TableFormat::json) {
        read_json(std::move(*stream), file.string(), mapping, sink);
        return {};
    }
    CsvReader reader{Lines{std::move(*stream)}, mapping.delimiter};
    const auto header = header_of(reader, file);
    if (!header) {
        return header.error();
    }
    read_csv(reader, *header, file.string(), mapping, sink);
    return {};
}

}  // namespace sources
