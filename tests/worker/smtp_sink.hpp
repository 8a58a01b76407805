#pragma once

#include <cstdint>
#include <future>
#include <string>
#include <thread>

namespace worker_test {

/// An SMTP server of a test's own, which takes one mail over one connection, without TLS.
class SmtpSink {
public:
    /// Unless it answers, it takes the mail and says nothing of it until the other end goes.
    explicit SmtpSink(bool answers = true);
    ~SmtpSink();
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

    /// Until it has all of a mail.
    void wait_for_mail() { has_mail_.get_future().wait(); }

    /// Until the connection has ended; what follows may be asked after it.
    void wait();

    const std::string& from() const { return from_; }
    const std::string& recipient() const { return recipient_; }
    const std::string& data() const { return data_; }  ///< As it came, with CRLF.

private:
    void serve();

    bool answers_;
    std::promise<void> has_mail_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::string from_;
    std::string recipient_;
    std::string data_;
    std::thread thread_;
};

}  // namespace worker_test
