#include "tests/bench/served_market.hpp"

#include "indexer/reference.hpp"
#include "indexer/search/writer.hpp"
#include "sql/store/sha256.hpp"
#include "tests/bench/stored_market.hpp"
#include "tests/http/client.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace market {
namespace {

constexpr const char* token = "bench-token";

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

double processor_seconds(const pid_t process) {
    std::string line = text_of("/proc/" + std::to_string(process) + "/stat");
    std::istringstream fields{line.substr(line.rfind(')') + 2)};
    std::vector<std::string> all{std::istream_iterator<std::string>{fields}, {}};
    constexpr std::size_t user_ticks = 11;
    return (std::stod(all.at(user_ticks)) + std::stod(all.at(user_ticks + 1))) /
           static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::size_t megabytes(const pid_t process, const std::string& name) {
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return std::stoul(line.substr(line.find_first_of("0123456789"))) / 1'024;
        }
    }
    throw std::runtime_error{"/proc does not tell " + name};
}

std::string first_line_of(const support::Program& program) {
    while (program.out().find('\n') == std::string::npos) {
        if (program.ended()) {
            throw std::runtime_error{"a server did not start: " + program.err()};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return program.out().substr(0, program.out().find('\n'));
}

std::uint16_t port_in(const std::string& text) {
    return static_cast<std::uint16_t>(std::stoi(text.substr(text.rfind(':') + 1)));
}

Served::Served(const std::int64_t postings) {
    const ingest::Reference reference = ingest::load_reference(owned_);
    store_all(owned_, reference, postings);
    std::cerr << "stored\n";
    search::update_index(index(), postings_, [](std::int64_t) {});
    std::cerr << "indexed\n";
    const std::string tokens = folder_.write(
        "tokens.json",
        R"([{"role": "candidate", "id": "bench", "token_sha256": ")" + store::sha256(token) + "\"}]"
    );
    api_ = std::make_unique<support::Program>(
        "jobscout-api",
        std::vector<std::string>{
            "--port",
            "0",
            "--index",
            index(),
            "--tokens",
            tokens,
            "--workers",
            "2",
            "--requests-burst",
            "0",
            "--account-requests-burst",
            "0"},
        "",
        std::vector<std::string>{"JOBSCOUT_DATABASE=" + database_.conninfo("jobscout_api")}
    );
    port_ = port_in(first_line_of(*api_));
    while (client::ask(port_, "GET", "/readyz").status != 200) {
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

std::string Served::request(
    const std::string& method, const std::string& target, const std::string& body
) {
    std::string text = method + " " + target +
                       " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    if (!body.empty()) {
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n";
    }
    return text + "\r\n" + body;
}

std::string Served::store_candidate(const std::string& document) const {
    const auto created = client::ask(
        port_,
        "POST",
        "/v1/candidates",
        document,
        {{"Authorization", std::string{"Bearer "} + token}}
    );
    if (created.status != 201) {
        throw std::runtime_error{"a candidate was refused: " + created.body};
    }
    return created.header("Location");
}

std::vector<std::string> candidate_documents(const std::size_t count) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator{REPOSITORY_ROOT "/tests/quality/candidates"}) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> result;
    for (const auto& path : paths) {
        if (result.size() < count) {
            result.push_back(text_of(path));
        }
    }
    return result;
}

}  // namespace market
