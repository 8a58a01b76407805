#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/duplicate_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <vector>

namespace wire {

/// A posting under the names of schema.org JobPosting in snake_case; null where it says nothing.
boost::json::object posting_json(const domain::Posting& posting);

/// Where a job was advertised, and when it was open there.
boost::json::array appearances_json(const std::vector<store::Appearance>& appearances);

}  // namespace wire
