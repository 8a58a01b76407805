#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/duplicate_store.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/trust_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wire {

/// A posting under the names of schema.org JobPosting in snake_case; null where it says nothing.
boost::json::object posting_json(const domain::Posting& posting);

/// Where a job was advertised, and when it was open there.
boost::json::array appearances_json(const std::vector<store::Appearance>& appearances);

/// One page of GET /v1/postings.
struct PostingPage {
    domain::Date as_of;
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
    std::int64_t total = 0;
    std::string next_cursor;  ///< Empty on the last page; null in JSON.
    std::span<const domain::Posting> postings;
    std::span<const store::TrustSummary> trust;  ///< Of these postings, in any order.
};
boost::json::object page_json(const PostingPage& page);

}  // namespace wire
