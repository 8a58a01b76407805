#include "services/api/own_posting.hpp"

#include "indexer/normalise/employer_name.hpp"

#include <algorithm>

namespace api {
namespace {

/// Whether one of the names under which the principal hires is that of the posting, however it is
/// spelled.
bool is_theirs(const auth::Principal& principal, const domain::Posting& posting) {
    const std::string key = normalise::employer_name_from(posting.hiring_organization).key;
    return !key.empty() && std::ranges::any_of(principal.employers, [&](const std::string& name) {
        return normalise::employer_name_from(name).key == key;
    });
}

}  // namespace

domain::Result<domain::Posting> find_own_posting(
    const Service& service,
    const auth::Principal& principal,
    const domain::PostingId id,
    const domain::Date day
) {
    using enum auth::Whose;
    auto found = service.postings.find_served({id}, day);
    const bool may = !found.empty() &&
                     service.may(
                         principal,
                         auth::Action::see_candidates,
                         {.standing = is_theirs(principal, found.front()) ? own_posting : nobody}
                     );
    if (!may) {
        return domain::Error{
            domain::ErrorKind::not_found, "there is no posting " + std::to_string(id), "id"};
    }
    return std::move(found.front());
}

store::Viewer viewer_of(const auth::Principal& principal, const domain::PostingId posting) {
    store::Viewer viewer{.id = principal.id, .posting = posting, .employers = principal.employers};
    for (const std::string& name : principal.employers) {
        viewer.employers.push_back(normalise::employer_name_from(name).key);
    }
    return viewer;
}

}  // namespace api
