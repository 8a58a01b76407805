#include "services/api/account_rate.hpp"

namespace api {
namespace {

constexpr std::string_view account_policy = "account";

}  // namespace

http::Response within_rate(
    const Service& service,
    const auth::Principal& principal,
    const std::function<http::Response()>& handle
) {
    http::RateLimiter* const limiter = service.account_rate;
    if (limiter == nullptr || !limiter->rate().limits() ||
        principal.role == auth::Role::anonymous) {
        return handle();
    }
    const http::Allowance allowance = limiter->take(principal.id, http::RateLimiter::Clock::now());
    if (!allowance.allowed) {
        return http::too_many_requests(allowance, limiter->rate(), account_policy);
    }
    http::Response response = handle();
    http::tell(allowance, limiter->rate(), account_policy, response);
    return response;
}

}  // namespace api
