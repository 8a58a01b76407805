#include "tests/support/program.hpp"

#include <sys/wait.h>

#include <array>
#include <cerrno>
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
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

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

std::string content_of(std::FILE* file) {
    std::rewind(file);
    std::string content;
    std::array<char, 65536> chunk{};
    for (std::size_t count = 0; (count = std::fread(chunk.data(), 1, chunk.size(), file)) > 0;) {
        content.append(chunk.data(), count);
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

Outcome run_program(
    const std::string& name,
    const std::vector<std::string>& arguments,
    const std::string& input,
    const std::vector<std::string>& environment
) {
    std::vector<std::string> command{std::filesystem::path{PROGRAM_FOLDER} / name};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }

    const File in = file_with(input);
    const File out = file_with("");
    const File err = file_with("");
    posix_spawn_file_actions_t redirections{};
    posix_spawn_file_actions_init(&redirections);
    posix_spawn_file_actions_adddup2(&redirections, fileno(in.get()), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&redirections, fileno(out.get()), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&redirections, fileno(err.get()), STDERR_FILENO);

    pid_t child = 0;
    const int failure = posix_spawn(
        &child,
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
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            throw std::system_error{errno, std::generic_category(), "waitpid"};
        }
    }
    return {
        .status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
        .out = content_of(out.get()),
        .err = content_of(err.get()),
    };
}

}  // namespace support
