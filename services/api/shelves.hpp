#pragma once

#include "matcher/domain/language.hpp"
#include "services/api/service.hpp"
#include "services/browsing/browse.hpp"
#include "services/http/message.hpp"

/// Searching from a handler.
namespace api {

/// Both must outlive it.
browsing::Shelves shelves_of(const Service& service, const matching::Facts& facts);

/// A problem of the query's text says where, what stands there, and what to write instead.
http::Response query_problem(const browsing::Refusal& refusal, domain::OfficialLanguage language);

}  // namespace api
