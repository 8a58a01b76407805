// What a server on 127.0.0.1 does when three times as many requests come as it can answer. The
// generator is open-loop: requests come at their times, whether or not those before are answered,
// and an answer is as late as it is after the time its request was due.
//
//     overload_bench PORT PID TARGET [BODY_FILE]
//
// Measures the capacity with a closed loop first, then 0.8 and 3 times that. The server's own
// limits per address and account have to be off. Prints a row of a table for each.

#include "tests/bench/load_generator.hpp"
#include "tests/bench/served_market.hpp"

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

using load::Generator;
using load::milliseconds_at;
using load::Outcome;
using std::chrono::seconds;

constexpr std::size_t connections_max = 96;
/// As many as may run and wait at two workers without being refused.
constexpr std::size_t closed_loop_connections = 4;

void print(const std::string& name, Outcome& outcome, const pid_t process) {
    const auto rate = [&outcome](const std::size_t count) {
        return static_cast<std::size_t>(static_cast<double>(count) / outcome.seconds);
    };
    std::cout << "| " << name << " | " << rate(outcome.answered.size()) << " | "
              << milliseconds_at(outcome.answered, 0.5) << " / "
              << milliseconds_at(outcome.answered, 0.99) << " | " << rate(outcome.shed.size())
              << " | " << milliseconds_at(outcome.shed, 0.99) << " | "
              << outcome.without_retry_after << " | " << outcome.failed << " | "
              << market::megabytes(process, "VmRSS") << " / " << market::megabytes(process, "VmHWM")
              << " |" << std::endl;
}

std::string request_of(const std::string& target, const char* body_file) {
    std::string text =
        (body_file != nullptr ? "POST " : "GET ") + target + " HTTP/1.1\r\nHost: a\r\n";
    if (body_file == nullptr) {
        return text + "\r\n";
    }
    std::ifstream file{body_file};
    const std::string body{std::istreambuf_iterator<char>{file}, {}};
    return text +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    if (argument_count < 4) {
        std::cerr << "usage: PORT PID TARGET [BODY_FILE]\n";
        return 2;
    }
    const auto port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
    const pid_t process = std::stoi(arguments[2]);
    const std::string request =
        request_of(arguments[3], argument_count > 4 ? arguments[4] : nullptr);
    constexpr seconds time{10};
    std::cout
        << "| load | answered/s | p50 / p99 ms | shed/s | p99 ms | without Retry-After | failed | "
           "memory now / most MB |\n|---|---|---|---|---|---|---|---|\n";
    double capacity = 0;
    {
        Generator closed{port, {request}, closed_loop_connections};
        closed.closed_loop(seconds{3});
        Outcome outcome = closed.closed_loop(time);
        capacity = outcome.rate();
        print("closed loop of " + std::to_string(closed_loop_connections), outcome, process);
    }
    for (const double share : {0.8, 3.0, 0.8}) {
        Generator generator{port, {request}, connections_max};
        Outcome outcome = generator.open_loop(share * capacity, time);
        print(std::to_string(share).substr(0, 3) + " of capacity", outcome, process);
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << "overload_bench: " << error.what() << '\n';
    return 1;
}
