#pragma once

#include "indexer/sources/lines.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace sources {

/// One record of a CSV file, or why there is none where one should be.
struct CsvRecord {
    std::int64_t line = 0;            ///< Where it begins.
    std::vector<std::string> fields;  ///< Empty if `fault` is not.
    std::string fault;
    std::string raw;  ///< The faulty line.
};

/// Reads RFC 4180 with any delimiter: quoted fields may hold delimiters, `""` and line ends. A
/// quote inside an unquoted field is an ordinary character, as spreadsheets write it. Empty lines
/// are passed over.
///
/// A quote that is never closed would swallow the rest of the file. It costs its own line only:
/// the lines taken in after it are read again, each as a record of its own.
class CsvReader {
public:
    CsvReader(Lines lines, char delimiter);

    std::optional<CsvRecord> next();
    const Lines& lines() const { return lines_; }

private:
    enum class Reach : std::uint8_t { one_line, many_lines };

    std::optional<Line> next_line();
    CsvRecord record_from(Line first, Reach reach);
    CsvRecord give_up(std::vector<Line> taken, std::string fault);

    Lines lines_;
    char delimiter_;
    std::deque<Line> again_;  ///< Lines to be read a second time.
};

}  // namespace sources
