#pragma once

#include "sql/store/posting_store.hpp"

#include <boost/json.hpp>

namespace store {

/// A posting as it stood before a change.
struct PostingBefore {
    boost::json::object row;  ///< Of the table `posting`.
    bool gone = false;
};

/// The row of posting_history, without posting and revision, that tells of a posting's first day.
boost::json::object history_of_new(const PostingRecord& record);

/// The same for a change of a posting.
boost::json::object history_of_change(const PostingBefore& before, const PostingRecord& record);

/// What differs, column -> [before, after]; a long text is named and not quoted: column -> null.
boost::json::object difference(const boost::json::object& before, const boost::json::object& after);

}  // namespace store
