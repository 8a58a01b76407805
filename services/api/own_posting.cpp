#include "services/api/own_posting.hpp"

namespace api {

domain::Result<domain::Posting> find_own_posting(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const domain::PostingId id
) {
    using enum auth::Whose;
    auto found = service.postings.find_served({id}, service.today());
    const bool owns = !found.empty() && service.claims.owns(viewer_of(principal, id));
    if (found.empty() ||
        !service.may(principal, action, {.standing = owns ? own_posting : nobody})) {
        return domain::Error{
            domain::ErrorKind::not_found, "there is no posting " + std::to_string(id), "id"};
    }
    return std::move(found.front());
}

store::Viewer viewer_of(const auth::Principal& principal, const domain::PostingId posting) {
    return {.id = principal.id, .posting = posting};
}

}  // namespace api
