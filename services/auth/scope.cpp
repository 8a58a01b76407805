#include "services/auth/scope.hpp"

#include <algorithm>
#include <array>

namespace auth {
namespace {

struct Scope {
    std::string_view name;
    Action action;
};

constexpr std::array scopes_by_action{
    Scope{"candidates:read", Action::read_candidate},
    Scope{"candidates:read", Action::list_clients},
    Scope{"consents:read", Action::find_firms},
    Scope{"candidates:write", Action::create_candidate},
    Scope{"candidates:write", Action::replace_candidate},
    Scope{"saved-searches:read", Action::read_saved_search},
    Scope{"saved-searches:write", Action::change_saved_search},
    Scope{"consents:read", Action::read_own_record},
    Scope{"applicants:read", Action::see_candidates},
    Scope{"applicants:write", Action::say_interest},
    Scope{"applicants:write", Action::invite_candidate},
    Scope{"claims:write", Action::claim_posting},
    Scope{"contacts:read", Action::read_contact},
    Scope{"reviews:write", Action::review_postings},
    Scope{"reviews:write", Action::decide_claims},
    Scope{"applications:read", Action::read_application},
    Scope{"applications:read", Action::list_caseload},
    Scope{"applications:write", Action::change_application},
    Scope{"packages:read", Action::read_package},
    Scope{"packages:read", Action::read_batch},
    Scope{"packages:write", Action::change_package},
    Scope{"messages:read", Action::read_messages},
    Scope{"messages:write", Action::write_message},
    Scope{"operation:read", Action::see_operation},
    Scope{"operation:write", Action::change_sources},
    Scope{"kept-records:read", Action::read_kept_record},
};

}  // namespace

std::vector<std::string_view> scope_names() {
    std::vector<std::string_view> names;
    for (const Scope& scope : scopes_by_action) {
        if (std::ranges::find(names, scope.name) == names.end()) {
            names.push_back(scope.name);
        }
    }
    return names;
}

bool allows(const std::span<const std::string> scopes, const Action action) {
    return may(Principal{}, action, {}) ||
           std::ranges::any_of(scopes_by_action, [&](const Scope& scope) {
               return scope.action == action &&
                      std::ranges::find(scopes, scope.name) != scopes.end();
           });
}

}  // namespace auth
