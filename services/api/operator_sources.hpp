#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Whence postings come, and what became of each file.
namespace api {

/// GET /v1/operator/sources: each that is listed, has run or was ingested, by name.
http::Response list_sources(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/operator/sources/{name}: adds it to those of the list on the machine, or replaces what
/// was added.
http::Response put_source(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/operator/sources/{name}: one that was added; its postings stay until their days end.
http::Response remove_source(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/verdicts: how often each check says what, by source.
http::Response count_verdicts(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/runs: the latest first.
http::Response list_runs(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
