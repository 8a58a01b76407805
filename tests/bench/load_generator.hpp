#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// Requests to a server on 127.0.0.1, from one thread over many connections.
namespace load {

struct Outcome {
    std::vector<std::chrono::microseconds> answered;  ///< How late each answer of 2xx came.
    std::vector<std::chrono::microseconds> shed;      ///< The same of 429 and 503.
    std::size_t without_retry_after = 0;              ///< Of those.
    std::size_t failed = 0;  ///< Other answers, and connections that ended.
    double seconds = 0;

    /// Answers a second.
    double rate() const { return static_cast<double>(answered.size()) / seconds; }
};

class Generator {
public:
    /// The requests are sent in turn.
    Generator(std::uint16_t port, std::vector<std::string> requests, std::size_t connections);
    ~Generator();
    Generator(const Generator&) = delete;
    Generator& operator=(const Generator&) = delete;

    /// Each connection asks again as soon as it is answered.
    Outcome closed_loop(std::chrono::seconds time);

    /// `rate` a second, whether or not those before are answered: an answer is as late as it is
    /// after the time its request was due.
    Outcome open_loop(double rate, std::chrono::seconds time);

private:
    class Connections;
    std::unique_ptr<Connections> connections_;
};

/// `share` of them came no later, in milliseconds; sorts them. 0 of none.
double milliseconds_at(std::vector<std::chrono::microseconds>& all, double share);

}  // namespace load
