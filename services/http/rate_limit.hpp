#pragma once

#include "services/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

/// How much one caller may ask.
namespace http {

/// A bucket of tokens: one request takes one, and they come back at a steady rate.
struct Rate {
    std::size_t burst = 0;       ///< Tokens of a full bucket; 0: without a limit.
    std::size_t per_second = 1;  ///< That come back.

    bool limits() const { return burst > 0; }
};

struct Allowance {
    bool allowed = true;
    std::size_t remaining = 0;
    std::chrono::seconds until_next{0};  ///< Where it is not allowed; at least 1.
    std::chrono::seconds until_full{0};
};

/// The buckets of all callers. A full bucket is forgotten, so that it holds no more of them than
/// have asked within the time that a bucket takes to fill; past `callers_max` whoever is not known
/// yet shares one bucket.
class RateLimiter {
public:
    using Clock = std::chrono::steady_clock;

    RateLimiter(const Rate& rate, std::size_t callers_max)
        : rate_{rate}, callers_max_{callers_max} {}

    const Rate& rate() const { return rate_; }

    /// From any thread. `now` does not go back.
    Allowance take(const std::string& caller, Clock::time_point now);

    std::size_t callers() const;

private:
    struct Bucket {
        double tokens;
        Clock::time_point at;
    };
    double tokens(const Bucket& bucket, Clock::time_point now) const;
    void forget_full(Clock::time_point now);

    const Rate rate_;
    const std::size_t callers_max_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
    Clock::time_point forgotten_at_{};
};

/// RateLimit-Policy and RateLimit, as draft-ietf-httpapi-ratelimit-headers-11 has them.
/// `policy` is what is counted, such as `address`.
void tell(
    const Allowance& allowance, const Rate& rate, std::string_view policy, Response& response
);

/// 429 with Retry-After and what tell() adds.
Response too_many_requests(const Allowance& allowance, const Rate& rate, std::string_view policy);

}  // namespace http
