#include "services/http/server.hpp"

#include "services/http/problem.hpp"
#include "services/http/protocol.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <array>
#include <csignal>
#include <exception>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

// This is the only file with coroutines. g++ 12 destroys twice what a lambda captured by value, and
// what an aggregate temporary holds, when they stand inside a co_await expression: everything that
// is awaited is named first.

namespace http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::http::field;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::string_body>;
using BeastResponse = beast::http::response<beast::http::string_body>;

constexpr auto no_throw = asio::as_tuple(use_awaitable);
constexpr std::chrono::milliseconds accept_pause{100};
constexpr std::chrono::seconds linger_max{2};
constexpr std::size_t read_ahead_bytes = 64 * std::size_t{1024};

struct Incoming {
    Request request;  ///< Whole, unless it is refused.
    std::optional<Response> refusal;
    bool keep_alive = false;
    bool gone = false;  ///< Nobody is there to be answered.
};

/// 0.0.0.0 where the other end is gone already.
std::string address_of_peer(const tcp::socket& socket) {
    beast::error_code ignored;
    return socket.remote_endpoint(ignored).address().to_string();
}

struct Connection {
    Connection(tcp::socket socket, const std::size_t buffer_bytes)
        : peer{address_of_peer(socket)}, stream{std::move(socket)}, buffer{buffer_bytes} {}
    std::string peer;
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
    bool idle = false;  ///< Waits for a request of which nothing has been understood yet.
};

/// What has been read so far; the body stays empty.
Request head_of(const Parser& parser) {
    const auto& message = parser.get();
    Request request;
    request.method = std::string{message.method_string()};
    request.target = std::string{message.target()};
    for (const auto& header : message) {
        request.headers.emplace_back(header.name_string(), header.value());
    }
    return request;
}

/// HEAD is answered with the length of the body and without the body.
BeastResponse to_beast(const Response& response, const Request& request, const bool keep_alive) {
    BeastResponse message;
    message.result(response.status);
    for (const auto& [name, value] : response.headers) {
        message.insert(name, value);
    }
    message.set("X-Request-Id", request.id);
    message.keep_alive(keep_alive);
    if (response.status == 204 || response.status == 304) {
        return message;
    }
    message.set(field::content_type, response.content_type);
    message.content_length(response.body.size());
    if (request.method != "HEAD") {
        message.body() = response.body;
    }
    return message;
}

/// How to answer what Beast could not read; nothing where nobody is there to be answered.
std::optional<Response> refusal_of(const beast::error_code& error) {
    using Error = beast::http::error;
    if (error == Error::end_of_stream || error == Error::partial_message ||
        error.category() != beast::http::make_error_code(Error::bad_method).category()) {
        return std::nullopt;
    }
    if (error == Error::header_limit || error == Error::buffer_overflow) {
        return problem(431, "the header is too long");
    }
    if (error == Error::body_limit) {
        return problem(413, "the body is too long");
    }
    if (error == Error::bad_version) {
        return problem(505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
    }
    return problem(400, "the request is not well-formed HTTP");
}

}  // namespace

class Server::Connections {
public:
    Connections(ServerOptions options, Application application)
        : options_{std::move(options)},
          application_{std::move(application)},
          workers_{options_.workers} {
        const tcp::endpoint endpoint{asio::ip::make_address(options_.address), options_.port};
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen();
        const auto rethrow = [](const std::exception_ptr& error) {
            if (error) {
                std::rethrow_exception(error);
            }
        };
        asio::co_spawn(io_, accept_all(), rethrow);
    }

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    void run() { io_.run(); }

    void stop() {
        asio::post(io_, [this] { begin_stop(); });
    }

    void stop_on_signals() {
        signals_.add(SIGINT);
        signals_.add(SIGTERM);
        signals_.async_wait([this](const beast::error_code& error, int) {
            if (!error) {
                begin_stop();
            }
        });
    }

private:
    /// Everything from here on runs on the I/O thread, except run_handler().
    asio::awaitable<void> accept_all() {
        while (!stopping_) {
            if (open_.size() >= options_.connections_max) {
                room_.expires_at(asio::steady_timer::time_point::max());
                co_await room_.async_wait(no_throw);
                continue;
            }
            auto [error, socket] = co_await acceptor_.async_accept(no_throw);
            if (!error) {
                asio::co_spawn(io_, serve(std::move(socket)), asio::detached);
            } else if (!stopping_) {
                // Typically out of file descriptors: wait for connections to end.
                room_.expires_after(accept_pause);
                co_await room_.async_wait(no_throw);
            }
        }
    }

    void begin_stop() {
        if (std::exchange(stopping_, true)) {
            return;
        }
        beast::error_code ignored;
        acceptor_.close(ignored);
        signals_.cancel(ignored);
        room_.cancel();
        for (Connection* connection : open_) {
            if (connection->idle) {
                connection->stream.close();
            }
        }
        if (!open_.empty()) {
            deadline_.expires_after(options_.stop_timeout);
            deadline_.async_wait([this](const beast::error_code& error) {
                if (!error) {
                    io_.stop();
                }
            });
        }
    }

    /// Counts a connection among the open ones for as long as it is served.
    struct Place {
        Place(Connections& connections, Connection& connection)
            : all{connections}, own{connection} {
            all.open_.insert(&own);
        }
        // NOLINTNEXTLINE(bugprone-exception-escape): cancelling a timer does not fail.
        ~Place() {
            all.open_.erase(&own);
            all.room_.cancel();
            if (all.stopping_ && all.open_.empty()) {
                all.deadline_.cancel();
            }
        }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        Connections& all;
        Connection& own;
    };

