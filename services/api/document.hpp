#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"
#include "services/http/message.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

#include <optional>

/// Documents in the bodies of requests and answers. Of one that cannot be read, the error is the
/// answer: 400 where the body is not JSON, 422 where the JSON says what cannot be.
namespace api {

template <class T>
using Read = boost::system::result<T, http::Response>;

Read<boost::json::value> read_json(const http::Request& request);

Read<domain::Candidate> read_candidate_document(const http::Request& request);

/// Of a route that asks for nothing: the refusal of a body that is not `{}`.
std::optional<http::Response> refusal_of_terms(const http::Request& request);

http::Response answer_json(unsigned status, const boost::json::object& body);

/// 204.
http::Response no_content();

/// Why what a document asks cannot be done, by the kind of the error.
http::Response refuse(const domain::Error& error);

}  // namespace api
