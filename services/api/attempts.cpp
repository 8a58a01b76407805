#include "services/api/attempts.hpp"

namespace api {

Counted by_address(const People& people, const http::Request& request) {
    return {.subject = people.key->digest("address", request.peer), .pace = auth::address_pace};
}

Counted by_account(
    const People& people,
    const std::string_view kind,
    const std::string_view account,
    const auth::Pace& pace
) {
    return {.subject = people.key->digest(kind, account), .pace = pace};
}

std::chrono::seconds count(const People& people, const std::vector<Counted>& all) {
    const store::Instant now = people.now();
    for (const Counted& one : all) {
        const auto wait = people.attempts.count(
            one.subject,
            now,
            one.pace.kept,
            [&](const store::AttemptStore::Tried& tried) {
                return auth::remaining_wait(one.pace, tried.attempts, now - tried.last_at);
            }
        );
        if (wait.count() > 0) {
            return wait;
        }
    }
    return std::chrono::seconds{0};
}

}  // namespace api
