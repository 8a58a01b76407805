#pragma once

#include "services/http/router.hpp"

namespace api {

/// Answers a call that does not say `lang` in the language that Accept-Language prefers (RFC 9110,
/// 12.5.4), English where it prefers neither; the answer says which it is, and that it depends on
/// that header. Only for routes with a parameter `lang`.
http::Response in_preferred_language(
    const http::Call& call, const std::function<http::Response(const http::Call&)>& handle
);

}  // namespace api
