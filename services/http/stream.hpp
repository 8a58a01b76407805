#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace http {

/// A connection, in the clear or under TLS, with a moment at which it gives up. That ends only what
/// is being awaited, so that the other end can still be told. All of it runs on the I/O thread.
class Stream {
public:
    using Clock = std::chrono::steady_clock;
    using Error = boost::system::error_code;
    using Transferred = std::tuple<Error, std::size_t>;

    /// Under TLS where there is a context.
    Stream(boost::asio::ip::tcp::socket socket, std::shared_ptr<boost::asio::ssl::context> context);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    bool is_tls() const { return tls_.has_value(); }

    /// What is awaited from now on ends at this moment, once.
    void expires_at(Clock::time_point moment);
    void expires_after(Clock::duration duration) { expires_at(Clock::now() + duration); }
    bool expired() const;

    /// Of TLS; nothing otherwise.
    boost::asio::awaitable<Error> handshake();

    boost::asio::awaitable<Transferred> read_some(boost::asio::mutable_buffer buffer);
    boost::asio::awaitable<Transferred> write(std::array<boost::asio::const_buffer, 2> buffers);

    /// Says that no more is written.
    boost::asio::awaitable<void> finish();

    /// Ends what is awaited, at once.
    void close();

    /// Address of the other end; 0.0.0.0 where it is gone already.
    std::string peer() const;

private:
    struct Socket;
    static void arm(const std::shared_ptr<Socket>& socket, Clock::time_point moment);

    std::shared_ptr<Socket> socket_;  // Shared with the timer's handler.
    std::shared_ptr<boost::asio::ssl::context> context_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
};

}  // namespace http
