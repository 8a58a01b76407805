#pragma once

#include "matcher/domain/posting.hpp"

#include <boost/json.hpp>

#include <string>
#include <string_view>

namespace store {

// Postings cross to PostgreSQL and back as JSON whose keys are the columns of the table `posting`:
// one parameter carries a whole batch, and the server does the unpacking.

/// Text that PostgreSQL can hold: NUL becomes U+FFFD.
boost::json::string text(std::string_view value);

/// The same, as a parameter of a statement.
std::string storable_text(std::string_view value);

/// A row of `posting`, without id, revision and whether it is verified. Absent values are left out.
boost::json::object row_from(const domain::Posting& posting);

/// The columns that `posting` and `posting_statistic` have in common.
boost::json::object statistic_row_from(const domain::Posting& posting);

/// A row of `posting_place`, without the posting and its ordinal.
boost::json::object row_from(const domain::Place& place);

/// The posting of a row of `posting` and of its rows of `posting_place`, null where there are none.
domain::Posting posting_from(const boost::json::object& row, const boost::json::value& places);

/// What a row of the view `advertised_posting` says of a posting; texts stand there only as empty
/// ones.
domain::Posting advertised_from(const boost::json::object& row);

}  // namespace store
