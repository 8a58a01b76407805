#include "services/metrics/process.hpp"

#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace metrics {
namespace {

/// Fields of /proc/self/stat after the name of the program, which may hold anything; the first of
/// them is the third of proc(5).
std::vector<std::string> stat_fields() {
    std::ifstream file{"/proc/self/stat"};
    std::string line;
    std::getline(file, line);
    std::istringstream rest{line.substr(line.rfind(')') + 1)};
    std::vector<std::string> fields;
    for (std::string field; rest >> field;) {
        fields.push_back(field);
    }
    return fields;
}

/// Field `number` of proc(5).
double field(const std::vector<std::string>& fields, const std::size_t number) {
    return std::stod(fields.at(number - 3));
}

/// When the machine was started, in seconds since 1970.
double boot_time() {
    std::ifstream file{"/proc/stat"};
    for (std::string word; file >> word;) {
        double seconds = 0;
        if (word == "btime" && file >> seconds) {
            return seconds;
        }
    }
    return 0;
}

double open_files() {
    std::error_code none;
    double count = 0;
    for (auto entry = std::filesystem::directory_iterator{"/proc/self/fd", none};
         entry != std::filesystem::directory_iterator{};
         entry.increment(none)) {
        ++count;
    }
    return count;
}

}  // namespace

void add_process(Page& page) {
    constexpr std::size_t user_time = 14;
    constexpr std::size_t system_time = 15;
    constexpr std::size_t threads = 20;
    constexpr std::size_t start_time = 22;
    constexpr std::size_t virtual_bytes = 23;
    constexpr std::size_t resident_pages = 24;
    const auto fields = stat_fields();
    if (fields.size() + 2 < resident_pages) {
        return;
    }
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    page.counter(
        "process_cpu_seconds_total",
        "Time of processors, in user and in system.",
        (field(fields, user_time) + field(fields, system_time)) / ticks
    );
    page.gauge("process_threads", "Threads.", field(fields, threads));
    page.gauge(
        "process_start_time_seconds",
        "When the process was started.",
        boot_time() + field(fields, start_time) / ticks
    );
    page.gauge(
        "process_virtual_memory_bytes", "Of its address space.", field(fields, virtual_bytes)
    );
    page.gauge(
        "process_resident_memory_bytes",
        "In memory.",
        field(fields, resident_pages) * static_cast<double>(::sysconf(_SC_PAGESIZE))
    );
    page.gauge("process_open_fds", "Open files.", open_files());
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        page.gauge("process_max_fds", "So many may be open.", static_cast<double>(limit.rlim_cur));
    }
}

}  // namespace metrics
