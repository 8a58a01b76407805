#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// The rule sets themselves: what the figures of every other answer rest on.
namespace api {

/// GET /v1/rules: every rule set that `rules=` takes, with its status on the day.
http::Response list_rules(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/rules/{id}: one of them with its document and its grid.
http::Response read_rules(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/rules/diff: what differs between two of them.
http::Response compare_rules(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/rules/check: whether a program would start with a rule set. Nothing is loaded.
http::Response check_rules(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
