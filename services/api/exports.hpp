#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What a person can take with them.
namespace api {

/// GET /v1/candidates/{id}/export: everything that is held about the candidate, as one ZIP, or
/// with `format=candidate` or `format=json_resume` the profile alone.
http::Response export_candidate(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
