#include "tests/support/http_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <list>
#include <mutex>
#include <poll.h>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace support {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Ssl = std::unique_ptr<SSL, Freed<SSL_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

namespace {

void expect(const bool holds, const char* what) {
    if (!holds) {
        throw std::runtime_error{std::string{"OpenSSL: "} + what};
    }
}

std::string content(BIO* bio) {
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(length)};
}

Bio memory(const std::string& text) {
    return Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

Context context_of(const TlsIdentity& identity) {
    Context context{SSL_CTX_new(TLS_server_method())};
    const Bio certificate_text = memory(identity.certificate);
    const Bio key_text = memory(identity.key);
    const Certificate certificate{
        PEM_read_bio_X509(certificate_text.get(), nullptr, nullptr, nullptr)};
    const Key key{PEM_read_bio_PrivateKey(key_text.get(), nullptr, nullptr, nullptr)};
    expect(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1, "certificate");
    expect(SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1, "key");
    return context;
}

void add_extension(X509* certificate, const int name, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension{
        X509V3_EXT_conf_nid(nullptr, &context, name, value.c_str())};
    expect(X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

class Connection : public HttpConnection {
public:
    Connection(const int socket, SSL_CTX* tls, const std::stop_token& stop)
        : socket_{socket}, stop_{stop} {
        if (tls != nullptr) {
            ssl_.reset(SSL_new(tls));
            SSL_set_fd(ssl_.get(), socket);
            accepted_ = SSL_accept(ssl_.get()) == 1;
        }
    }

    bool accepted() const { return accepted_; }

    /// Empty where the client went away before its request was whole.
    std::string read_head() {
        std::string head;
        while (head.find("\r\n\r\n") == std::string::npos) {
            std::array<char, 4096> piece{};
            const auto count = ssl_ ? SSL_read(ssl_.get(), piece.data(), piece.size())
                                    : ::recv(socket_, piece.data(), piece.size(), 0);
            if (count <= 0) {
                return {};
            }
            head.append(piece.data(), static_cast<std::size_t>(count));
        }
        return head;
    }

    bool send(std::string_view bytes) override {
        while (!bytes.empty()) {
            const auto count =
                ssl_ ? SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()))
                     : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    bool wait(const std::chrono::milliseconds duration) override {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock{mutex};
        never.wait_for(lock, stop_, duration, [] { return false; });
        return !stop_.stop_requested();
    }

    void end() {
        if (ssl_) {
            SSL_shutdown(ssl_.get());
        }
    }

private:
    int socket_;
    std::stop_token stop_;
    Ssl ssl_;
    bool accepted_ = true;
};

bool same_but_for_case(const std::string_view left, const std::string_view right) {
    return std::equal(
        left.begin(),
        left.end(),
        right.begin(),
        right.end(),
        [](const char a, const char b) {
            return std::tolower(static_cast<unsigned char>(a)) ==
                   std::tolower(static_cast<unsigned char>(b));
        }
    );
}

}  // namespace

std::string HttpRequest::header(const std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(line.size() + 2, rest.size()));
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && same_but_for_case(line.substr(0, colon), name)) {
            return std::string{line.substr(colon + 2)};
        }
    }
    return {};
}

