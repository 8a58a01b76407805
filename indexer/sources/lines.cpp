#include "indexer/sources/lines.hpp"

#include <utility>

namespace sources {

namespace {}  // namespace

Lines::Lines(ByteStream stream) : stream_{std::move(stream)} {}

bool Lines::fill() {
    if (position_ == piece_.size()) {
        piece_ = stream_.next();
        position_ = 0;
    }
    return position_ < piece_.size();
}

std::optional<Line> Lines::next() {
    if (!fill()) {
        return std::nullopt;
    }
    Line line{.number = ++number_, .text = {}};
    bool ended = false;
    while (!ended && fill()) {
        const auto end = piece_.find('\n', position_);
        const auto stop = std::min(end, piece_.size());
        if (!line.too_long) {
            line.text.append(piece_, position_, stop - position_);
        }
        if (line.text.size() > record_bytes_max) {
            line.too_long = true;
            line.text.resize(beginning_bytes);
        }
        ended = end != std::string::npos;
        position_ = ended ? stop + 1 : stop;
    }
    if (!ended && !stream_.failure().empty()) {
        return std::nullopt;
    }
    if (line.text.ends_with('\r')) {
        line.text.pop_back();
    }
    return line;
}

std::optional<std::string> fault_of(const Line& line) {
    if (line.too_long) {
        return "the line is longer than " + std::to_string(record_bytes_max) + " bytes";
    }
    if (!is_text(line.text)) {
        return "the line is not UTF-8 text; the encoding may be another";
    }
    return std::nullopt;
}

}  // namespace sources
