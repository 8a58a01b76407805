#include "services/api/imports.hpp"

#include "services/api/spoken_body.hpp"
#include "services/wire/resume_import.hpp"

namespace api {

http::Response import_candidate(const Service&, const auth::Principal&, const http::Call& call) {
    const auto asked = read_spoken(call, wire::import_profile);
    if (!asked) {
        return asked.error();
    }
    return answer_json(200, wire::imported_json(asked->body, asked->language));
}

}  // namespace api
