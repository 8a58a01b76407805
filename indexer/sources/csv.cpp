#include "indexer/sources/csv.hpp"

#include <iterator>
#include <utility>

namespace sources {

namespace {

/// The fields of one record, taken in line by line.
class Fields {
public:
    explicit Fields(const char delimiter) : delimiter_{delimiter} {}

    void take(const std::string_view line) {
        if (state_ == State::quoted) {
            field_ += '\n';
        }
        for (const char character : line) {
            take(character);
        }
        if (state_ == State::after_quote) {
            state_ = State::unquoted;
        }
    }

    bool in_quotes() const { return state_ == State::quoted; }
    const std::string& fault() const { return fault_; }

    std::vector<std::string> finish() {
        fields_.push_back(std::move(field_));
        return std::move(fields_);
    }

private:
    enum class State : std::uint8_t { start, unquoted, quoted, after_quote };

    void take(const char character) {
        if (state_ == State::quoted) {
            if (character == '"') {
                state_ = State::after_quote;
            } else {
                field_ += character;
            }
        } else if (character == delimiter_) {
            fields_.push_back(std::exchange(field_, {}));
            state_ = State::start;
        } else if (state_ == State::start && character == '"') {
            state_ = State::quoted;
        } else if (state_ == State::after_quote && character == '"') {
            field_ += '"';
            state_ = State::quoted;
        } else {
            if (state_ == State::after_quote) {
                fault_ = "text follows a closing quote";
            }
            field_ += character;
            state_ = State::unquoted;
        }
    }

    char delimiter_;
    State state_ = State::start;
    std::vector<std::string> fields_;
    std::string field_;
    std::string fault_;
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
