#pragma once

#include <string>
#include <vector>

namespace support {

/// What a program of ours printed, and how it ended.
struct Outcome {
    int status = 0;  ///< Exit status; 128 + the signal where one ended it.
    std::string out;
    std::string err;
};

/// Runs one of the programs of this build (`jobscout`, `jobscout-indexer`...), or another by its
/// full path, to its end, with `input` on its standard input. `environment` adds to the test's own,
/// as `NAME=value`.
Outcome run_program(
    const std::string& name,
    const std::vector<std::string>& arguments,
    const std::string& input = "",
    const std::vector<std::string>& environment = {}
);

}  // namespace support
