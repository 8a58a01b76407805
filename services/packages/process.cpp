#include "services/packages/process.hpp"

#include "services/packages/throw_errno.hpp"

#include <linux/sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sched.h>
#include <stdexcept>
#include <unistd.h>

namespace packages {
namespace {

constexpr const char* bubblewrap = "/usr/bin/bwrap";
constexpr const char* out_name = "tool.out";
constexpr const char* error_name = "tool.err";
constexpr int cannot_run = 127;

/// The command that shows a program nothing but programs, fonts and its folder.
std::vector<std::string> contained(const ToolCall& call) {
    std::vector<std::string> all{
        bubblewrap,
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        "--ro-bind",
        "/usr",
        "/usr",
        "--symlink",
        "usr/bin",
        "/bin",
        "--symlink",
        "usr/lib",
        "/lib",
        "--symlink",
        "usr/lib64",
        "/lib64",
        "--ro-bind-try",
        "/etc/fonts",
        "/etc/fonts",
        "--ro-bind-try",
        "/etc/alternatives",
        "/etc/alternatives",
        "--ro-bind-try",
        "/var/cache/fontconfig",
        "/var/cache/fontconfig",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--bind",
        call.folder.string(),
        "/tmp",
        "--chdir",
        "/tmp"};
    all.insert(all.end(), call.arguments.begin(), call.arguments.end());
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

/// All that stands between fork and exec; made before, for nothing may be allocated then.
struct Prepared {
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
    std::string folder;
    int in = -1;
    int out = -1;
    int error = -1;
    ToolLimits limits;
    bool without_network = false;  ///< To be tried here, since nothing else does.
};

void limit(const __rlimit_resource what, const rlim_t most) {
    const rlimit value{.rlim_cur = most, .rlim_max = most};
    if (setrlimit(what, &value) != 0) {
        _exit(cannot_run);
    }
}

/// Between fork and exec of a program with threads: system calls alone.
[[noreturn]] void become(const Prepared& prepared, char* const* arguments, char* const* variables) {
    setsid();
    dup2(prepared.in, STDIN_FILENO);
    dup2(prepared.out, STDOUT_FILENO);
    dup2(prepared.error, STDERR_FILENO);
    syscall(SYS_close_range, 3U, ~0U, 0U);
    if (prepared.without_network && unshare(CLONE_NEWNET) != 0) {
        static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));
    }
    if (geteuid() == 0 && (syscall(SYS_setgroups, 0, nullptr) != 0 ||
                           syscall(SYS_setresgid, nobody, nobody, nobody) != 0 ||
                           syscall(SYS_setresuid, nobody, nobody, nobody) != 0)) {
        _exit(cannot_run);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(prepared.limits.processor_time.count()));
    limit(RLIMIT_AS, prepared.limits.memory_bytes);
    limit(RLIMIT_FSIZE, prepared.limits.file_bytes);
    limit(RLIMIT_NOFILE, prepared.limits.open_files);
    limit(RLIMIT_CORE, 0);
    if (chdir(prepared.folder.c_str()) == 0) {
        execve(arguments[0], arguments, variables);
    }
    _exit(cannot_run);
}

class Child {
public:
    explicit Child(Prepared& prepared) {
        const auto arguments = pointers(prepared.arguments);
        const auto variables = pointers(prepared.environment);
        process_ = fork();
        if (process_ < 0) {
            throw_errno("cannot start " + prepared.arguments.front());
        }
        if (process_ == 0) {
            become(prepared, arguments.data(), variables.data());
        }
    }
    ~Child() {
        if (process_ > 0) {
            end();
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The status of waitpid(); nothing where the time is over and it had to be ended.
    std::optional<int> wait(const std::chrono::milliseconds time) {
        const int watched = static_cast<int>(syscall(SYS_pidfd_open, process_, 0));
        if (watched < 0) {
            throw_errno("cannot watch a program");
        }
        pollfd ended{.fd = watched, .events = POLLIN, .revents = 0};
        const int count = poll(&ended, 1, static_cast<int>(time.count()));
        close(watched);
        if (count <= 0) {
            return std::nullopt;
        }
        int status = 0;
        waitpid(process_, &status, 0);
        process_ = 0;
        return status;
    }

private:
    void end() const {
        kill(-process_, SIGKILL);
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    pid_t process_ = 0;
};

class File {
public:
    File(const std::filesystem::path& path, const int flags)
        : number_{open(path.c_str(), flags | O_CLOEXEC, 0600)} {
        if (number_ < 0) {
            throw_errno("cannot open " + path.filename().string());
        }
    }
    ~File() { close(number_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

std::string content_of(const File& file) {
    std::string content;
    std::array<char, 4'096> piece{};
    lseek(file.number(), 0, SEEK_SET);
    for (;;) {
        const ssize_t count = read(file.number(), piece.data(), piece.size());
        if (count <= 0) {
            return content;
        }
        content.append(piece.data(), static_cast<std::size_t>(count));
    }
}

/// A traceback may quote the document; only its last line says what is wrong.
std::string last_line(std::string text) {
    constexpr std::size_t shown = 200;
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text.substr(text.rfind('\n') + 1).substr(0, shown);
}

std::string run(const ToolCall& call, const Isolation how) {
    const File in{"/dev/null", O_RDONLY};
    const File out{call.folder / out_name, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW};
    const File error{call.folder / error_name, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW};
    const bool boxed = how == Isolation::contained;
    Prepared prepared{
        .arguments = boxed ? contained(call) : call.arguments,
        .environment = call.environment,
        .folder = call.folder.string(),
        .in = in.number(),
        .out = out.number(),
        .error = error.number(),
        .limits = call.limits,
        .without_network = !boxed};
    prepared.environment.emplace_back("PATH=/usr/bin:/bin");
    prepared.environment.emplace_back("HOME=" + (boxed ? "/tmp" : prepared.folder));
    prepared.environment.emplace_back("LANG=C.UTF-8");
    Child child{prepared};
    const std::optional<int> status = child.wait(call.limits.time);
    const std::string& program = call.arguments.front();
    if (!status) {
        throw std::runtime_error{program + " has taken too long"};
    }
    if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0) {
        throw std::runtime_error{program + " has failed: " + last_line(content_of(error))};
    }
    return content_of(out);
}

Isolation tried_out() {
    if (access(bubblewrap, X_OK) != 0) {
        return Isolation::limited;
    }
    const PrivateFolder folder{std::filesystem::temp_directory_path()};
    try {
        run({.arguments = {"/usr/bin/true"},
             .environment = {},
             .folder = folder.path(),
             .limits = {}},
            Isolation::contained);
        return Isolation::contained;
    } catch (const std::runtime_error&) {
        return Isolation::limited;
    }
}

}  // namespace

Isolation isolation() {
    static const Isolation allowed = tried_out();
    return allowed;
}

std::string run_tool(const ToolCall& call) { return run(call, isolation()); }

}  // namespace packages
