#include "services/http/server.hpp"

#include "services/http/answering.hpp"
#include "services/http/connection.hpp"
#include "services/http/no_throw.hpp"
#include "services/http/problem.hpp"
#include "services/http/protocol.hpp"
#include "services/http/request_reader.hpp"
#include "services/http/tls_context.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <csignal>
#include <exception>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

// Coroutines stand in this file, answering.cpp and stream.cpp only. g++ 12 destroys twice what a
// lambda captured by value, and what an aggregate temporary holds, when they stand inside a
// co_await expression: everything that is awaited is named first.

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using Stage = RequestReader::Stage;

constexpr std::chrono::milliseconds accept_pause{100};
constexpr std::chrono::seconds linger_max{2};
constexpr std::size_t read_bytes = 8 * std::size_t{1024};

}  // namespace

class Server::Connections {
public:
    Connections(ServerOptions options, Application application)
        : options_{std::move(options)}, application_{std::move(application)} {
        if (options_.tls) {
            tls_ = tls_context(*options_.tls);
        }
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

    ~Connections() { ended_ = true; }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    void run() { io_.run(); }

    Standing standing() const { return {.connections = count_, .load = answering_.load()}; }

    void stop() {
        asio::post(io_, [this] { begin_stop(); });
    }

    void reload_tls() {
        asio::post(io_, [this] { read_tls(); });
    }

    void obey_signals() {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            signals_.add(signal);
        }
        await_signal();
    }

private:
    /// Everything from here on runs on the I/O thread.
    void await_signal() {
        signals_.async_wait([this](const boost::system::error_code& error, const int signal) {
            if (error) {
                return;
            }
            if (signal == SIGHUP) {
                read_tls();
                await_signal();
            } else {
                begin_stop();
            }
        });
    }

