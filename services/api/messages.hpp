#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What candidates and the advisors of firms that they let read write to each other. Both sides ask
/// at the same addresses: a thread is a candidate and a firm.
namespace api {

/// GET /v1/messages: the threads of who asks, the one written in last first.
http::Response list_threads(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/messages/{candidate}/{firm}: the newest first.
http::Response list_messages(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/messages/{candidate}/{firm}
http::Response write_message(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/messages/{candidate}/{firm}/read: the side of who asks has read up to there.
http::Response mark_messages(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
