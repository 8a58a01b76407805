#include "tests/bench/load_generator.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace load {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::seconds;

constexpr std::chrono::nanoseconds longest_wait{1'000'000};

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

}  // namespace

class Generator::Connections {
    struct Connection {
        int socket = -1;
        bool busy = false;
        Clock::time_point due;
        std::string received;
    };

public:
    Connections(
        const std::uint16_t port, std::vector<std::string> requests, const std::size_t connections
    )
        : port_{port}, requests_{std::move(requests)}, connections_(connections) {
        for (Connection& connection : connections_) {
            open(connection);
        }
    }
    ~Connections() {
        for (const Connection& connection : connections_) {
            ::close(connection.socket);
        }
        ::close(epoll_);
    }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

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
        const std::string& request = requests_[sent_++ % requests_.size()];
        if (::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size())) {
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
    std::vector<std::string> requests_;
    std::size_t sent_ = 0;
    int epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Connection> connections_;
};

Generator::Generator(
    const std::uint16_t port, std::vector<std::string> requests, const std::size_t connections
)
    : connections_{std::make_unique<Connections>(port, std::move(requests), connections)} {}
Generator::~Generator() = default;

Outcome Generator::closed_loop(const seconds time) { return connections_->closed_loop(time); }

Outcome Generator::open_loop(const double rate, const seconds time) {
    return connections_->open_loop(rate, time);
}

double milliseconds_at(std::vector<microseconds>& all, const double share) {
    if (all.empty()) {
        return 0;
    }
    std::sort(all.begin(), all.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(all.size() - 1));
    return static_cast<double>(all[at].count()) / 1'000;
}

}  // namespace load
