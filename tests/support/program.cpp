#include "tests/support/program.hpp"

#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <spawn.h>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <unistd.h>

extern char** environ;

namespace support {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

namespace {

/// Files rather than pipes: whatever a program prints, in whatever order, nobody waits for anybody.
File file_with(const std::string_view content) {
    File file{std::tmpfile()};
    if (!file) {
        throw std::system_error{errno, std::generic_category(), "tmpfile"};
    }
    std::fwrite(content.data(), 1, content.size(), file.get());
    std::rewind(file.get());
    return file;
}

/// Read by place, so that a program that still writes goes on where it is.
std::string content_of(std::FILE* file) {
    std::string content;
    std::array<char, 65536> chunk{};
    for (ssize_t count = 0;
         (count =
              ::pread(fileno(file), chunk.data(), chunk.size(), static_cast<off_t>(content.size()))
         ) > 0;) {
        content.append(chunk.data(), static_cast<std::size_t>(count));
    }
    return content;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

struct Program::Files {
    File in;
    File out;
    File err;
};

Program::Program(
    const std::string& name,
    const std::vector<std::string>& arguments,
    const std::string& input,
    const std::vector<std::string>& environment
)
    : files_{std::make_unique<Files>(file_with(input), file_with(""), file_with(""))} {
    std::vector<std::string> command{std::filesystem::path{PROGRAM_FOLDER} / name};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    posix_spawn_file_actions_t redirections{};
    posix_spawn_file_actions_init(&redirections);
    posix_spawn_file_actions_adddup2(&redirections, fileno(files_->in.get()), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&redirections, fileno(files_->out.get()), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&redirections, fileno(files_->err.get()), STDERR_FILENO);
    const int failure = posix_spawn(
        &child_,
        command.front().c_str(),
        &redirections,
        nullptr,
        pointers_to(command).data(),
        pointers_to(variables).data()
    );
    posix_spawn_file_actions_destroy(&redirections);
    if (failure != 0) {
        throw std::system_error{failure, std::generic_category(), command.front()};
    }
}

Program::~Program() {
    if (child_ != 0) {
        signal(SIGKILL);
        waitpid(child_, nullptr, 0);
    }
}

void Program::signal(const int number) const { kill(child_, number); }

Outcome Program::wait() {
    int status = 0;
    while (waitpid(child_, &status, 0) < 0) {
        if (errno != EINTR) {
            throw std::system_error{errno, std::generic_category(), "waitpid"};
        }
    }
    child_ = 0;
    return {
        .status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
        .out = content_of(files_->out.get()),
        .err = content_of(files_->err.get()),
    };
}

std::string Program::out() const { return content_of(files_->out.get()); }

bool Program::ended() const {
    siginfo_t info{};
    waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid == child_;
}

std::string Program::err() const { return content_of(files_->err.get()); }

Outcome run_program(
    const std::string& name,
    const std::vector<std::string>& arguments,
    const std::string& input,
    const std::vector<std::string>& environment
) {
    return Program{name, arguments, input, environment}.wait();
}

}  // namespace support
