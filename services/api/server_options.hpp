#pragma once

#include "services/http/server.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace api {

/// What the operator says of the HTTP server.
class ServerOptions {
public:
    /// Adds the options to the program's. This object stays where it is until they are parsed.
    void add_to(CLI::App& app);

    /// After parsing. Throws std::runtime_error that says which options do not go together, or
    /// which of them cannot be read.
    http::ServerOptions server() const;

    /// How much one account may ask.
    const http::Rate& account_rate() const { return account_rate_; }

private:
    void add_limits(CLI::App& app);
    void add_surroundings(CLI::App& app);

    http::ServerOptions server_{.port = 8080, .rate_per_address = {.burst = 500, .per_second = 50}};
    http::Rate account_rate_{.burst = 200, .per_second = 20};
    std::string certificate_;
    std::string key_;
    std::vector<std::string> trusted_proxies_;
    std::vector<std::string> allowed_origins_;
    int wait_tolerated_ms_ = 4;
    int idle_timeout_ms_ = 15'000;
    int head_timeout_ms_ = 10'000;
    int body_timeout_ms_ = 30'000;
    int answer_timeout_ms_ = 20'000;
    int write_timeout_ms_ = 30'000;
    int stop_timeout_ms_ = 10'000;
};

}  // namespace api
