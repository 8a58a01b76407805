// TLS in the server itself, with OpenSSL at the other end.

#include "tests/http/running.hpp"
#include "tests/http/tls_client.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using http_test::echo;
using http_test::Running;
using http_test::TlsConnection;
using testing::HasSubstr;

/// The files of a certificate, which a test may write over.
class Files {
public:
    Files() { write(); }

    void write() {
        const support::TlsIdentity identity = support::tls_identity("localhost");
        certificate_ = identity.certificate;
        folder_.write("certificate.pem", identity.certificate);
        folder_.write("key.pem", identity.key);
    }
    std::string write(const std::string& name, const std::string& text) {
        return folder_.write(name, text);
    }
    http::TlsFiles names() const {
        return {folder_.path() / "certificate.pem", folder_.path() / "key.pem"};
    }
    http::ServerOptions options() const {
        http::ServerOptions options;
        options.tls = names();
        return options;
    }
    const std::string& certificate() const { return certificate_; }

private:
    support::TemporaryFolder folder_;
    std::string certificate_;
};

const char* const get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(Tls, serves_requests_and_keeps_browsers_on_it) {
    const Files files;
    const Running server{echo, files.options()};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsConnection connection{server.port(), {.version = version}};
        ASSERT_TRUE(connection.greeted());
        EXPECT_EQ(connection.protocol(), "http/1.1");
        EXPECT_EQ(connection.certificate(), files.certificate());
        for (int i = 0; i < 2; ++i) {
            const std::string answer = connection.ask(get);
            EXPECT_THAT(answer, HasSubstr("HTTP/1.1 200 OK\r\n"));
            EXPECT_THAT(answer, HasSubstr("\r\nStrict-Transport-Security: max-age=31536000"));
            EXPECT_THAT(answer, HasSubstr("GET /a "));
        }
    }
}

TEST(Tls, says_when_it_ends) {
    const Files files;
    const Running server{echo, files.options()};
    TlsConnection connection{server.port(), {}};
    EXPECT_THAT(connection.ask("hello\r\n\r\n"), HasSubstr("HTTP/1.1 400 Bad Request\r\n"));
    EXPECT_TRUE(connection.ended_by_the_other()) << "without close_notify an answer may be cut off";
}

TEST(Tls, refuses_what_is_out_of_date) {
    const Files files;
    const Running server{echo, files.options()};
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        EXPECT_FALSE((TlsConnection{server.port(), {.version = version}}.greeted()));
    }
    for (const char* ciphers :
         {"AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "NULL", "DES-CBC3-SHA"}) {
        const TlsConnection connection{
            server.port(), {.version = TLS1_2_VERSION, .ciphers = ciphers}};
        EXPECT_FALSE(connection.greeted()) << ciphers;
    }
    const std::string h2{"\x02h2"};
    EXPECT_FALSE((TlsConnection{server.port(), {.protocols = h2}}.greeted()));
    EXPECT_TRUE((TlsConnection{server.port(), {.protocols = h2 + "\x08http/1.1"}}.greeted()));
    EXPECT_TRUE((TlsConnection{server.port(), {.protocols = ""}}.greeted()));
}

TEST(Tls, is_not_spoken_by_everybody) {
    const Files files;
    http::ServerOptions options = files.options();
    options.head_timeout = std::chrono::milliseconds{50};
    const Running server{echo, options};
    client::Connection plain{server.port()};
    plain.send(client::request("GET", "/"));
    EXPECT_EQ(plain.receive().status, 0);
    client::Connection silent{server.port()};
    EXPECT_TRUE(silent.closed_by_server());
    EXPECT_TRUE((TlsConnection{server.port(), {}}.greeted()));
}

TEST(Tls, takes_a_new_certificate_while_connections_go_on) {
    Files files;
    Running server{echo, files.options()};
    const std::string first = files.certificate();
    TlsConnection before{server.port(), {}};
    ASSERT_TRUE(before.greeted());

    files.write();
    server.server().reload_tls();
    EXPECT_EQ(server.event(), "tls_reloaded");
    TlsConnection after{server.port(), {}};
    EXPECT_EQ(after.certificate(), files.certificate());
    EXPECT_NE(after.certificate(), first);
    EXPECT_THAT(before.ask(get), HasSubstr("GET /a "));

    files.write("certificate.pem", "nothing");
    server.server().reload_tls();
    EXPECT_THAT(server.event(), HasSubstr("tls_not_reloaded: "));
    EXPECT_EQ((TlsConnection{server.port(), {}}.certificate()), files.certificate());
    EXPECT_THAT(after.ask(get), HasSubstr("GET /a "));
}

TEST(Tls, says_which_file_is_wrong_and_why) {
    Files files;
    const auto failure = [&files](const http::TlsFiles& names) -> std::string {
        http::ServerOptions options;
        options.tls = names;
        try {
            const Running server{echo, options};
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    };
    const http::TlsFiles right = files.names();
    const std::string other = files.write("other.pem", support::tls_identity("localhost").key);
    const std::string empty = files.write("empty.pem", "");
    EXPECT_EQ(failure(right), "");
    EXPECT_THAT(failure({"/nowhere", right.key}), HasSubstr("/nowhere: no certificate"));
    EXPECT_THAT(failure({empty, right.key}), HasSubstr("empty.pem: no certificate"));
    EXPECT_THAT(failure({right.certificate, "/nowhere"}), HasSubstr("/nowhere: no private key"));
    EXPECT_THAT(failure({right.certificate, empty}), HasSubstr("empty.pem: no private key"));
    EXPECT_THAT(
        failure({right.certificate, other}),
        HasSubstr("other.pem: is not the key of the certificate")
    );
}

}  // namespace
