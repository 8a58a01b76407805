#pragma once

#include "services/api/service.hpp"

/// The postings for which an employer may ask about candidates.
namespace api {

/// The posting if it is served today and the principal may do this for it; else not_found, as if
/// there were none.
domain::Result<domain::Posting> find_own_posting(
    const Service& service,
    const auth::Principal& principal,
    auth::Action action,
    domain::PostingId id
);

/// The principal as the stores know who asks about candidates for a posting.
store::Viewer viewer_of(const auth::Principal& principal, domain::PostingId posting);

}  // namespace api
