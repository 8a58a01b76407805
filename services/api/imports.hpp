#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Profiles that people bring with them.
namespace api {

/// POST /v1/candidates/import: what a JSON Resume or a candidate document says, as a candidate
/// document, with notes on what was not read and what Express Entry asks for. Nothing is stored.
http::Response import_candidate(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
