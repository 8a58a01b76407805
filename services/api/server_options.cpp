#include "services/api/server_options.hpp"

#include "indexer/commands/option_kinds.hpp"

#include <array>
#include <stdexcept>

namespace api {
namespace {

using commands::add_option;

constexpr std::array forwarded_headers{
    document::Named<http::ForwardedHeader>{"x-forwarded", http::ForwardedHeader::x_forwarded},
    document::Named<http::ForwardedHeader>{"forwarded", http::ForwardedHeader::forwarded},
};

template <class Value>
CLI::Validator reads(std::string kind) {
    return {
        [](const std::string& text) {
            const auto value = Value::parse({text});
            return value ? "" : value.error().message;
        },
        std::move(kind)};
}

template <class T>
CLI::Option* add_list(
    CLI::App& app,
    const std::string& name,
    const std::string& variable,
    T& values,
    const std::string& meaning
) {
    return add_option(app, name, variable, values, meaning)->delimiter(',');
}

}  // namespace

void ServerOptions::add_to(CLI::App& app) {
    add_option(
        app,
        "address",
        "ADDRESS",
        server_.address,
        "Address to listen on; without TLS a loopback address"
    );
    add_option(app, "port", "PORT", server_.port, "Port to listen on; 0: any that is free");
    add_surroundings(app);
    add_limits(app);
}

void ServerOptions::add_surroundings(CLI::App& app) {
    add_option(
        app,
        "tls-certificate",
        "TLS_CERTIFICATE",
        certificate_,
        "PEM file of the certificate, with those that lead to a root; SIGHUP reads it again; none: "
        "HTTP in the clear"
    );
    add_option(app, "tls-key", "TLS_KEY", key_, "PEM file of its private key");
    add_list(
        app,
        "trusted-proxy",
        "TRUSTED_PROXY",
        trusted_proxies_,
        "Networks of proxies in front that say truly whose requests they pass on, such as "
        "10.0.0.0/8,192.0.2.7"
    )
        ->check(reads<http::TrustedProxies>("NETWORK"));
    add_option(
        app,
        "forwarded-header",
        "FORWARDED_HEADER",
        server_.forwarded_header,
        "How they say it: x-forwarded (X-Forwarded-For and -Proto) or forwarded (RFC 7239)"
    )
        ->transform(commands::one_of(forwarded_headers));
    add_list(
        app,
        "cors-origin",
        "CORS_ORIGIN",
        allowed_origins_,
        "Origins whose pages may read answers, such as https://jobs.example; none: our own alone"
    )
        ->check(reads<http::AllowedOrigins>("ORIGIN"));
}

void ServerOptions::add_limits(CLI::App& app) {
    const CLI::Range some{1, 100'000};
    const CLI::Range milliseconds{1, 3'600'000};
    const auto add = [&app](
                         const char* name, const char* variable, auto& value, const char* meaning
                     ) { return add_option(app, name, variable, value, meaning); };
    http::ServerOptions& server = server_;
    add("workers", "WORKERS", server.queue.workers, "Threads, and database connections")
        ->check(CLI::Range{1, 256});
    add("requests-in-flight-max",
        "REQUESTS_IN_FLIGHT_MAX",
        server.queue.in_flight_max,
        "Requests at once; more are answered 503")
        ->check(some);
    add("wait-tolerated-ms",
        "WAIT_TOLERATED_MS",
        wait_tolerated_ms_,
        "While requests wait longer than this for a worker, no more than two for each "
        "wait; who has waited longest is answered 503")
        ->check(milliseconds);
    add("requests-per-second",
        "REQUESTS_PER_SECOND",
        server.rate_per_address.per_second,
        "Of one address, in the long run; more are answered 429")
        ->check(some);
    add("requests-burst",
        "REQUESTS_BURST",
        server.rate_per_address.burst,
        "Of one address, at once; 0: any number, and at any rate")
        ->check(CLI::Range{0, 1'000'000});
    add("account-requests-per-second",
        "ACCOUNT_REQUESTS_PER_SECOND",
        account_rate_.per_second,
        "Of one account, in the long run; more are answered 429")
        ->check(some);
    add("account-requests-burst",
        "ACCOUNT_REQUESTS_BURST",
        account_rate_.burst,
        "Of one account, at once; 0: any number, and at any rate")
        ->check(CLI::Range{0, 1'000'000});
    add("connections-max",
        "CONNECTIONS_MAX",
        server.connections_max,
        "Connections at once; more wait to be accepted")
        ->check(some);
    add("connections-per-address-max",
        "CONNECTIONS_PER_ADDRESS_MAX",
        server.connections_per_address_max,
        "Connections of one address but a trusted proxy's; more are closed")
        ->check(some);
    add("header-bytes-max",
        "HEADER_BYTES_MAX",
        server.head.bytes_max,
        "Length of a request's header")
        ->check(CLI::Range{1'024, 1'048'576});
    add("header-fields-max", "HEADER_FIELDS_MAX", server.head.fields_max, "Fields of it")
        ->check(CLI::Range{10, 10'000});
    add("idle-timeout-ms", "IDLE_TIMEOUT_MS", idle_timeout_ms_, "For a request to begin")
        ->check(milliseconds);
    add("head-timeout-ms",
        "HEAD_TIMEOUT_MS",
        head_timeout_ms_,
        "To receive its header, from the first byte on")
        ->check(milliseconds);
    add("body-timeout-ms", "BODY_TIMEOUT_MS", body_timeout_ms_, "To receive its body")
        ->check(milliseconds);
    add("answer-timeout-ms", "ANSWER_TIMEOUT_MS", answer_timeout_ms_, "To find the answer; then 503"
    )
        ->check(milliseconds);
    add("write-timeout-ms", "WRITE_TIMEOUT_MS", write_timeout_ms_, "To send an answer")
        ->check(milliseconds);
    add("stop-timeout-ms",
        "STOP_TIMEOUT_MS",
        stop_timeout_ms_,
        "For requests in flight when told to stop")
        ->check(milliseconds);
}

http::ServerOptions ServerOptions::server() const {
    using std::chrono::milliseconds;
    http::ServerOptions server = server_;
    if (certificate_.empty() != key_.empty()) {
        throw std::runtime_error{"tls-certificate and tls-key: one without the other"};
    }
    if (!certificate_.empty()) {
        server.tls = http::TlsFiles{.certificate = certificate_, .key = key_};
    } else if (!http::is_loopback(server.address)) {
        throw std::runtime_error{
            "address: '" + server.address +
            "' is not a loopback address: without tls-certificate " +
            "the API answers this machine only; a proxy in front of it speaks to others"};
    }
    server.queue.wait_tolerated = milliseconds{wait_tolerated_ms_};
    server.idle_timeout = milliseconds{idle_timeout_ms_};
    server.head_timeout = milliseconds{head_timeout_ms_};
    server.body_timeout = milliseconds{body_timeout_ms_};
    server.answer_timeout = milliseconds{answer_timeout_ms_};
    server.write_timeout = milliseconds{write_timeout_ms_};
    server.stop_timeout = milliseconds{stop_timeout_ms_};
    server.trusted_proxies = http::TrustedProxies::parse(trusted_proxies_).value();
    server.allowed_origins = http::AllowedOrigins::parse(allowed_origins_).value();
    return server;
}

}  // namespace api
