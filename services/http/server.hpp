#pragma once

#include "services/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace http {

/// Answers one request. Runs on a worker thread and may block; calls run concurrently.
/// An exception becomes a 500 response, so throw only when the world has failed.
using Handler = std::function<Response(const Request&)>;

/// Everything has a limit.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0 lets the system choose; see Server::port().
    std::size_t workers = 4;
    std::size_t requests_in_flight_max = 64;  ///< Beyond this the server answers 503.
    std::size_t connections_max = 1024;
    std::size_t header_bytes_max = 16 * std::size_t{1024};
    std::size_t body_bytes_max = 64 * std::size_t{1024};
    std::chrono::seconds read_timeout{15};  ///< To receive a request, from its first wait on.
    std::chrono::seconds write_timeout{30};
    std::chrono::seconds stop_timeout{10};  ///< For requests in flight when asked to stop.
};

/// An HTTP/1.1 server: one I/O thread runs every connection, worker threads run the handler.
class Server {
public:
    /// Binds and listens. Throws std::system_error when the address is taken.
    Server(ServerOptions options, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    void run();   ///< Serves until stop(). The calling thread becomes the I/O thread.
    void stop();  ///< From any thread: takes no new request, finishes those in flight.

private:
    class Connections;
    std::unique_ptr<Connections> connections_;
};

}  // namespace http
