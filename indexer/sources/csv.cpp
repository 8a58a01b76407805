#include "indexer/sources/csv.hpp"

#include <csv.h>
#include <iterator>
#include <new>
#include <stdexcept>
#include <utility>

namespace sources {

namespace {

/// The fields of one record, taken in line by line by libcsv.
class Fields {
public:
    explicit Fields(const char delimiter) {
        constexpr unsigned char strict = CSV_STRICT;
        if (csv_init(&parser_, strict) != 0) {
            throw std::bad_alloc{};
        }
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
        // White space belongs to its field, and only a line's end ends a record.
        csv_set_space_func(&parser_, [](unsigned char) { return 0; });
        csv_set_term_func(&parser_, [](const unsigned char character) {
            return character == '\n' ? 1 : 0;
        });
    }
    ~Fields() { csv_free(&parser_); }
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    void take(const std::string_view line) {
        parse(line);
        if (fault_.empty()) {
            parse("\n");
        }
    }

    bool in_quotes() const { return !ended_; }
    const std::string& fault() const { return fault_; }
    std::vector<std::string> finish() { return std::move(fields_); }

private:
    void parse(std::string_view text) {
        while (!text.empty()) {
            text.remove_prefix(parsed(text));
            if (text.empty()) {
                return;
            }
            if (csv_error(&parser_) != CSV_EPARSE) {
                throw std::runtime_error{csv_strerror(csv_error(&parser_))};
            }
            if (text.front() != '"') {
                fault_ = "text follows a closing quote";
                return;
            }
            // A quote inside an unquoted field is an ordinary character, as spreadsheets write it.
            csv_set_opts(&parser_, 0);
            text.remove_prefix(parsed(text.substr(0, 1)));
            csv_set_opts(&parser_, CSV_STRICT);
        }
    }

    std::size_t parsed(const std::string_view text) {
        const auto on_field = [](void* field, const std::size_t size, void* self) {
            static_cast<Fields*>(self)->fields_.emplace_back(static_cast<const char*>(field), size);
        };
        const auto on_record = [](int, void* self) { static_cast<Fields*>(self)->ended_ = true; };
        return csv_parse(&parser_, text.data(), text.size(), on_field, on_record, this);
    }

    csv_parser parser_{};
    std::vector<std::string> fields_;
    std::string fault_;
    bool ended_ = false;
};

}  // namespace

CsvReader::CsvReader(Lines lines, const char delimiter)
    : lines_{std::move(lines)}, delimiter_{delimiter} {}

std::optional<CsvRecord> CsvReader::next() {
    while (true) {
        // A line read a second time does not reach over its end again: this keeps the work
        // proportional to the file.
        const auto reach = again_.empty() ? Reach::many_lines : Reach::one_line;
        auto line = next_line();
        if (!line) {
            return std::nullopt;
        }
        if (!trimmed(line->text).empty()) {
            return record_from(std::move(*line), reach);
        }
    }
}

std::optional<Line> CsvReader::next_line() {
    if (again_.empty()) {
        return lines_.next();
    }
    Line line = std::move(again_.front());
    again_.pop_front();
    return line;
}

CsvRecord CsvReader::record_from(Line first, const Reach reach) {
    std::vector<Line> taken;
    taken.push_back(std::move(first));
    Fields fields{delimiter_};
    std::size_t size = 0;
    while (true) {
        if (auto fault = fault_of(taken.back())) {
            return give_up(std::move(taken), std::move(*fault));
        }
        fields.take(taken.back().text);
        if (!fields.fault().empty()) {
            return give_up(std::move(taken), fields.fault());
        }
        if (!fields.in_quotes()) {
            return {
                .line = taken.front().number, .fields = fields.finish(), .fault = {}, .raw = {}};
        }
        size += taken.back().text.size() + 1;
        const bool may_go_on = reach == Reach::many_lines && size <= record_bytes_max;
        auto more = may_go_on ? next_line() : std::nullopt;
        if (!more) {
            return give_up(std::move(taken), "a quoted field is never closed");
        }
        taken.push_back(std::move(*more));
    }
}

/// Reports the line a faulty record began with, and keeps the others for another reading.
CsvRecord CsvReader::give_up(std::vector<Line> taken, std::string fault) {
    const Line& first = taken.front();
    CsvRecord record{
        .line = first.number, .fields = {}, .fault = std::move(fault), .raw = as_text(first.text)};
    again_.insert(
        again_.begin(),
        std::make_move_iterator(taken.begin() + 1),
        std::make_move_iterator(taken.end())
    );
    return record;
}

}  // namespace sources
