// What a server on 127.0.0.1 does when three times as many requests come as it can answer. The
// generator is open-loop: requests come at their times, whether or not those before are answered,
// and an answer is as late as it is after the time its request was due.
//
//     overload_bench PORT PID TARGET [BODY_FILE]
//
// Measures the capacity with a closed loop first, then 0.8 and 3 times that. The server's own
// limits per address and account have to be off. Prints a row of a table for each.

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
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

using Clock = std::chrono::steady_clock;
using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::seconds;

constexpr std::size_t connections_max = 96;
/// As many as may run and wait at two workers without being refused.
constexpr std::size_t closed_loop_connections = 4;
constexpr std::chrono::nanoseconds longest_wait{1'000'000};

struct Connection {
    int socket = -1;
    bool busy = false;
    Clock::time_point due;
    std::string received;
};

struct Outcome {
    std::vector<microseconds> answered;
    std::vector<microseconds> shed;
    std::size_t without_retry_after = 0;
    std::size_t failed = 0;
    double seconds = 0;
};

int connect_to(const std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error{"nobody listens"};
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

/// All connections to one server, by one thread.
class Generator {
public:
    Generator(const std::uint16_t port, std::string request, const std::size_t connections)
        : port_{port}, request_{std::move(request)}, connections_(connections) {
        for (Connection& connection : connections_) {
            open(connection);
        }
    }
    ~Generator() {
        for (const Connection& connection : connections_) {
            ::close(connection.socket);
        }
        ::close(epoll_);
    }
    Generator(const Generator&) = delete;
    Generator& operator=(const Generator&) = delete;

    /// Each connection asks again as soon as it is answered.
    Outcome closed_loop(const seconds time) {
        const auto end = Clock::now() + time;
        return run(end, [](const Clock::time_point now) { return now; });
    }

    /// `rate` a second.
    Outcome open_loop(const double rate, const seconds time) {
        const auto begin = Clock::now();
        std::size_t sent = 0;
        return run(begin + time, [&](const Clock::time_point) {
            const duration<double> after{static_cast<double>(sent++) / rate};
            return begin + duration_cast<Clock::duration>(after);
        });
    }

private:
    void open(Connection& connection) {
        connection.socket = connect_to(port_);
        connection.busy = false;
        connection.received.clear();
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &connection;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event);
    }

    void send(Connection& connection, const Clock::time_point due) {
        connection.busy = true;
        connection.due = due;
        if (::send(connection.socket, request_.data(), request_.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request_.size())) {
            throw std::runtime_error{"a request was not sent whole"};
        }
    }

    /// `next` is the time at which the next request is due.
    template <class Next>
    Outcome run(const Clock::time_point end, Next next) {
        Outcome outcome;
        std::vector<Connection*> idle;
        for (Connection& connection : connections_) {
            idle.push_back(&connection);
        }
        const auto begin = Clock::now();
        Clock::time_point due = next(begin);
        std::size_t busy = 0;
        for (auto now = begin; now < end || busy > 0; now = Clock::now()) {
            while (now < end && due <= now && !idle.empty()) {
                send(*idle.back(), due);
                idle.pop_back();
                ++busy;
                due = next(now);
            }
            std::array<epoll_event, 64> events{};
            const auto wait =
                std::clamp<Clock::duration>(due - now, Clock::duration{0}, longest_wait);
            const timespec until{
                .tv_sec = 0, .tv_nsec = idle.empty() ? longest_wait.count() : wait.count()};
            const int count = ::epoll_pwait2(epoll_, events.data(), events.size(), &until, nullptr);
            for (int i = 0; i < count; ++i) {
                auto& connection =
                    *static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr);
                if (receive(connection, outcome)) {
                    idle.push_back(&connection);
                    --busy;
                }
            }
        }
        outcome.seconds = duration<double>(Clock::now() - begin).count();
        return outcome;
    }

    /// True where the connection has its answer, or is a new one because the old one ended.
    bool receive(Connection& connection, Outcome& outcome) {
        std::array<char, 65'536> piece{};
        const ssize_t size = ::recv(connection.socket, piece.data(), piece.size(), 0);
        if (size <= 0) {
            outcome.failed += connection.busy ? 1 : 0;
            const bool was_busy = connection.busy;
            ::close(connection.socket);
            open(connection);
            return was_busy;
        }
        connection.received.append(piece.data(), static_cast<std::size_t>(size));
        const std::size_t head = connection.received.find("\r\n\r\n");
        if (head == std::string::npos) {
            return false;
        }
        constexpr std::string_view length = "Content-Length: ";
        const std::size_t at = connection.received.find(length);
        const auto body = std::stoul(connection.received.substr(at + length.size(), 12));
        if (connection.received.size() < head + 4 + body) {
            return false;
        }
        const auto late = duration_cast<microseconds>(Clock::now() - connection.due);
        const std::string_view status = std::string_view{connection.received}.substr(9, 3);
        if (status.front() == '2') {
            outcome.answered.push_back(late);
        } else if (status == "503" || status == "429") {
            outcome.shed.push_back(late);
            const bool told = connection.received.find("\r\nRetry-After: ") < head;
            outcome.without_retry_after += told ? 0 : 1;
        } else {
            ++outcome.failed;
        }
        connection.received.clear();
        connection.busy = false;
        return true;
    }

    std::uint16_t port_;
    std::string request_;
    int epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Connection> connections_;
};

