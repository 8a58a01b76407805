#pragma once

#include "services/http/client_address.hpp"
#include "services/http/message.hpp"
#include "services/http/stream.hpp"
#include "services/http/trace_context.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace http {

/// A request as it came in.
struct Incoming {
    std::shared_ptr<const Request> request;  ///< Whole, unless it is refused.
    Trace trace;
    std::optional<Response> refusal = {};
    bool keep_alive = false;
};

/// A connection that somebody has opened.
struct Connected {
    Connected(
        boost::asio::ip::tcp::socket socket, std::shared_ptr<boost::asio::ssl::context> context
    )
        : stream{std::move(socket), std::move(context)},
          peer{stream.peer()},
          caller{caller_of(peer)} {}
    Stream stream;
    std::string peer;
    std::string caller;
    boost::beast::flat_buffer buffer;
    bool idle = false;  ///< Waits for a request of which nothing has come yet.
};

}  // namespace http
