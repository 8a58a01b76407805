#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Many packages at once, and what is due of them.
namespace api {

/// POST /v1/packages/bulk: 202 with a batch, and for each pair its package or why
/// there is none.
http::Response ask_for_packages(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/batches/{batch}: how far it is.
http::Response read_batch(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/batches/{batch}/packages, in the order in which they were asked for.
http::Response list_batch(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/advisor/days: the days of checklists, of everybody who lets the advisor's firm read, the
/// soonest first.
http::Response list_days(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
