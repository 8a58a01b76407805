#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <poll.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

/// A plain blocking HTTP client over a socket, so that tests can send what no library would.
namespace client {

struct Answer {
    int status = 0;  ///< 0 where the server closed without an answer.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    /// The value of a header, whatever the case of its name; empty where absent.
    std::string header(std::string_view name) const;
};

class Connection {
public:
    /// Connects to 127.0.0.1. Throws std::system_error where nobody listens.
    explicit Connection(std::uint16_t port);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Sends bytes as they are. False where the server has closed.
    bool send(std::string_view bytes);

    /// For what speaks another protocol over it.
    int socket() const { return socket_; }

    /// Says that nothing more is sent.
    void finish_sending();

    /// Waits for one answer. `head` is true after a HEAD request, whose answer has no body.
    enum class Body { expected, absent };
    Answer receive(Body body = Body::expected);

    /// Waits for bytes, or for the end; false where neither comes within the time.
    bool has_more_within(std::chrono::milliseconds duration) const;

    /// Waits until the server closes; true if it did so without sending anything more.
    bool closed_by_server();

private:
    bool read_more();

    int socket_;
    std::string received_;
};

/// The bytes of a request with Host, and with Content-Length and JSON type where there is a body.
std::string request(
    std::string_view method,
    std::string_view target,
    std::string_view body = {},
    const std::vector<std::pair<std::string, std::string>>& headers = {}
);

/// One request on a connection of its own.
Answer ask(
    std::uint16_t port,
    std::string_view method,
    std::string_view target,
    std::string_view body = {},
    const std::vector<std::pair<std::string, std::string>>& headers = {}
);

namespace detail {

inline bool equal_ignoring_case(const std::string_view left, const std::string_view right) {
    return std::equal(
        left.begin(),
        left.end(),
        right.begin(),
        right.end(),
        [](const unsigned char a, const unsigned char b) {
            return std::tolower(a) == std::tolower(b);
        }
    );
}

inline Answer parse_head(const std::string_view head) {
    Answer answer;
    answer.status = std::stoi(std::string{head.substr(head.find(' ') + 1, 3)});
    for (std::size_t start = head.find("\r\n") + 2; start < head.size();) {
        const std::size_t end = std::min(head.find("\r\n", start), head.size());
        const std::string_view line = head.substr(start, end - start);
        const std::size_t colon = line.find(':');
        answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        start = end + 2;
    }
    return answer;
}

}  // namespace detail

inline std::string Answer::header(const std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (detail::equal_ignoring_case(key, name)) {
            return value;
        }
    }
    return {};
}

inline Connection::Connection(const std::uint16_t port)
    : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (socket_ < 0 || ::connect(socket_, generic, sizeof address) != 0) {
        const std::error_code error{errno, std::generic_category()};
        ::close(socket_);
        throw std::system_error{error, "connect"};
    }
}

inline Connection::~Connection() { ::close(socket_); }

inline bool Connection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

inline void Connection::finish_sending() { ::shutdown(socket_, SHUT_WR); }

inline bool Connection::read_more() {
    std::array<char, 4096> piece{};
    const ssize_t size = ::recv(socket_, piece.data(), piece.size(), 0);
    if (size <= 0) {
        return false;
    }
    received_.append(piece.data(), static_cast<std::size_t>(size));
    return true;
}

inline Answer Connection::receive(const Body body) {
    std::size_t head_end = 0;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!read_more()) {
            return {};
        }
    }
    Answer answer = detail::parse_head(std::string_view{received_}.substr(0, head_end));
    received_.erase(0, head_end + 4);
    const std::string length = answer.header("Content-Length");
    const std::size_t size = length.empty() || body == Body::absent ? 0 : std::stoul(length);
    while (received_.size() < size && read_more()) {
    }
    answer.body = received_.substr(0, size);
    received_.erase(0, answer.body.size());
    return answer;
}

inline bool Connection::has_more_within(const std::chrono::milliseconds duration) const {
    pollfd interest{.fd = socket_, .events = POLLIN, .revents = 0};
    return ::poll(&interest, 1, static_cast<int>(duration.count())) > 0;
}

inline bool Connection::closed_by_server() {
    while (read_more()) {
    }
    return received_.empty();
}

inline std::string request(
    const std::string_view method,
    const std::string_view target,
    const std::string_view body,
    const std::vector<std::pair<std::string, std::string>>& headers
) {
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (const auto& [name, value] : headers) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
    if (!body.empty()) {
        text.append("Content-Type: application/json\r\nContent-Length: ");
        text.append(std::to_string(body.size())).append("\r\n");
    }
    return text.append("\r\n").append(body);
}

inline Answer ask(
    const std::uint16_t port,
    const std::string_view method,
    const std::string_view target,
    const std::string_view body,
    const std::vector<std::pair<std::string, std::string>>& headers
) {
    Connection connection{port};
    connection.send(request(method, target, body, headers));
    return connection.receive(
        method == "HEAD" ? Connection::Body::absent : Connection::Body::expected
    );
}

}  // namespace client
