#include "services/api/refusals.hpp"

#include "matcher/document/json.hpp"
#include "services/http/problem.hpp"

#include <boost/json.hpp>

#include <cassert>

namespace api {

http::Response refuse(
    const unsigned status,
    const std::string_view name,
    const domain::OfficialLanguage language,
    const wire::Arguments& arguments,
    const http::Place place
) {
    http::Response response = http::problem(
        status, wire::text(language, "account." + std::string{name}, arguments), place, name
    );
    if (status == 401) {
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return response;
}

http::Response refuse(const auth::Denial denial, const domain::OfficialLanguage language) {
    switch (denial) {
        case auth::Denial::session_needed:
            return refuse(401, "session_needed", language);
        case auth::Denial::second_factor_required:
            return refuse(403, "second_factor_required", language);
        case auth::Denial::second_factor_to_set_up:
            return refuse(403, "second_factor_to_set_up", language);
        case auth::Denial::sign_in_again:
            return refuse(403, "sign_in_again", language);
        case auth::Denial::not_allowed:
            return refuse(403, "not_allowed", language);
    }
    assert(false);
    return {};
}

http::Response refuse_for_now(
    const std::chrono::seconds wait, const domain::OfficialLanguage language
) {
    http::Response response = refuse(429, "wait", language, {{"seconds", wait.count()}});
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

}  // namespace api
