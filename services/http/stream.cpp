#include "services/http/stream.hpp"

#include "services/http/no_throw.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <utility>

// Coroutines: see the remark in server.cpp.

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

/// An operation that begins while another is being cancelled is cancelled a little later.
constexpr std::chrono::milliseconds cancel_again{50};

}  // namespace

struct Stream::Socket {
    explicit Socket(tcp::socket connected) : own{std::move(connected)}, timer{own.get_executor()} {}
    tcp::socket own;
    asio::steady_timer timer;
    Clock::time_point deadline = Clock::time_point::max();
    bool expired = false;
};

Stream::Stream(tcp::socket socket, std::shared_ptr<asio::ssl::context> context)
    : socket_{std::make_shared<Socket>(std::move(socket))}, context_{std::move(context)} {
    Error ignored;
    socket_->own.set_option(tcp::no_delay{true}, ignored);
    if (context_) {
        tls_.emplace(socket_->own, *context_);
    }
}

Stream::~Stream() {
    Error ignored;
    socket_->timer.cancel(ignored);
    close();
}

void Stream::expires_at(const Clock::time_point moment) {
    socket_->deadline = moment;
    socket_->expired = false;
    // One that is to go off earlier looks at the moment again when it does.
    if (socket_->timer.expiry() > moment || socket_->timer.expiry() <= Clock::now()) {
        arm(socket_, moment);
    }
}

void Stream::arm(const std::shared_ptr<Socket>& socket, const Clock::time_point moment) {
    socket->timer.expires_at(moment);
    socket->timer.async_wait([socket](const Error& error) {
        if (error || !socket->own.is_open()) {
            return;
        }
        if (Clock::now() < socket->deadline) {
            arm(socket, socket->deadline);
            return;
        }
        socket->expired = true;
        Error ignored;
        socket->own.cancel(ignored);
        arm(socket, Clock::now() + cancel_again);
    });
}

bool Stream::expired() const { return socket_->expired; }

asio::awaitable<Stream::Error> Stream::handshake() {
    Error error;
    if (tls_) {
        const auto outcome =
            co_await tls_->async_handshake(asio::ssl::stream_base::server, no_throw);
        error = std::get<0>(outcome);
    }
    co_return error;
}

asio::awaitable<Stream::Transferred> Stream::read_some(const asio::mutable_buffer buffer) {
    if (tls_) {
        return tls_->async_read_some(buffer, no_throw);
    }
    return socket_->own.async_read_some(buffer, no_throw);
}

asio::awaitable<Stream::Transferred> Stream::write(const std::array<asio::const_buffer, 2> buffers
) {
    if (tls_) {
        return asio::async_write(*tls_, buffers, no_throw);
    }
    return asio::async_write(socket_->own, buffers, no_throw);
}

asio::awaitable<void> Stream::finish() {
    if (tls_) {
        co_await tls_->async_shutdown(no_throw);
    }
    Error ignored;
    socket_->own.shutdown(tcp::socket::shutdown_send, ignored);
}

void Stream::close() {
    Error ignored;
    socket_->own.close(ignored);
}

std::string Stream::peer() const {
    Error ignored;
    return socket_->own.remote_endpoint(ignored).address().to_string();
}

}  // namespace http
