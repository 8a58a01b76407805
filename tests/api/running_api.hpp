#pragma once

#include "tests/api/stand.hpp"
#include "tests/http/client.hpp"
#include "tests/support/program.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace api_test {

/// jobscout-api over a stand's database and index, on a port of the system's choice.
class Api {
public:
    explicit Api(
        const std::string& tokens,
        const std::string& snapshot,
        const std::vector<std::string>& more = {},
        const std::vector<std::string>& environment = {},
        const Stand& room = stand()
    ) {
        std::vector<std::string> words{
            "--port",
            "0",
            "--index",
            room.index_folder(),
            "--tokens",
            tokens,
            "--snapshot",
            snapshot};
        words.insert(words.end(), more.begin(), more.end());
        // Of two values the first one counts.
        std::vector<std::string> variables = environment;
        variables.push_back("JOBSCOUT_DATABASE=" + room.database().conninfo("jobscout_api"));
        program_ = std::make_unique<support::Program>("jobscout-api", words, "", variables);
        // The test's own time limit bounds the wait.
        while (address_.find('\n') == std::string::npos) {
            address_ = program_->out();
            if (program_->ended()) {
                throw std::runtime_error{"jobscout-api did not start: " + program_->err()};
            }
        }
        address_.erase(address_.find('\n'));
        port_ = static_cast<std::uint16_t>(std::stoi(address_.substr(address_.rfind(':') + 1)));
    }

    std::uint16_t port() const { return port_; }

    /// Of one that was started with `--admin-port 0`.
    std::uint16_t admin_port() const {
        std::string said;
        constexpr std::string_view path = "/metrics\n";
        while (!said.ends_with(path)) {
            said = program_->out();
        }
        said.resize(said.size() - path.size());
        return static_cast<std::uint16_t>(std::stoi(said.substr(said.rfind(':') + 1)));
    }

    const std::string& address() const { return address_; }
    void signal(const int number) const { program_->signal(number); }

    /// The exit status.
    int wait() {
        outcome_ = program_->wait();
        program_.reset();
        return outcome_.status;
    }

    /// What it has logged so far.
    std::string err() const { return program_ ? program_->err() : outcome_.err; }

    /// Asks until the postings are in memory; the test's own time limit bounds it.
    void wait_until_ready() const {
        while (client::ask(port(), "GET", "/readyz").status != 200) {
        }
    }

private:
    std::unique_ptr<support::Program> program_;
    support::Outcome outcome_;
    std::string address_;
    std::uint16_t port_ = 0;
};

}  // namespace api_test
