#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace packages {

/// The user and group of Debian that own nothing.
inline constexpr unsigned nobody = 65'534;

/// What a program may use before it is ended.
struct ToolLimits {
    /// What work takes is bounded by the processor's time; this by how busy the machine may be.
    std::chrono::milliseconds time{120'000};
    std::chrono::seconds processor_time{15};
    std::size_t memory_bytes = std::size_t{2} << 30;  ///< Of addresses.
    std::size_t file_bytes = std::size_t{32} << 20;   ///< Each file that it writes.
    std::size_t open_files = 128;
};

/// How much a program sees of the machine it runs on.
enum class Isolation {
    /// Programs, fonts and its own folder; no network, no other process (bubblewrap).
    contained,
    /// What an unprivileged user reads; no network where the kernel allows that. Only where
    /// bubblewrap is not installed or the kernel refuses it.
    limited,
};

/// What this machine allows; it is tried out once.
Isolation isolation();

struct ToolCall {
    std::vector<std::string> arguments;    ///< The program by its path, and what it is told.
    std::vector<std::string> environment;  ///< `NAME=value`, beside PATH, HOME and LANG.
    std::filesystem::path folder;          ///< Its own; its working folder.
    ToolLimits limits;
};

/// Runs a program without a shell, as nobody where we are root, within limits. What it printed.
/// Throws std::runtime_error where it does not end well, with the last of what it had to say; what
/// it was given never stands in it.
std::string run_tool(const ToolCall& call);

/// A folder that nobody else can read, removed with all it holds when this object goes.
class PrivateFolder {
public:
    explicit PrivateFolder(const std::filesystem::path& parent);
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, std::string_view content) const;

    /// Of a plain file, which a link is not: a program may have put one there.
    std::string read(const std::string& name) const;

private:
    std::filesystem::path path_;
};

}  // namespace packages
