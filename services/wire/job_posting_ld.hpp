#pragma once

#include "matcher/domain/posting.hpp"

#include <boost/json/object.hpp>

namespace wire {

/// A verified posting as schema.org JobPosting in JSON-LD, by the rules of
/// https://developers.google.com/search/docs/appearance/structured-data/job-posting: what they
/// require is always there, and what the posting does not say is left out.
boost::json::object job_posting_ld(const domain::Posting& posting);

}  // namespace wire
