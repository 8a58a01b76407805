#pragma once

#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/http/router.hpp"

#include <utility>

namespace api {

/// What a request says in its body, and the language in which it asks to be answered.
template <class Body>
struct Spoken {
    domain::OfficialLanguage language;
    Body body;
};

/// `read` makes of the document what the route needs. The error is the answer.
template <class Body>
Read<Spoken<Body>> read_spoken(
    const http::Call& call, domain::Result<Body> (*read)(const boost::json::value&)
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    auto body = read(*document);
    if (!body) {
        return refuse(body.error());
    }
    return Spoken<Body>{.language = *spoken, .body = *std::move(body)};
}

}  // namespace api
