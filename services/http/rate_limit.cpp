#include "services/http/rate_limit.hpp"

#include "services/http/problem.hpp"

#include <algorithm>
#include <cmath>

namespace http {
namespace {

std::chrono::seconds rounded_up(const double seconds) {
    return std::chrono::seconds{static_cast<std::chrono::seconds::rep>(std::ceil(seconds))};
}

}  // namespace

double RateLimiter::tokens(const Bucket& bucket, const Clock::time_point now) const {
    const double passed = std::chrono::duration<double>(now - bucket.at).count();
    const double grown = bucket.tokens + passed * static_cast<double>(rate_.per_second);
    return std::min(grown, static_cast<double>(rate_.burst));
}

/// Looks at all of them once in the time that a bucket takes to fill.
void RateLimiter::forget_full(const Clock::time_point now) {
    const auto full = static_cast<double>(rate_.burst);
    const std::chrono::duration<double> fills{full / static_cast<double>(rate_.per_second)};
    if (now - forgotten_at_ < fills) {
        return;
    }
    forgotten_at_ = now;
    std::erase_if(buckets_, [&](const auto& one) { return tokens(one.second, now) >= full; });
}

Allowance RateLimiter::take(const std::string& caller, const Clock::time_point now) {
    const std::lock_guard guard{mutex_};
    forget_full(now);
    const bool known = buckets_.contains(caller) || buckets_.size() < callers_max_;
    const auto full = static_cast<double>(rate_.burst);
    Bucket& bucket = buckets_.try_emplace(known ? caller : "", Bucket{full, now}).first->second;
    bucket = {tokens(bucket, now), now};

    const auto rate = static_cast<double>(rate_.per_second);
    Allowance allowance{.allowed = bucket.tokens >= 1};
    if (allowance.allowed) {
        bucket.tokens -= 1;
    } else {
        allowance.until_next = rounded_up((1 - bucket.tokens) / rate);
    }
    allowance.remaining = static_cast<std::size_t>(bucket.tokens);
    allowance.until_full = rounded_up((full - bucket.tokens) / rate);
    return allowance;
}

std::size_t RateLimiter::callers() const {
    const std::lock_guard guard{mutex_};
    return buckets_.size();
}

void tell(
    const Allowance& allowance, const Rate& rate, const std::string_view policy, Response& response
) {
    const std::string name = "\"" + std::string{policy} + "\"";
    const std::size_t window = (rate.burst + rate.per_second - 1) / rate.per_second;
    response.headers.emplace_back(
        "RateLimit-Policy",
        name + ";q=" + std::to_string(rate.burst) + ";w=" + std::to_string(window)
    );
    response.headers.emplace_back(
        "RateLimit",
        name + ";r=" + std::to_string(allowance.remaining) +
            ";t=" + std::to_string(allowance.until_full.count())
    );
}

Response too_many_requests(
    const Allowance& allowance, const Rate& rate, const std::string_view policy
) {
    Response response = problem(429, "too many requests of one caller");
    response.headers.emplace_back("Retry-After", std::to_string(allowance.until_next.count()));
    tell(allowance, rate, policy, response);
    return response;
}

}  // namespace http
