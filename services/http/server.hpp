#pragma once

#include "services/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace http {

/// Everything has a limit.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0 lets the system choose; see Server::port().
    std::size_t workers = 4;
    std::size_t requests_in_flight_max = 64;  ///< Beyond this the server answers 503.
    std::size_t connections_max = 1024;       ///< Beyond this new ones wait to be accepted.
    std::size_t header_bytes_max = 16 * std::size_t{1024};
    std::chrono::milliseconds read_timeout{
        15'000};  ///< To receive a request, with the wait for it.
    std::chrono::milliseconds write_timeout{30'000};
    std::chrono::milliseconds stop_timeout{10'000};  ///< For requests in flight when told to stop.
};

/// One request as the log tells it: nothing in it comes from the caller but the method.
struct Exchange {
    std::string_view method;  ///< `_OTHER` unless it is one that HTTP itself names.
    std::string_view route;   ///< Pattern; empty where no route was reached.
    unsigned status = 0;
    std::size_t body_bytes = 0;             ///< Of the answer.
    std::chrono::microseconds duration{0};  ///< From the last byte of the request on.
    std::string_view request_id;
    std::string_view failure;  ///< What the world did to a 500 or 503; else empty.
};

/// What a server serves.
struct Application {
    /// Answers one request. Runs on a worker thread and may block; calls run concurrently.
    /// Does not throw: Router::answer is the boundary at which failures become answers.
    std::function<Response(const Request&)> handle;

    /// Asked when the header is there and the body is not. Runs on the I/O thread, so it decides
    /// at once; it does not throw.
    std::function<std::size_t(const Request& head)> body_bytes_max;

    /// Told of every answer once it is sent. Runs on the I/O thread.
    std::function<void(const Exchange&)> log;
};

/// Whether the address, in numbers, is one that only this machine can reach.
bool is_loopback(const std::string& address);

/// An HTTP/1.1 server: one I/O thread runs every connection, worker threads run the handler.
/// What it cannot understand in one way only - two lengths, a length and chunks, no host or two -
/// it refuses and closes the connection, so that nothing is smuggled past a proxy.
class Server {
public:
    /// Binds and listens. Throws boost::system::system_error, a std::runtime_error, when the
    /// address is malformed or taken.
    Server(ServerOptions options, Application application);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    /// Serves until stop(), or until SIGINT or SIGTERM after stop_on_signals(). The calling thread
    /// becomes the I/O thread.
    void run();

    /// From any thread: takes no new request, closes idle connections, finishes those in flight.
    void stop();

    /// From now on SIGINT and SIGTERM stop the server.
    void stop_on_signals();

private:
    class Connections;
    std::unique_ptr<Connections> connections_;
};

}  // namespace http
