#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// What a client asked for.
struct HttpRequest {
    std::string target;
    std::string head;  ///< As it came, with every header.
    std::chrono::steady_clock::time_point at;

    /// The value of a header, whatever the case of its name; empty where it did not come.
    std::string header(std::string_view name) const;
};

/// The way back to one client, byte by byte: what a server may send, and what it should not.
class HttpConnection {
public:
    virtual ~HttpConnection() = default;

    /// False when nobody listens any more.
    virtual bool send(std::string_view bytes) = 0;

    /// Sleeps; false when the server is being closed.
    virtual bool wait(std::chrono::milliseconds duration) = 0;

    /// A whole answer: `HTTP/1.1 200 OK`, these header lines, Content-Length and the body.
    bool respond(int status, std::string_view body, const std::vector<std::string>& headers = {});
};

/// A certificate with its key, signed by itself, as PEM.
struct TlsIdentity {
    std::string certificate;
    std::string key;
};

enum class Validity { current, expired };

/// For a host by its name.
TlsIdentity tls_identity(const std::string& host, Validity validity = Validity::current);

/// A real HTTP(S) server on 127.0.0.1, on a port of its own, until this object goes. Each
/// connection serves one request, on a thread of its own.
class HttpServer {
public:
    using Handler = std::function<void(const HttpRequest&, HttpConnection&)>;

    explicit HttpServer(Handler handler, const std::optional<TlsIdentity>& tls = std::nullopt);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    int port() const;

    /// `http://127.0.0.1:port` and the target; https and `localhost` with TLS.
    std::string url(std::string_view target) const;

    /// Those that came so far, in their order.
    std::vector<HttpRequest> requests() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace support