    void read_tls() {
        if (!options_.tls) {
            return;
        }
        try {
            tls_ = tls_context(*options_.tls);
            application_.tell("tls_reloaded", "");
        } catch (const std::runtime_error& error) {
            application_.tell("tls_not_reloaded", error.what());
        }
    }

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
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        signals_.cancel(ignored);
        room_.cancel();
        for (Connected* connection : open_) {
            if (connection->idle) {
                connection->stream.close();
            }
        }
        if (!open_.empty()) {
            deadline_.expires_after(options_.stop_timeout);
            deadline_.async_wait([this](const boost::system::error_code& error) {
                if (!error) {
                    io_.stop();
                }
            });
        }
    }

    /// Counts a connection among the open ones for as long as it is served.
    struct Place {
        Place(Connections& connections, Connected& connection) : all{connections}, own{connection} {
            all.open_.insert(&own);
            all.count_ = all.open_.size();
            ++all.of_caller_[own.caller];
        }
        // NOLINTNEXTLINE(bugprone-exception-escape): cancelling a timer does not fail.
        ~Place() {
            if (all.ended_) {
                return;  // Its timers are gone.
            }
            all.open_.erase(&own);
            all.count_ = all.open_.size();
            const auto counted = all.of_caller_.find(own.caller);
            if (--counted->second == 0) {
                all.of_caller_.erase(counted);
            }
            all.room_.cancel();
            if (all.stopping_ && all.open_.empty()) {
                all.deadline_.cancel();
            }
        }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        Connections& all;
        Connected& own;
    };

    bool is_one_too_many(const Connected& connection) const {
        const auto address = Address::parse(connection.peer);
        return of_caller_.at(connection.caller) > options_.connections_per_address_max &&
               !(address && options_.trusted_proxies.contains(*address));
    }

    asio::awaitable<void> serve(tcp::socket socket) {
        Connected connection{std::move(socket), tls_};
        const Place place{*this, connection};
        if (is_one_too_many(connection)) {
            co_return;
        }
        connection.stream.expires_after(options_.head_timeout);
        if (co_await connection.stream.handshake()) {
            co_return;
        }
        for (bool keep_alive = true; keep_alive && !stopping_;) {
            std::optional<Incoming> whole = co_await receive(connection);
            if (!whole) {
                co_return;
            }
            Incoming& incoming = *whole;
            const auto received = Clock::now();
            Response response;
            if (incoming.refusal) {
                response = *std::move(incoming.refusal);
            } else {
                response = co_await answering_.answer(incoming.request);
            }
            keep_alive = incoming.keep_alive && !stopping_;
            const auto error = co_await send(connection.stream, incoming, response, keep_alive);
            log(incoming, response, received);
            if (error) {
                co_return;
            }
        }
        connection.stream.expires_after(linger_max);
        co_await close_gently(connection);
    }

    /// Reads one request within its limits; nothing where nobody is there to be answered.
    asio::awaitable<std::optional<Incoming>> receive(Connected& connection) {
        Stream& stream = connection.stream;
        auto& buffer = connection.buffer;
        RequestReader reader{options_.head, application_.body_bytes_max};
        bool begun = false;
        stream.expires_after(options_.idle_timeout);
        std::optional<Response> late;
        for (Stage stage = Stage::head; !late;) {
            if (buffer.size() > 0) {
                if (!std::exchange(begun, true)) {
                    stream.expires_after(options_.head_timeout);
                }
                const auto* bytes = static_cast<const char*>(buffer.data().data());
                buffer.consume(reader.read({bytes, buffer.size()}));
                const Stage before = std::exchange(stage, reader.stage());
                if (stage == Stage::whole || stage == Stage::refused) {
                    break;
                }
                if (stage == Stage::body && before == Stage::head) {
                    stream.expires_after(options_.body_timeout);
                    if (reader.awaits_invitation()) {
                        co_await invite_body(stream);
                    }
                }
            }
            connection.idle = !begun;
            const auto space = buffer.prepare(read_bytes);
            const auto [error, size] = co_await stream.read_some(space);
            connection.idle = false;
            buffer.commit(size);
            if (stream.expired() && begun) {
                late = problem(408, "the request did not come to its end in time");
            } else if (error) {
                co_return std::nullopt;
            }
        }
        co_return incoming_of(connection, reader, std::move(late));
    }

    /// `late`: the answer to a request that has not come to its end.
    Incoming incoming_of(
        const Connected& connection, RequestReader& reader, std::optional<Response> late
    ) {
        const auto request = std::make_shared<Request>(std::move(reader.request()));
        const Client direct{.address = connection.peer, .secure = connection.stream.is_tls()};
        Client client = client_of(
            direct, request->headers, options_.trusted_proxies, options_.forwarded_header
        );
        request->id = ids_.next();
        request->peer = std::move(client.address);
        request->secure = client.secure;
        Trace trace = continue_trace(request->headers, ids_.digits(32), ids_.digits(16));
        Incoming incoming{.request = request, .trace = std::move(trace)};
        if (late) {
            incoming.refusal = std::move(late);
        } else if (reader.stage() == Stage::refused) {
            incoming.refusal = std::move(reader.refusal());
        } else {
            incoming.keep_alive = reader.keep_alive();
        }
        return incoming;
    }

    static asio::awaitable<void> invite_body(Stream& stream) {
        constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(invitation)};
        co_await stream.write(buffers);
    }

    /// HEAD is answered with the length of the body and without the body.
    asio::awaitable<Stream::Error> send(
        Stream& stream, const Incoming& incoming, Response& response, const bool keep_alive
    ) {
        tell_trace(response, incoming.trace.trace_id);
        response.headers.emplace_back("X-Request-Id", incoming.request->id);
        response.headers.emplace_back("traceparent", incoming.trace.to_string());
        options_.allowed_origins.apply(*incoming.request, response);
        const bool without_body =
            incoming.request->method == "HEAD" || response.status == 204 || response.status == 304;
        const std::string head = format_head(
            response,
            keep_alive ? Connection::stays : Connection::closes,
            incoming.request->secure ? Transport::tls : Transport::plain
        );
        const std::array<asio::const_buffer, 2> buffers{
            asio::buffer(head), without_body ? asio::const_buffer{} : asio::buffer(response.body)};
        stream.expires_after(options_.write_timeout);
        const auto [error, size] = co_await stream.write(buffers);
        co_return error;
    }

    void log(const Incoming& incoming, const Response& response, const Clock::time_point received) {
        const Exchange exchange{
            .method = method_for_log(incoming.request->method),
            .route = response.route,
            .secure = incoming.request->secure,
            .status = response.status,
            .body_bytes = response.body.size(),
            .duration =
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - received),
            .request_id = incoming.request->id,
            .trace_id = incoming.trace.trace_id,
            .span_id = incoming.trace.span_id,
            .parent_id = incoming.trace.parent_id,
            .failure = response.failure,
        };
        application_.log(exchange);
    }

    /// A request that is refused may not have been read. Closing with unread bytes would reset the
    /// connection, and the reset could overtake the answer: says that no more is written, and reads
    /// what still comes for a moment.
    asio::awaitable<void> close_gently(Connected& connection) const {
        co_await connection.stream.finish();
        std::array<char, 4096> discarded{};
        const auto buffer = asio::buffer(discarded);
        while (!stopping_ && !connection.stream.expired()) {
            const auto [error, size] = co_await connection.stream.read_some(buffer);
            if (error) {
                break;
            }
        }
    }

    const ServerOptions options_;
    const Application application_;
    RequestIds ids_;
    std::shared_ptr<asio::ssl::context> tls_;
    bool stopping_ = false;
    bool ended_ = false;
    // Before io_, whose end ends the coroutines that use them.
    std::unordered_set<Connected*> open_;
    std::atomic<std::size_t> count_ = 0;  // Of open_, for other threads.
    std::map<std::string, std::size_t> of_caller_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::signal_set signals_{io_};
    asio::steady_timer room_{io_};                      // Cancelled when a connection ends.
    asio::steady_timer deadline_{io_};                  // Of a stop.
    Answering answering_{options_, application_, io_};  // Last: its threads use io_.
};

Server::Server(ServerOptions options, Application application)
    : connections_{std::make_unique<Connections>(std::move(options), std::move(application))} {}
Server::~Server() = default;

std::uint16_t Server::port() const { return connections_->port(); }
Standing Server::standing() const { return connections_->standing(); }
void Server::run() { connections_->run(); }
void Server::stop() { connections_->stop(); }
void Server::reload_tls() { connections_->reload_tls(); }
void Server::obey_signals() { connections_->obey_signals(); }

}  // namespace http
