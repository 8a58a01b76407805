#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

namespace api {

/// POST /v1/crs: the score of a candidate document or of a CRS input, with every factor; the
/// answer of `jobscout crs --json`. Stores nothing.
http::Response score_crs(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
