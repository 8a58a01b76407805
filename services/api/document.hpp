#pragma once

#include "matcher/domain/candidate.hpp"
#include "services/http/message.hpp"

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

/// Documents in request bodies. The error is the answer: 400 where the body is not JSON, 422 where
/// the JSON says what cannot be.
namespace api {

template <class T>
using Read = boost::system::result<T, http::Response>;

Read<boost::json::value> read_json(const http::Request& request);

Read<domain::Candidate> read_candidate_document(const http::Request& request);

}  // namespace api
