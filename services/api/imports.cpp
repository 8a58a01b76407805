#include "services/api/imports.hpp"

#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/resume_import.hpp"

namespace api {

http::Response import_candidate(const Service&, const auth::Principal&, const http::Call& call) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto profile = wire::import_profile(*document);
    if (!profile) {
        return refuse(profile.error());
    }
    return answer_json(200, wire::imported_json(*profile, *spoken));
}

}  // namespace api
