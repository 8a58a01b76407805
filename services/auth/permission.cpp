#include "services/auth/permission.hpp"

#include <algorithm>
#include <array>

namespace auth {
namespace {

enum class Of : std::uint8_t { anyone, own };

struct Grant {
    Role role;
    Action action;
    Of of;
};

/// For everyone, known or not: nothing here touches what is stored about a person.
constexpr std::array for_everyone{
    Action::see_health,
    Action::read_contract,
    Action::read_postings,
    Action::compute_stateless,
    Action::report_problem,
    Action::read_feed,
};

/// An advisor's caseload is what the advisor has created; a candidate's is their own document.
/// Reviewers have no access to candidates; employers see those who agree to it, for postings of
/// their own, and never who they are. Nobody but the owner consents, an operator neither.
constexpr std::array grants{
    Grant{Role::candidate, Action::create_candidate, Of::own},
    Grant{Role::candidate, Action::read_candidate, Of::own},
    Grant{Role::candidate, Action::replace_candidate, Of::own},
    Grant{Role::advisor, Action::create_candidate, Of::own},
    Grant{Role::advisor, Action::read_candidate, Of::own},
    Grant{Role::advisor, Action::replace_candidate, Of::own},
    Grant{Role::candidate, Action::give_consent, Of::own},
    Grant{Role::candidate, Action::read_saved_search, Of::own},
    Grant{Role::candidate, Action::change_saved_search, Of::own},
    Grant{Role::advisor, Action::give_consent, Of::own},
    Grant{Role::advisor, Action::read_saved_search, Of::own},
    Grant{Role::advisor, Action::change_saved_search, Of::own},
    Grant{Role::employer, Action::see_candidates, Of::own},
    Grant{Role::reviewer, Action::review_postings, Of::anyone},
    Grant{Role::advisor, Action::review_postings, Of::anyone},
    Grant{Role::op, Action::review_postings, Of::anyone},
    Grant{Role::op, Action::create_candidate, Of::anyone},
    Grant{Role::op, Action::read_candidate, Of::anyone},
    Grant{Role::op, Action::replace_candidate, Of::anyone},
    Grant{Role::op, Action::read_saved_search, Of::anyone},
    Grant{Role::op, Action::change_saved_search, Of::anyone},
    Grant{Role::op, Action::see_candidates, Of::anyone},
};

}  // namespace

bool may(const Principal& principal, const Action action, const Resource& resource) {
    if (std::find(for_everyone.begin(), for_everyone.end(), action) != for_everyone.end()) {
        return true;
    }
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
        return grant.role == principal.role && grant.action == action &&
               (grant.of == Of::anyone ||
                (!principal.id.empty() && principal.id == resource.owner_id));
    });
}

}  // namespace auth
