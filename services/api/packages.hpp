#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What candidates send for their applications: asked for here, built by jobscout-worker, kept
/// version by version. Reached by the candidate, and by advisors whom they let read.
namespace api {

/// GET /v1/applications/{application}/letter: the sender's own words.
http::Response read_letter(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/applications/{application}/letter, under If-Match only if nobody wrote since.
http::Response write_letter(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/applications/{application}/packages: 202 with a package that is queued.
http::Response ask_for_package(const Service&, const auth::Principal&, const http::Call&);

/// Why no `asked` more are taken from who asks: so many of theirs wait to be built.
std::optional<http::Response> refuse_where_many_wait(
    const Service& service,
    const auth::Principal& principal,
    std::size_t asked,
    domain::OfficialLanguage language
);

/// GET /v1/applications/{application}/packages: its versions, the newest first.
http::Response list_packages(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/{package}: with its manifest.
http::Response read_package(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/{package}/archive: all of it as a ZIP archive.
http::Response read_package_archive(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/{package}/files/{file}
http::Response read_package_file(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/packages/{package}/comparison?with=: what has changed since another one.
http::Response compare_packages(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
