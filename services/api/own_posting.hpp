#pragma once

#include "services/api/service.hpp"

/// The postings for which an employer may ask about candidates.
namespace api {

/// The posting if the principal may see candidates for it; else not_found, as if there were none.
domain::Result<domain::Posting> find_own_posting(
    const Service& service, const auth::Principal& principal, domain::PostingId id, domain::Date day
);

/// The principal as the stores know who asks about candidates for a posting.
store::Viewer viewer_of(const auth::Principal& principal, domain::PostingId posting);

}  // namespace api
