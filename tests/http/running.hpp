#pragma once

#include "services/http/server.hpp"

#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

/// The real server with handlers for tests.
namespace http_test {

/// Answers with method, target and body, so that a test sees what arrived.
inline http::Response echo(const http::Request& message) {
    return {
        .status = 200,
        .content_type = "text/plain; charset=utf-8",
        .headers = {},
        .body = message.method + " " + message.target + " " + message.body,
    };
}

/// A server that runs until the object goes.
class Running {
public:
    explicit Running(
        std::function<http::Response(const http::Request&)> handle = echo,
        http::ServerOptions options = {}
    )
        : server_{std::move(options), application(std::move(handle))}, thread_{[this] {
              server_.run();
          }} {}
    ~Running() { stop_and_wait(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::uint16_t port() const { return port_; }
    http::Server& server() { return server_; }
    void stop() { server_.stop(); }
    void stop_and_wait() {
        if (thread_.joinable()) {
            server_.stop();
            thread_.join();
        }
    }
    /// After stop_and_wait(): status and method of every answer.
    const std::vector<std::string>& logged() const { return logged_; }

    /// Waits for the next one.
    std::string event() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !events_.empty(); });
        std::string first = events_.front();
        events_.erase(events_.begin());
        return first;
    }

private:
    static std::size_t body_limit(const http::Request& head) {
        return head.target == "/large" ? 100'000 : 1'000;
    }
    http::Application application(std::function<http::Response(const http::Request&)> handle) {
        http::Application all{std::move(handle), body_limit, {}};
        all.log = [this](const http::Exchange& exchange) {
            logged_.push_back(std::string{exchange.method} + " " + std::to_string(exchange.status));
        };
        all.is_vital = [](const http::Request& head) { return head.target == "/vital"; };
        all.tell = [this](const std::string_view event, const std::string_view failure) {
            const std::lock_guard guard{mutex_};
            events_.push_back(
                std::string{event} + (failure.empty() ? "" : ": ") + std::string{failure}
            );
            changed_.notify_all();
        };
        return all;
    }

    std::vector<std::string> logged_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> events_;
    http::Server server_;
    std::uint16_t port_ = server_.port();
    std::thread thread_;
};

/// A handler that says when it has begun and waits to be told to end.
struct Gate {
    std::latch begun{1};
    std::promise<void> opened;
    std::shared_future<void> open = opened.get_future().share();

    http::Response pass(const http::Request& message) {
        if (message.target == "/slow") {
            begun.count_down();
            open.wait();
        }
        return echo(message);
    }
};

}  // namespace http_test
