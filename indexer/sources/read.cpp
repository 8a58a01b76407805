#include "indexer/sources/read.hpp"

#include "indexer/sources/document.hpp"
#include "indexer/sources/formats.hpp"
#include "indexer/sources/html.hpp"
#include "indexer/sources/lines.hpp"
#include "indexer/sources/progress.hpp"
#include "indexer/sources/table.hpp"
#include "indexer/sources/whole.hpp"
#include "indexer/sources/xml_feed.hpp"
#include "indexer/sources/xml_records.hpp"

#include <algorithm>

namespace sources {

namespace {

namespace fs = std::filesystem;

enum class Format : std::uint8_t { xml, html, json, ndjson };

/// Told by how the text begins. XML of a kind that is not known stands apart from a page by what
/// its outermost element is called.
std::optional<Format> format_of(const std::string_view head) {
    const auto text = trimmed(head);
    if (text.starts_with('<')) {
        const auto root = xml_root(text);
        const bool page = !text.starts_with("<?xml") || lower_case_ascii(root) == "html";
        return xml_feed_of(root) != nullptr || !page ? Format::xml : Format::html;
    }
    if (!text.starts_with('{') && !text.starts_with('[')) {
        return std::nullopt;
    }
    // An object closed on its own line, with something behind it, is one of many.
    const auto end = text.find('\n');
    const bool one_of_many = end != std::string_view::npos && text.starts_with('{') &&
                             trimmed(text.substr(0, end)).ends_with('}');
    return one_of_many ? Format::ndjson : Format::json;
}

struct Opened {
    ByteStream stream;
    Format format;
};

domain::Result<Opened> open_document(const fs::path& path) {
    auto stream = ByteStream::open(path);
    if (!stream) {
        return stream.error();
    }
    const auto format = format_of(stream->peek());
    if (!format) {
        const auto& failure = stream->failure();
        return domain::invalid(
            "path",
            path.string() + ": " +
                (failure.empty() ? "is neither HTML, XML nor JSON; a table needs a mapping, "
                                   "written MAPPING.json=PATH"
                                 : failure)
        );
    }
    return Opened{std::move(*stream), *format};
}

void read_ndjson(Lines lines, const std::string& file, const FeedFacts& facts, const Sink& sink) {
    Progress progress{sink};
    while (auto line = lines.next()) {
        progress.report(lines.stream());
        if (trimmed(line->text).empty()) {
            continue;
        }
        const Origin origin{.file = file, .line = line->number};
        if (auto fault = fault_of(*line)) {
            sink.unreadable({origin, as_text(line->text), {}, std::move(*fault)});
        } else {
            read_json_line(line->text, origin, sink, facts);
        }
    }
    report_failure(lines.stream(), sink, {.file = file, .line = lines.number()});
}

/// Refuses XML that is no feed known here, or in an encoding that is not read. One that stands in
/// the declaration although the stream has decoded it already (UTF-16) is no longer true.
domain::Result<void> read_xml(const SourceFile& file, ByteStream stream, const Sink& sink) {
    const auto head = trimmed(stream.peek());
    const std::string root{xml_root(head)};
    const auto* feed = xml_feed_of(root);
    if (feed == nullptr) {
        return domain::invalid(
            "path",
            file.path.string() + ": is XML, but `" + root + "` is no feed that is known here"
        );
    }
    const std::string declared{xml_encoding(head)};
    const auto encoding = declared.empty() ? Encoding::utf_8 : encoding_from(declared);
    if (!encoding) {
        return domain::invalid(
            "path",
            file.path.string() + ": is in the encoding `" + declared + "`, which is not read"
        );
    }
    if (encoding == Encoding::windows_1252) {
        auto decoded = ByteStream::open(file.path, *encoding);
        if (!decoded) {
            return decoded.error();
        }
        stream = std::move(*decoded);
    }
    read_xml_feed(std::move(stream), *feed, file.path.string(), file.facts, sink);
    return {};
}

/// A page or a JSON document is read as a whole, within limits.
void read_whole(
    ByteStream stream,
    const Format format,
    const std::string& file,
    const FeedFacts& facts,
    const Sink& sink
) {
    const auto text = whole_text_of(stream, file, sink);
    if (text && format == Format::html) {
        read_page(page_text(*text), file, sink, facts);
    } else if (text) {
        read_json_document(*text, file, sink, facts);
    }
}

/// The file's name without its endings: `acme_2026-06.ndjson.gz` is `acme_2026-06`.
std::string name_from(const fs::path& path) {
    const auto name = path.filename();
    return (name.extension() == ".gz" ? name.stem() : name).stem().string();
}

}  // namespace

domain::Result<SourceFile> source_file_from(const std::string_view argument) {
    constexpr std::string_view ending = ".json=";
    const auto at = argument.find(ending);
    const auto path = at == std::string_view::npos ? argument : argument.substr(at + ending.size());
    if (path.empty()) {
        return domain::invalid(
            "source",
            "`" + std::string{argument} +
                "` names no file; write PATH or "
                "MAPPING.json=PATH"
        );
    }
    SourceFile file{.path = path, .mapping = std::nullopt, .name = {}};
    if (at != std::string_view::npos) {
        file.mapping = argument.substr(0, at + ending.size() - 1);
    }
    return file;
}

std::vector<SourceFile> expand(const SourceFile& named) {
    std::error_code error;
    if (!fs::is_directory(named.path, error)) {
        return {named};
    }
    // `feeds/acme/` has an empty last part.
    const auto folder = named.path.has_filename() ? named.path : named.path.parent_path();
    std::vector<SourceFile> files;
    for (const auto& entry : fs::directory_iterator{named.path}) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.')) {
            files.push_back(
                {.path = entry.path(),
                 .mapping = named.mapping,
                 .name = named.name.empty() ? folder.filename().string() : named.name,
                 .facts = named.facts}
            );
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

domain::Result<SourceDescription> describe(const SourceFile& file) {
    if (!file.mapping) {
        const auto opened = open_document(file.path);
        if (!opened) {
            return opened.error();
        }
        return SourceDescription{
            .name = file.name.empty() ? name_from(file.path) : file.name,
            .kind = RecordKind::postings,
            .warnings = {}};
    }
    const auto mapping = load_mapping(*file.mapping);
    if (!mapping) {
        return mapping.error();
    }
    const auto missing = check_table(file.path, *mapping);
    if (!missing) {
        return missing.error();
    }
    SourceDescription description{.name = mapping->name, .kind = mapping->records, .warnings = {}};
    for (const auto& column : *missing) {
        description.warnings.push_back(file.path.string() + ": has no column `" + column + "`");
    }
    return description;
}

domain::Result<void> read(const SourceFile& file, const Sink& sink) {
    if (file.mapping) {
        const auto mapping = load_mapping(*file.mapping);
        return mapping ? read_table(file.path, *mapping, sink) : mapping.error();
    }
    auto opened = open_document(file.path);
    if (!opened) {
        return opened.error();
    }
    if (opened->format == Format::xml) {
        return read_xml(file, std::move(opened->stream), sink);
    }
    if (opened->format == Format::ndjson) {
        read_ndjson(Lines{std::move(opened->stream)}, file.path.string(), file.facts, sink);
    } else {
        read_whole(std::move(opened->stream), opened->format, file.path.string(), file.facts, sink);
    }
    return {};
}

}  // namespace sources
