#pragma once

#include "services/api/people.hpp"
#include "services/auth/throttle.hpp"
#include "services/http/message.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// What is counted against one attempt.
struct Counted {
    std::string subject;
    auth::Pace pace;
};

/// The address that the request comes from.
Counted by_address(const People& people, const http::Request& request);

/// Something of one account, by its address, so that an account that is none is slowed alike.
Counted by_account(
    const People& people, std::string_view kind, std::string_view account, const auth::Pace& pace
);

/// Counts an attempt before it is made. The longest wait that is left, and then nothing more is
/// counted; zero: go on.
std::chrono::seconds count(const People& people, const std::vector<Counted>& all);

}  // namespace api
