#include "indexer/reference_data/xlsx_rows.hpp"

#include "indexer/reference_data/xml_pull.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace reference_data {
namespace {

using Event = XmlPull::Event;
using Texts = std::vector<std::string>;

constexpr std::size_t texts_bytes_max = std::size_t{256} << 20;
constexpr std::size_t columns_max = 1'000;

/// The shared texts, in order: cells name them by number. Runs of one text are joined; how Japanese
/// is read aloud (`rPh`) is none of it.
domain::Result<Texts> shared_texts(XmlPull xml, const std::filesystem::path& file) {
    Texts texts;
    std::size_t bytes = 0;
    bool in_text = false;
    int in_reading = 0;
    for (auto event = xml.next(); event != Event::done; event = xml.next()) {
        if (event == Event::failed) {
            return refused_file(file, xml.failure());
        }
        if (event == Event::text) {
            if (in_text && in_reading == 0 && !texts.empty()) {
                texts.back() += xml.text();
                bytes += xml.text().size();
            }
        } else if (xml.name() == "si" && event == Event::begin) {
            texts.emplace_back();
            bytes += sizeof(std::string);
        } else if (xml.name() == "rPh") {
            in_reading += event == Event::begin ? 1 : -1;
        } else if (xml.name() == "t") {
            in_text = event == Event::begin;
        }
        if (bytes > texts_bytes_max) {
            return refused_file(
                file, "its texts take more than " + std::to_string(texts_bytes_max) + " bytes"
            );
        }
    }
    return texts;
}

template <class Number>
std::optional<Number> number_in(const std::string_view text) {
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional{value} : std::nullopt;
}

/// `B7` is in column 1, counted from 0.
std::size_t column_of(const std::string_view reference) {
    std::size_t column = 0;
    for (const char letter : reference) {
        if (letter < 'A' || letter > 'Z' || column > columns_max) {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
    }
    return column == 0 ? 0 : column - 1;
}

class Sheet {
public:
    Sheet(XmlPull xml, Texts texts, std::filesystem::path file)
        : xml_{std::move(xml)}, texts_{std::move(texts)}, file_{std::move(file)} {}

    domain::Result<std::optional<Row>> next() {
        for (auto event = xml_.next(); event != Event::done; event = xml_.next()) {
            if (event == Event::failed) {
                return refused_file(
                    file_,
                    "row " + std::to_string(line_) +
                        ": the file cannot be read any further: " + xml_.failure()
                );
            }
            if (event == Event::begin && xml_.name() == "row") {
                begin_row();
            } else if (event == Event::end && xml_.name() == "row") {
                return end_row();
            } else if (event == Event::begin && xml_.name() == "c") {
                begin_cell();
            } else if (event == Event::end && xml_.name() == "c") {
                end_cell();
            } else if (event != Event::text) {
                in_value_ = event == Event::begin && (xml_.name() == "v" || xml_.name() == "t");
            } else if (in_value_) {
                value_ += xml_.text();
            }
        }
        return std::optional<Row>{};
    }

private:
    void begin_row() {
        // Rows are numbered upwards, so that a line names one row only.
        constexpr std::int64_t rows_max = 1'048'576;
        const auto stated = number_in<std::int64_t>(xml_.attribute("r"));
        line_ = stated && *stated > line_ && *stated <= rows_max ? *stated : line_ + 1;
        row_ = {.line = line_, .cells = {}, .fault = {}, .raw = {}};
        column_ = 0;
    }

    void begin_cell() {
        const std::string reference = xml_.attribute("r");
        column_ = reference.empty() ? column_ : column_of(reference);
        type_ = xml_.attribute("t");
        value_.clear();
    }

    void end_cell() {
        if (column_ >= columns_max) {
            row_.fault = "the row has more than " + std::to_string(columns_max) + " columns";
            return;
        }
        if (type_ == "s") {
            const auto index = number_in<std::size_t>(value_);
            if (!index || *index >= texts_.size()) {
                row_.fault = "a cell names text " + value_ + " of " + std::to_string(texts_.size());
                return;
            }
            value_ = texts_[*index];
        }
        row_.cells.resize(std::max(row_.cells.size(), column_ + 1));
        row_.cells[column_++] = value_;
    }

    /// A row leaves out what is empty at its end; it is as wide as the rows before it.
    Row end_row() {
        if (!row_.fault.empty()) {
            row_.cells.clear();
        } else {
            width_ = std::max(width_, row_.cells.size());
            row_.cells.resize(width_);
        }
        return std::move(row_);
    }

    XmlPull xml_;
    Texts texts_;
    std::filesystem::path file_;
    Row row_;
    std::int64_t line_ = 0;
    std::size_t column_ = 0;
    std::size_t width_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
};

}  // namespace

domain::Result<Rows> open_xlsx(const std::filesystem::path& file) {
    auto sheet = ZipMember::open(file, "xl/worksheets/sheet1.xml");
    if (!sheet) {
        return sheet.error();
    }
    Texts texts;
    // A workbook whose cells hold their texts themselves has no shared ones.
    if (auto shared = ZipMember::open(file, "xl/sharedStrings.xml")) {
        auto read = shared_texts(XmlPull{std::move(*shared)}, file);
        if (!read) {
            return read.error();
        }
        texts = std::move(*read);
    }
    auto rows = std::make_shared<Sheet>(XmlPull{std::move(*sheet)}, std::move(texts), file);
    return Rows{.next = [rows] { return rows->next(); }, .published_on = {}};
}

}  // namespace reference_data
