#pragma once

#include "services/http/server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>

namespace http {

/// Gets answers to whole requests: who asks too often is told so, who comes while the server is
/// full, too; a worker thread answers the others. Runs on the I/O thread.
class Answering {
public:
    /// All of it outlives this object.
    Answering(
        const ServerOptions& options, const Application& application, boost::asio::io_context& io
    );

    /// Never later than ServerOptions::answer_timeout.
    boost::asio::awaitable<Response> answer(std::shared_ptr<const Request> request);

    /// Of the queue of what is not vital; from any thread.
    Load load() const { return queue_.load(WorkQueue::Clock::now()); }

private:
    boost::asio::awaitable<Response> on_worker(
        std::shared_ptr<const Request> request, WorkQueue& queue
    );

    const ServerOptions& options_;
    const Application& application_;
    boost::asio::io_context& io_;
    RateLimiter rate_limiter_;
    WorkQueue vital_;
    WorkQueue queue_;  // Last, so that it ends before what its jobs use does.
};

}  // namespace http
