#pragma once

#include "tests/http/client.hpp"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <array>
#include <csignal>
#include <memory>
#include <string>
#include <string_view>

namespace http_test {

/// How a client greets.
struct Greeting {
    int version = TLS1_3_VERSION;  ///< The only one it speaks.
    const char* ciphers = nullptr;
    std::string protocols = "\x08http/1.1";  ///< As ALPN writes them; empty: none.
};

/// One end of TLS, with any certificate at the other.
class TlsConnection {
public:
    TlsConnection(const std::uint16_t port, const Greeting& greeting) : connection_{port} {
        std::signal(SIGPIPE, SIG_IGN);  // NOLINT(concurrency-mt-unsafe): SSL_write has no flag.
        SSL_CTX_set_security_level(context_.get(), 0);  // Else it does not even ask for the old.
        SSL_CTX_set_min_proto_version(context_.get(), greeting.version);
        SSL_CTX_set_max_proto_version(context_.get(), greeting.version);
        if (greeting.ciphers != nullptr) {
            SSL_CTX_set_cipher_list(context_.get(), greeting.ciphers);
        }
        ssl_.reset(SSL_new(context_.get()));
        if (!greeting.protocols.empty()) {
            const auto* bytes = reinterpret_cast<const unsigned char*>(greeting.protocols.data());
            SSL_set_alpn_protos(
                ssl_.get(), bytes, static_cast<unsigned>(greeting.protocols.size())
            );
        }
        SSL_set_fd(ssl_.get(), connection_.socket());
        greeted_ = SSL_connect(ssl_.get()) == 1;
    }

    bool greeted() const { return greeted_; }

    std::string protocol() const {
        const unsigned char* name = nullptr;
        unsigned length = 0;
        SSL_get0_alpn_selected(ssl_.get(), &name, &length);
        return {reinterpret_cast<const char*>(name), length};
    }

    /// Of the other end, as PEM.
    std::string certificate() const {
        const std::unique_ptr<BIO, Freed<BIO_free_all>> text{BIO_new(BIO_s_mem())};
        PEM_write_bio_X509(text.get(), SSL_get0_peer_certificate(ssl_.get()));
        char* bytes = nullptr;
        const auto size = BIO_get_mem_data(text.get(), &bytes);
        return {bytes, static_cast<std::size_t>(size)};
    }

    /// Sends, and reads one answer as it comes.
    std::string ask(const std::string_view bytes) {
        SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string answer;
        while (!is_whole(answer) && read_more(answer)) {
        }
        return answer;
    }

    /// Reads on; true where the end is told before it comes.
    bool ended_by_the_other() {
        std::string rest;
        while (read_more(rest)) {
        }
        return (SSL_get_shutdown(ssl_.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
    }

private:
    template <auto free>
    struct Freed {
        template <class T>
        void operator()(T* object) const {
            free(object);
        }
    };

    static bool is_whole(const std::string& answer) {
        const std::size_t head = answer.find("\r\n\r\n");
        if (head == std::string::npos) {
            return false;
        }
        const std::string name = "Content-Length: ";
        const std::size_t length = answer.find(name);
        return answer.size() - head - 4 >= std::stoul(answer.substr(length + name.size()));
    }

    bool read_more(std::string& answer) {
        std::array<char, 4096> piece{};
        const int size = SSL_read(ssl_.get(), piece.data(), piece.size());
        answer.append(piece.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
        return size > 0;
    }

    client::Connection connection_;
    std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>> context_{SSL_CTX_new(TLS_client_method())};
    std::unique_ptr<SSL, Freed<SSL_free>> ssl_;
    bool greeted_ = false;
};

}  // namespace http_test
