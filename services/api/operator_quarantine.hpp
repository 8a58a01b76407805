#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What sources said and is not served.
namespace api {

/// GET /v1/operator/quarantine: the latest first, without the records themselves.
http::Response list_quarantine(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/quarantine/reasons: how often each, the most frequent first.
http::Response count_quarantine(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/quarantine/{id}: with the record, a piece at a time.
http::Response read_quarantined(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
