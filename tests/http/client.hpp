#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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

    /// Says that nothing more is sent.
    void finish_sending();

    /// Waits for one answer. `head` is true after a HEAD request, whose answer has no body.
    enum class Body { expected, absent };
    Answer receive(Body body = Body::expected);

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

}  // namespace client