    asio::awaitable<void> serve(tcp::socket socket) {
        Connection connection{std::move(socket), options_.header_bytes_max + read_ahead_bytes};
        const Place place{*this, connection};
        for (bool keep_alive = true; keep_alive && !stopping_;) {
            Incoming incoming = co_await receive(connection);
            if (incoming.gone) {
                co_return;
            }
            const auto received = Clock::now();
            Response response;
            const bool refused = incoming.refusal.has_value();
            if (refused) {
                response = *std::move(incoming.refusal);
            } else {
                response = co_await answer(incoming.request);
            }
            complete(response);
            keep_alive = incoming.keep_alive && !stopping_;
            const BeastResponse message = to_beast(response, incoming.request, keep_alive);
            connection.stream.expires_after(options_.write_timeout);
            const auto [error, bytes] =
                co_await beast::http::async_write(connection.stream, message, no_throw);
            log(incoming.request, response, received);
            if (error) {
                co_return;
            }
            if (refused) {
                co_await close_gently(connection);
            }
        }
    }

    /// Reads one request within its limits.
    asio::awaitable<Incoming> receive(Connection& connection) {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes_max));
        parser.body_limit(boost::none);  // Until the head says which route it is for.
        connection.stream.expires_after(options_.read_timeout);
        connection.idle = connection.buffer.size() == 0;
        const auto [head_error, head_bytes] = co_await beast::http::async_read_header(
            connection.stream, connection.buffer, parser, no_throw
        );
        connection.idle = false;

        Incoming incoming;
        incoming.request = head_of(parser);
        incoming.request.id = ids_.next();
        incoming.request.peer = connection.peer;
        if (head_error) {
            refuse(incoming, head_error);
            co_return incoming;
        }
        incoming.refusal = refusal_of_head(
            incoming.request, parser.get().version() == 11 ? Version::http_1_1 : Version::http_1_0
        );
        const std::size_t body_bytes_max = application_.body_bytes_max(incoming.request);
        if (!incoming.refusal && parser.content_length().value_or(0) > body_bytes_max) {
            refuse(incoming, beast::http::error::body_limit);
        }
        if (incoming.refusal) {
            co_return incoming;
        }

        if (!parser.is_done() && !incoming.request.header("Expect").empty()) {
            co_await invite_body(connection);
        }
        parser.body_limit(body_bytes_max);
        const auto [body_error, body_bytes] = co_await beast::http::async_read(
            connection.stream, connection.buffer, parser, no_throw
        );
        if (body_error) {
            refuse(incoming, body_error);
            co_return incoming;
        }
        incoming.keep_alive = parser.get().keep_alive();
        incoming.request.body = std::move(parser.get().body());
        co_return incoming;
    }

    static void refuse(Incoming& incoming, const beast::error_code& error) {
        incoming.refusal = refusal_of(error);
        incoming.gone = !incoming.refusal;
    }

    static asio::awaitable<void> invite_body(Connection& connection) {
        constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto buffer = asio::buffer(invitation);
        co_await asio::async_write(connection.stream, buffer, no_throw);
    }

    asio::awaitable<Response> answer(const Request& request) {
        if (requests_in_flight_ >= options_.requests_in_flight_max) {
            co_return unavailable("the service is busy");
        }
        ++requests_in_flight_;
        Response response = co_await on_worker(request);
        --requests_in_flight_;
        co_return response;
    }

    /// Runs the handler on a worker thread; the caller resumes on the I/O thread.
    asio::awaitable<Response> on_worker(const Request& request) {
        return asio::co_spawn(workers_, run_handler(application_, request), use_awaitable);
    }

    static asio::awaitable<Response> run_handler(
        const Application& application, const Request& request
    ) {
        co_return application.handle(request);
    }

    void log(const Request& request, const Response& response, const Clock::time_point received) {
        const Exchange exchange{
            .method = method_for_log(request.method),
            .route = response.route,
            .status = response.status,
            .body_bytes = response.body.size(),
            .duration =
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - received),
            .request_id = request.id,
            .failure = response.failure,
        };
        application_.log(exchange);
    }

    /// A request that is refused may not have been read. Closing with unread bytes would reset the
    /// connection, and the reset could overtake the answer: says that no more is written, and reads
    /// what still comes for a moment.
    static asio::awaitable<void> close_gently(Connection& connection) {
        beast::error_code ignored;
        connection.stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
        connection.stream.expires_after(linger_max);
        std::array<char, 4096> discarded{};
        const auto buffer = asio::buffer(discarded);
        for (beast::error_code error; !error;) {
            std::tie(error, std::ignore) =
                co_await connection.stream.async_read_some(buffer, no_throw);
        }
    }

    const ServerOptions options_;
    const Application application_;
    RequestIds ids_;
    std::size_t requests_in_flight_ = 0;
    bool stopping_ = false;
    std::unordered_set<Connection*>
        open_;  // Before io_, whose end ends the coroutines that use it.
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::signal_set signals_{io_};
    asio::steady_timer room_{io_};      // Cancelled when a connection ends.
    asio::steady_timer deadline_{io_};  // Of a stop.
    asio::thread_pool workers_;  // Last, so that it is joined before what it uses is destroyed.
};

bool is_loopback(const std::string& address) {
    beast::error_code error;
    const asio::ip::address read = asio::ip::make_address(address, error);
    return !error && read.is_loopback();
}

Server::Server(ServerOptions options, Application application)
    : connections_{std::make_unique<Connections>(std::move(options), std::move(application))} {}
Server::~Server() = default;

std::uint16_t Server::port() const { return connections_->port(); }
void Server::run() { connections_->run(); }
void Server::stop() { connections_->stop(); }
void Server::stop_on_signals() { connections_->stop_on_signals(); }

}  // namespace http
