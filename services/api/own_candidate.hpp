#pragma once

#include "services/api/candidates.hpp"
#include "services/api/spoken_body.hpp"

#include <boost/json/value.hpp>

#include <utility>

/// What the routes about what a candidate agrees to read before they do anything; for them only.
namespace api {

/// What was asked about one's own candidate.
struct Asked {
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    store::StoredCandidate candidate;
};

/// The language and the candidate of the path, if it is the principal's own and they may do this to
/// it. The error is the answer.
inline Read<Asked> read_asked(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    auto candidate = find_own_candidate(service, principal, action, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    return Asked{.language = *spoken, .candidate = *std::move(candidate)};
}

/// The same with the body, which is read before the candidate is looked for.
template <class Body>
Read<std::pair<Asked, Body>> read_asked(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const http::Call& call,
    domain::Result<Body> (*read)(const boost::json::value&)
) {
    auto spoken = read_spoken(call, read);
    if (!spoken) {
        return spoken.error();
    }
    auto asked = read_asked(service, principal, action, call);
    if (!asked) {
        return asked.error();
    }
    return std::pair{*std::move(asked), std::move(spoken->body)};
}

}  // namespace api
