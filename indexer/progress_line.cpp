#include "indexer/progress_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <unistd.h>
#include <utility>

namespace ingest {
namespace {

using namespace std::chrono_literals;

constexpr auto redraw_interval = 100ms;
constexpr auto line_interval = 5s;
constexpr int bar_width = 24;

std::string bar(const double fraction) {
    const auto filled = static_cast<std::size_t>(std::lround(fraction * bar_width));
    return '[' + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] ";
}

std::string minutes(const double seconds) {
    const long whole = std::lround(seconds);
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + ':' + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

std::string progress_text(
    const std::int64_t count,
    const std::string& unit,
    const double seconds,
    const std::optional<double> fraction
) {
    std::string text = std::to_string(count) + ' ' + unit;
    if (seconds > 0) {
        text += ", " + std::to_string(std::lround(static_cast<double>(count) / seconds)) + "/s";
    }
    if (fraction) {
        text += ", " + std::to_string(std::lround(*fraction * 100)) + " %";
    }
    if (fraction && *fraction > 0) {
        text += ", " + minutes(seconds / *fraction - seconds) + " left";
    }
    return text;
}

ProgressLine::ProgressLine(std::string work, std::string unit)
    : work_{std::move(work)},
      unit_{std::move(unit)},
      on_terminal_{isatty(STDERR_FILENO) == 1},
      started_{Clock::now()},
      shown_{started_} {}

ProgressLine::~ProgressLine() {
    if (drawn_) {
        std::cerr << "\r\x1b[K" << std::flush;
    }
}

void ProgressLine::update(const std::int64_t count, std::optional<double> fraction) {
    const auto now = Clock::now();
    if (on_terminal_ ? now - shown_ < redraw_interval : now - shown_ < line_interval) {
        return;
    }
    shown_ = now;
    if (fraction) {
        fraction = std::clamp(*fraction, 0.0, 1.0);
    }
    const double seconds = std::chrono::duration<double>(now - started_).count();
    const std::string text = progress_text(count, unit_, seconds, fraction);
    if (on_terminal_) {
        std::cerr << '\r' << (fraction ? bar(*fraction) : "") << work_ << ": " << text << "\x1b[K"
                  << std::flush;
        drawn_ = true;
    } else {
        std::cerr << work_ << ": " << text << std::endl;
    }
}

}  // namespace ingest