double milliseconds_at(std::vector<microseconds>& all, const double share) {
    if (all.empty()) {
        return 0;
    }
    std::sort(all.begin(), all.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(all.size() - 1));
    return static_cast<double>(all[at].count()) / 1'000;
}

/// `VmRSS` or `VmHWM` of a process, in MB.
std::string memory(const std::string& process, const std::string& name) {
    std::ifstream status{"/proc/" + process + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return std::to_string(
                std::stoul(line.substr(line.find_first_of("0123456789"))) / 1'024
            );
        }
    }
    return "?";
}

void print(const std::string& name, Outcome& outcome, const std::string& process) {
    const auto rate = [&outcome](const std::size_t count) {
        return static_cast<std::size_t>(static_cast<double>(count) / outcome.seconds);
    };
    std::cout << "| " << name << " | " << rate(outcome.answered.size()) << " | "
              << milliseconds_at(outcome.answered, 0.5) << " / "
              << milliseconds_at(outcome.answered, 0.99) << " | " << rate(outcome.shed.size())
              << " | " << milliseconds_at(outcome.shed, 0.99) << " | "
              << outcome.without_retry_after << " | " << outcome.failed << " | "
              << memory(process, "VmRSS") << " / " << memory(process, "VmHWM") << " |" << std::endl;
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
    const std::string process = arguments[2];
    const std::string request =
        request_of(arguments[3], argument_count > 4 ? arguments[4] : nullptr);
    constexpr seconds time{10};
    std::cout
        << "| load | answered/s | p50 / p99 ms | shed/s | p99 ms | without Retry-After | failed | "
           "memory now / most MB |\n|---|---|---|---|---|---|---|---|\n";
    double capacity = 0;
    {
        Generator closed{port, request, closed_loop_connections};
        closed.closed_loop(seconds{3});
        Outcome outcome = closed.closed_loop(time);
        capacity = static_cast<double>(outcome.answered.size()) / outcome.seconds;
        print("closed loop of " + std::to_string(closed_loop_connections), outcome, process);
    }
    for (const double share : {0.8, 3.0, 0.8}) {
        Generator generator{port, request, connections_max};
        Outcome outcome = generator.open_loop(share * capacity, time);
        print(std::to_string(share).substr(0, 3) + " of capacity", outcome, process);
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << "overload_bench: " << error.what() << '\n';
    return 1;
}
