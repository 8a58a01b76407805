#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace ingest {

/// Tells on standard error how far long work has come: a bar that redraws itself on a terminal, a
/// line every few seconds elsewhere. Work that ends within the first interval says nothing.
class ProgressLine {
public:
    /// `work` says what is done (`part1.ndjson.gz`), `unit` what is counted (`records`).
    ProgressLine(std::string work, std::string unit);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `fraction` of the whole, 0 to 1, where it is known.
    void update(std::int64_t count, std::optional<double> fraction);

private:
    using Clock = std::chrono::steady_clock;

    std::string work_;
    std::string unit_;
    bool on_terminal_;
    Clock::time_point started_;
    Clock::time_point shown_;
    bool drawn_ = false;
};

/// `1234 records, 617/s, 42 %, 0:03 left`; rate and time left from `seconds` since the start.
std::string progress_text(
    std::int64_t count, const std::string& unit, double seconds, std::optional<double> fraction
);

}  // namespace ingest
