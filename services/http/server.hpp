#pragma once

#include "services/http/client_address.hpp"
#include "services/http/cors.hpp"
#include "services/http/head_scanner.hpp"
#include "services/http/message.hpp"
#include "services/http/rate_limit.hpp"
#include "services/http/tls_files.hpp"
#include "services/http/work_queue.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// Everything has a limit.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;              ///< 0 lets the system choose; see Server::port().
    std::optional<TlsFiles> tls = {};    ///< None: everything is in the clear.
    QueueLimits queue = {};              ///< Beyond this the server answers 503.
    std::size_t connections_max = 1024;  ///< Beyond this new ones wait to be accepted.
    std::size_t connections_per_address_max = 128;  ///< Of no trusted proxy. More are closed.
    Rate rate_per_address = {};                     ///< Beyond this one caller is answered 429.
    HeadLimits head = {};
    std::chrono::milliseconds idle_timeout{15'000};    ///< For a request to begin.
    std::chrono::milliseconds head_timeout{10'000};    ///< From its first byte on; and to greet.
    std::chrono::milliseconds body_timeout{30'000};    ///< From the end of its head on.
    std::chrono::milliseconds answer_timeout{20'000};  ///< For the handler; then 503.
    std::chrono::milliseconds write_timeout{30'000};   ///< For the whole of an answer.
    std::chrono::milliseconds stop_timeout{10'000};  ///< For requests in flight when told to stop.
    TrustedProxies trusted_proxies = {};
    ForwardedHeader forwarded_header = ForwardedHeader::x_forwarded;
    AllowedOrigins allowed_origins = {};
};

/// One request as the log tells it: nothing in it comes from the caller but the method.
struct Exchange {
    std::string_view method;  ///< `_OTHER` unless it is one that HTTP itself names.
    std::string_view route;   ///< Pattern; empty where no route was reached.
    bool secure = false;      ///< Over TLS, here or before a trusted proxy.
    unsigned status = 0;
    std::size_t body_bytes = 0;             ///< Of the answer.
    std::chrono::microseconds duration{0};  ///< From the last byte of the request on.
    std::string_view request_id;
    std::string_view trace_id;  ///< Of 32 digits; the caller's where it said one.
    std::string_view span_id;
    std::string_view parent_id;  ///< The caller's span; empty where it said none.
    std::string_view failure;    ///< What the world did to a 500 or 503; else empty.
};

/// How full a server is.
struct Standing {
    std::size_t connections = 0;  ///< Open.
    Load load = {};               ///< Requests with a worker or before one, but for vital ones.
};

/// What a server serves.
struct Application {
    /// Answers one request. Runs on a worker thread and may block; calls run concurrently.
    /// Does not throw: Router::answer is the boundary at which failures become answers.
    std::function<Response(const Request&)> handle;

    /// Asked when the header of a request with a body is there and the body is not. Runs on the I/O
    /// thread, so it decides at once; it does not throw.
    std::function<std::size_t(const Request& head)> body_bytes_max;

    /// Told of every answer once it is sent. Runs on the I/O thread.
    std::function<void(const Exchange&)> log;

    /// Whether a request is answered however full the server is and however often it comes: the
    /// few that ask how it is. They have a worker of their own. Runs on the I/O thread.
    std::function<bool(const Request& head)> is_vital = [](const Request&) { return false; };

    /// Told of what happens to no request: `tls_reloaded`, or `tls_not_reloaded` with the failure.
    std::function<void(std::string_view event, std::string_view failure)> tell =
        [](std::string_view, std::string_view) {};
};

/// An HTTP/1.1 server, in the clear or over TLS: one I/O thread runs every connection, worker
/// threads run the handler.
/// What it cannot understand in one way only - two lengths, a length and chunks, no host or two -
/// it refuses and closes the connection, so that nothing is smuggled past a proxy.
class Server {
public:
    /// Binds and listens. Throws a std::runtime_error when the address is malformed or taken, or a
    /// file of TLS cannot be read.
    Server(ServerOptions options, Application application);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    /// From any thread.
    Standing standing() const;

    /// Serves until stop(), or until SIGINT or SIGTERM after obey_signals(). The calling thread
    /// becomes the I/O thread.
    void run();

    /// From any thread: takes no new request, closes idle connections, finishes those in flight.
    void stop();

    /// Reads the files of TLS again for connections to come; those that are open go on. Where they
    /// cannot be read, those read before stay in use. Nothing without TLS.
    void reload_tls();

    /// From now on SIGINT and SIGTERM stop the server, and SIGHUP is reload_tls().
    void obey_signals();

private:
    class Connections;
    std::unique_ptr<Connections> connections_;
};

}  // namespace http
