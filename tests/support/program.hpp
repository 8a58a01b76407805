#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace support {

/// What a program of ours printed, and how it ended.
struct Outcome {
    int status = 0;  ///< Exit status; 128 + the signal where one ended it.
    std::string out;
    std::string err;
};

/// One of the programs of this build, running. Killed at the latest when this object goes.
class Program {
public:
    /// As run_program().
    Program(
        const std::string& name,
        const std::vector<std::string>& arguments,
        const std::string& input = "",
        const std::vector<std::string>& environment = {}
    );
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void signal(int number) const;
    pid_t id() const { return child_; }

    /// Waits for its end; once.
    Outcome wait();

    /// What it has printed so far.
    std::string out() const;
    std::string err() const;

    /// Whether it has come to its end by itself; wait() tells how.
    bool ended() const;

private:
    struct Files;
    std::unique_ptr<Files> files_;
    pid_t child_ = 0;
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