bool HttpConnection::respond(
    const int status, const std::string_view body, const std::vector<std::string>& headers
) {
    std::string answer = "HTTP/1.1 " + std::to_string(status) + " Said\r\nConnection: close\r\n";
    for (const std::string& line : headers) {
        answer += line + "\r\n";
    }
    if (status != 304) {
        answer += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return send(answer.append("\r\n").append(body));
}

TlsIdentity tls_identity(const std::string& host, const Validity validity) {
    const Key key{EVP_EC_gen("P-256")};
    const Certificate certificate{X509_new()};
    expect(key != nullptr && certificate != nullptr, "new key and certificate");
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    constexpr long day = 86400;
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * day);
    X509_gmtime_adj(
        X509_getm_notAfter(certificate.get()), validity == Validity::expired ? -day : day
    );
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const std::string common_name = host + " (fictional)";
    X509_NAME_add_entry_by_txt(
        name,
        "CN",
        MBSTRING_ASC,
        reinterpret_cast<const unsigned char*>(common_name.c_str()),
        -1,
        -1,
        0
    );
    X509_set_issuer_name(certificate.get(), name);
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    add_extension(certificate.get(), NID_subject_alt_name, "DNS:" + host);
    expect(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "signature");

    const Bio certificate_text{BIO_new(BIO_s_mem())};
    const Bio key_text{BIO_new(BIO_s_mem())};
    PEM_write_bio_X509(certificate_text.get(), certificate.get());
    PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {.certificate = content(certificate_text.get()), .key = content(key_text.get())};
}

class HttpServer::State {
public:
    State(Handler handler, const std::optional<TlsIdentity>& tls) : handler_{std::move(handler)} {
        std::signal(SIGPIPE, SIG_IGN);  // NOLINT(concurrency-mt-unsafe): SSL_write has no flag.
        if (tls) {
            context_ = context_of(*tls);
        }
        listen();
        acceptor_ = std::jthread{[this](const std::stop_token& stop) { accept(stop); }};
    }

    ~State() {
        acceptor_.request_stop();
        acceptor_.join();
        for (Served& served : served_) {
            served.thread.request_stop();
            ::shutdown(served.socket, SHUT_RDWR);
        }
        served_.clear();  // Joins.
        ::close(listener_);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    int port() const { return port_; }
    bool has_tls() const { return context_ != nullptr; }

    std::vector<HttpRequest> requests() {
        const std::lock_guard guard{mutex_};
        return requests_;
    }

private:
    struct Served {
        int socket;
        std::jthread thread;
        ~Served() {
            if (thread.joinable()) {
                thread.join();
            }
            ::close(socket);
        }
    };

    void listen() {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (listener_ < 0 || ::bind(listener_, generic, length) != 0 ||
            ::listen(listener_, 64) != 0 || ::getsockname(listener_, generic, &length) != 0) {
            throw std::system_error{errno, std::generic_category(), "listen"};
        }
        port_ = ntohs(address.sin_port);
    }

    void accept(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
            if (::poll(&waiting, 1, 20) <= 0) {
                continue;
            }
            const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket >= 0) {
                Served& served = served_.emplace_back();
                served.socket = socket;
                served.thread = std::jthread{
                    [this, socket](const std::stop_token& ending) { serve(socket, ending); }};
            }
        }
    }

    void serve(const int socket, const std::stop_token& stop) {
        Connection connection{socket, context_.get(), stop};
        const std::string head = connection.accepted() ? connection.read_head() : "";
        if (!head.empty()) {
            const auto begin = head.find(' ') + 1;
            const HttpRequest request{
                .target = head.substr(begin, head.find(' ', begin) - begin),
                .head = head,
                .at = std::chrono::steady_clock::now()};
            {
                const std::lock_guard guard{mutex_};
                requests_.push_back(request);
            }
            handler_(request, connection);
            connection.end();
        }
        ::shutdown(socket, SHUT_RDWR);
    }

    Handler handler_;
    Context context_;
    int listener_ = -1;
    int port_ = 0;
    std::mutex mutex_;
    std::vector<HttpRequest> requests_;
    std::list<Served> served_;
    std::jthread acceptor_;
};

HttpServer::HttpServer(Handler handler, const std::optional<TlsIdentity>& tls)
    : state_{std::make_unique<State>(std::move(handler), tls)} {}
HttpServer::~HttpServer() = default;

int HttpServer::port() const { return state_->port(); }

std::string HttpServer::url(const std::string_view target) const {
    const std::string host = state_->has_tls() ? "https://localhost:" : "http://127.0.0.1:";
    return host + std::to_string(port()) + std::string{target};
}

std::vector<HttpRequest> HttpServer::requests() const { return state_->requests(); }

}  // namespace support
