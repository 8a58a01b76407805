#include "indexer/reference_data/delimited_rows.hpp"

#include "indexer/sources/csv.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace reference_data {
namespace {

using sources::CsvReader;
using sources::Encoding;
using sources::Lines;

/// What has to be known of a file before its rows can be read.
struct Form {
    Encoding encoding = Encoding::utf_8;
    char delimiter = ',';
};

constexpr std::array delimiters{',', ';', '\t'};

domain::Result<Form> form_of(const std::filesystem::path& file) {
    auto stream = sources::ByteStream::open(file);
    if (!stream) {
        return domain::invalid("", stream.error().message);
    }
    Form form;
    std::array<std::int64_t, delimiters.size()> counts{};
    constexpr std::int64_t lines_looked_at = 10;
    Lines lines{std::move(*stream)};
    while (const auto line = lines.next()) {
        for (std::size_t index = 0; index < delimiters.size(); ++index) {
            if (line->number <= lines_looked_at) {
                counts.at(index) += std::ranges::count(line->text, delimiters.at(index));
            }
        }
        if (!sources::is_text(line->text)) {
            form.encoding = Encoding::windows_1252;
        }
    }
    form.delimiter =
        delimiters.at(static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
    return form;
}

domain::Error cut_off(const std::filesystem::path& file, const Lines& lines) {
    return domain::invalid(
        "",
        file.string() + ": line " + std::to_string(lines.number()) +
            ": the file cannot be read any further: " + lines.stream().failure()
    );
}

using NextRow = decltype(Rows::next);

NextRow csv_rows(std::shared_ptr<CsvReader> reader, const std::filesystem::path& file) {
    return [reader = std::move(reader), file]() -> domain::Result<std::optional<Row>> {
        auto record = reader->next();
        if (record) {
            return Row{
                .line = record->line,
                .cells = std::move(record->fields),
                .fault = std::move(record->fault),
                .raw = std::move(record->raw)};
        }
        if (!reader->lines().stream().failure().empty()) {
            return cut_off(file, reader->lines());
        }
        return std::optional<Row>{};
    };
}

std::vector<std::string> split_at_tabs(const std::string_view text) {
    std::vector<std::string> cells;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\t', start), text.size());
        cells.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return cells;
}

NextRow tab_rows(std::shared_ptr<Lines> lines, const std::filesystem::path& file) {
    return [lines = std::move(lines), file]() -> domain::Result<std::optional<Row>> {
        while (auto line = lines->next()) {
            if (sources::trimmed(line->text).empty()) {
                continue;
            }
            if (auto fault = sources::fault_of(*line)) {
                return Row{
                    .line = line->number,
                    .cells = {},
                    .fault = std::move(*fault),
                    .raw = sources::as_text(line->text)};
            }
            return Row{
                .line = line->number, .cells = split_at_tabs(line->text), .fault = {}, .raw = {}};
        }
        if (!lines->stream().failure().empty()) {
            return cut_off(file, *lines);
        }
        return std::optional<Row>{};
    };
}

}  // namespace

domain::Result<Rows> open_delimited(const std::filesystem::path& file) {
    const auto form = form_of(file);
    if (!form) {
        return form.error();
    }
    auto stream = sources::ByteStream::open(file, form->encoding);
    if (!stream) {
        return domain::invalid("", stream.error().message);
    }
    Lines lines{std::move(*stream)};
    if (form->delimiter == '\t') {
        return Rows{
            .next = tab_rows(std::make_shared<Lines>(std::move(lines)), file), .published_on = {}};
    }
    return Rows{
        .next = csv_rows(std::make_shared<CsvReader>(std::move(lines), form->delimiter), file),
        .published_on = {}};
}

}  // namespace reference_data
