#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Whence postings come, and what became of each file.
namespace api {

/// GET /v1/operator/sources: each that is listed, has run or was ingested, by name.
http::Response list_sources(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/runs: the latest first.
http::Response list_runs(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
