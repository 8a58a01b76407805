#include "indexer/verification/wage_limits.hpp"

#include "verification_data.hpp"

#include <boost/json.hpp>

namespace verification {

const WageLimits& wage_limits() {
    static const WageLimits limits = [] {
        const auto document = boost::json::parse(verification_data::wage_limits.text);
        const auto number = [&](const char* name) {
            return static_cast<int>(document.at(name).as_int64());
        };
        return WageLimits{
            .below_percent = number("below_percent"),
            .far_above_percent = number("far_above_percent"),
            .far_above_teer_min = number("far_above_teer_min"),
            .unlicensed_teer = number("unlicensed_teer"),
            .unlikely_percent = number("unlikely_percent")};
    }();
    return limits;
}

}  // namespace verification
