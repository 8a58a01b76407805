#pragma once

#include "matcher/rules/rule_book.hpp"
#include "services/api/server_options.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace api {

/// What the operator says of the API, in its file of configuration, the environment or on the
/// command line; `jobscout-api --help` says what each means.
struct Options {
    ServerOptions server;
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index = "var/index";
    std::string index_remote;
    std::string snapshot;
    std::string tokens;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    std::string account_key;
    std::string breached_passwords;
    std::string public_url = "http://127.0.0.1:8080";
    std::string security_contact;
    std::string web;
    std::optional<std::uint16_t> admin_port;
    std::string admin_address = "127.0.0.1";
    bool plain_cookies = false;
    int statement_timeout_ms = 5'000;
    int refresh_interval_ms = 1'000;
};

/// `options` outlives the parsing.
void add_options(CLI::App& app, Options& options);

/// The server that monitors ask, beside the API's own of these settings; none where no port is
/// named. In the clear on loopback, elsewhere over TLS as the API. Throws std::runtime_error where
/// it would speak in the clear to others.
std::optional<http::ServerOptions> admin_server(
    const Options& options, const http::ServerOptions& settings
);

}  // namespace api
