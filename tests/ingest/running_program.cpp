#include "tests/ingest/running_program.hpp"

#include <sys/wait.h>

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <thread>
#include <unistd.h>

extern char** environ;

RunningProgram::RunningProgram(
    const std::vector<std::string>& arguments, const std::vector<std::string>& environment
) {
    std::vector<std::string> command{std::string{PROGRAM_FOLDER} + "/jobscout-indexer"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> result;
        for (std::string& text : texts) {
            result.push_back(text.data());
        }
        result.push_back(nullptr);
        return result;
    };
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
    }
    const int failure = posix_spawn(
        &child_,
        command.front().c_str(),
        &actions,
        nullptr,
        pointers(command).data(),
        pointers(variables).data()
    );
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        throw std::runtime_error{"cannot start " + command.front()};
    }
}

RunningProgram::~RunningProgram() {
    if (status_ < 0) {
        kill(child_, SIGKILL);
        wait();
    }
}

bool RunningProgram::kill_after(const std::chrono::microseconds delay) {
    std::this_thread::sleep_for(delay);
    kill(child_, SIGKILL);
    return wait() == 128 + SIGKILL;
}

int RunningProgram::wait() {
    if (status_ < 0) {
        int status = 0;
        waitpid(child_, &status, 0);
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return status_;
}
