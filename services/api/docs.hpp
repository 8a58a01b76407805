#pragma once

#include "matcher/domain/language.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

#include <string>

/// The API for people to read: made from openapi.json and the table of permissions.
namespace api {

/// An HTML page without scripts that needs no other site: every route with its parameters and
/// answers, who may ask it, and what refusals mean.
std::string docs_page(domain::OfficialLanguage language);

/// GET /docs: in the language of `lang=`, else of Accept-Language, else in English.
http::Response read_docs(const Service&, const auth::Principal&, const http::Call&);

/// GET /docs/style.css
http::Response read_docs_style(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
