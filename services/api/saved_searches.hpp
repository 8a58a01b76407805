#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What people save to be told of new postings. Somebody else's does not exist for a principal.
namespace api {

/// POST /v1/saved-searches: 201 with its address.
http::Response create_saved_search(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/saved-searches: the principal's own.
http::Response list_saved_searches(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/saved-searches/{id}
http::Response read_saved_search(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/saved-searches/{id}, under If-Match only if nobody did so since.
http::Response replace_saved_search(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/saved-searches/{id}, with all that was found for it.
http::Response remove_saved_search(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/saved-searches/{id}/digests: what was found, newest first.
http::Response list_digests(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/saved-searches/{id}/feed: a feed at an address that nobody can guess, told this once.
http::Response open_feed(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/saved-searches/{id}/feed: that address is none any more.
http::Response close_feed(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/feeds/{token}/alerts.atom: for readers of feeds, which can show no token of their own.
http::Response read_feed(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
