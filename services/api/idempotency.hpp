#pragma once

#include "services/api/service.hpp"
#include "services/auth/permission.hpp"
#include "services/http/router.hpp"

#include <functional>

/// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07): what a caller sends again under
/// the same key, not knowing whether it arrived, is done once and answered the same.
namespace api {

/// What `handle` answers, or what it answered within the last 24 hours to the same request under
/// the same key of this principal. Without the header, just `handle`.
///
/// A key has 16 to 255 visible characters of ASCII, with or without the quotes of a structured
/// field: else 400. 422 where the key was another request's; 409 where the first one is being
/// answered still, or was not heard of for a minute, so that nobody knows whether it was done.
/// Answers of 429 and from 500 on are not kept: the same can be asked again.
http::Response answer_once(
    const Service& service,
    const auth::Principal& principal,
    const http::Call& call,
    const std::function<http::Response()>& handle
);

}  // namespace api
