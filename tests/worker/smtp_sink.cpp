#include "tests/worker/smtp_sink.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <stdexcept>
#include <string_view>
#include <unistd.h>

namespace worker_test {
namespace {

/// Reads and answers lines until the other end goes.
class Conversation {
public:
    explicit Conversation(const int socket) : socket_{socket} {}

    /// With its CRLF; empty at the end.
    std::string line() {
        std::string result;
        char c = 0;
        while (::recv(socket_, &c, 1, 0) == 1) {
            result += c;
            if (c == '\n') {
                return result;
            }
        }
        return {};
    }

    void say(const std::string& text) {
        const std::string line = text + "\r\n";
        [[maybe_unused]] const auto sent = ::send(socket_, line.data(), line.size(), MSG_NOSIGNAL);
    }

private:
    int socket_;
};

/// `MAIL FROM:<a> SIZE=1` is `<a>`.
std::string path_of(const std::string& line) {
    const std::size_t start = line.find('<');
    return line.substr(start, line.find('>') + 1 - start);
}

}  // namespace

SmtpSink::SmtpSink(const bool answers)
    : answers_{answers}, listener_{::socket(AF_INET, SOCK_STREAM, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (listener_ < 0 || ::bind(listener_, any, length) != 0 || ::listen(listener_, 1) != 0 ||
        ::getsockname(listener_, any, &length) != 0) {
        throw std::runtime_error{"cannot listen"};
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

SmtpSink::~SmtpSink() {
    // Wakes whoever still waits for a connection.
    ::shutdown(listener_, SHUT_RDWR);
    wait();
    ::close(listener_);
}

void SmtpSink::wait() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

void SmtpSink::serve() {
    const int socket = ::accept(listener_, nullptr, nullptr);
    if (socket < 0) {
        return;
    }
    Conversation with{socket};
    with.say("220 sink");
    for (std::string line = with.line(); !line.empty(); line = with.line()) {
        if (line.starts_with("MAIL FROM:")) {
            from_ = path_of(line);
        } else if (line.starts_with("RCPT TO:")) {
            recipient_ = path_of(line);
        } else if (line.starts_with("DATA")) {
            with.say("354 go on");
            for (line = with.line(); !line.empty() && line != ".\r\n"; line = with.line()) {
                data_ += line;
            }
            has_mail_.set_value();
            if (!answers_) {
                with.line();
                break;
            }
        } else if (line.starts_with("QUIT")) {
            with.say("221 bye");
            break;
        }
        with.say("250 ok");
    }
    ::close(socket);
}

}  // namespace worker_test
