#include "services/http/tls_context.hpp"

#include <boost/asio/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace http {
namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* ciphers_of_1_2 =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

/// As ALPN writes a list: each name after its length.
constexpr std::array<unsigned char, 9> http_1_1{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int select_protocol(
    SSL* /*connection*/,
    const unsigned char** selected,
    unsigned char* selected_length,
    const unsigned char* offered,
    const unsigned int offered_length,
    void* /*argument*/
) {
    unsigned char* found = nullptr;
    const int outcome = SSL_select_next_proto(
        &found, selected_length, http_1_1.data(), http_1_1.size(), offered, offered_length
    );
    *selected = found;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// Nobody is there to type a passphrase.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*argument*/) { return 0; }

[[noreturn]] void refuse(const std::string& file, const std::string_view what) {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    std::string message = file + ": " + std::string{what};
    if (reason != nullptr) {
        message.append(" (").append(reason).append(")");
    }
    throw std::runtime_error{message};
}

}  // namespace

std::shared_ptr<ssl::context> tls_context(const TlsFiles& files) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* const native = context->native_handle();
    ERR_clear_error();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(
        native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION
    );
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(native, ciphers_of_1_2);
    SSL_CTX_set_alpn_select_cb(native, select_protocol, nullptr);
    SSL_CTX_set_default_passwd_cb(native, no_passphrase);
    if (SSL_CTX_use_certificate_chain_file(native, files.certificate.c_str()) != 1) {
        refuse(files.certificate, "no certificate in PEM can be read there");
    }
    if (SSL_CTX_use_PrivateKey_file(native, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        const bool mismatch = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH;
        refuse(
            files.key,
            mismatch ? "is not the key of the certificate"
                     : "no private key in PEM without a passphrase can be read there"
        );
    }
    if (SSL_CTX_check_private_key(native) != 1) {
        refuse(files.key, "is not the key of the certificate");
    }
    return context;
}

}  // namespace http
