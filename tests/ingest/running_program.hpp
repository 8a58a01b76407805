#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

/// jobscout-indexer on its way, so that a test can end it at any moment. What it prints goes
/// nowhere.
class RunningProgram {
public:
    RunningProgram(
        const std::vector<std::string>& arguments, const std::vector<std::string>& environment
    );
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// SIGKILL, if it still runs then. True if it did.
    bool kill_after(std::chrono::microseconds delay);

    /// Its exit status; 128 + the signal where one ended it.
    int wait();

private:
    pid_t child_ = 0;
    int status_ = -1;
};
