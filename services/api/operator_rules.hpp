#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// By which rules and lists the service works.
namespace api {

/// GET /v1/operator/rules: every file of rules, with its digest.
http::Response list_rule_files(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/references: the lists that others publish, and which checks they still serve.
http::Response list_references(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
