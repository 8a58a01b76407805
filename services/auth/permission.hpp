#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace auth {

enum class Role : std::uint8_t { anonymous, candidate, advisor, employer, reviewer, op };

inline constexpr std::array all_roles{
    Role::anonymous,
    Role::candidate,
    Role::advisor,
    Role::employer,
    Role::reviewer,
    Role::op,
};

/// Who asks, found by the token file, an API token or a session.
struct Principal {
    Role role = Role::anonymous;
    std::string id;
    std::string firm = {};  ///< Of an advisor.
};

/// What a route does, from the point of view of permission.
enum class Action : std::uint8_t {
    see_health,
    read_contract,      ///< openapi.json, the schemas and the rule sets.
    read_postings,      ///< Verified postings and their evidence.
    compute_stateless,  ///< Scores and matches for a candidate in the body; nothing is stored.
    report_problem,     ///< With a posting; without saying who one is.
    read_feed,          ///< The token in its address says whose it is.
    review_postings,    ///< What is held back or reported, and deciding about it.
    create_candidate,
    read_candidate,  ///< The document, and what is worked out from it.
    replace_candidate,
    delete_candidate,
    export_candidate,  ///< All that is held about the person.
    read_own_record,   ///< What was agreed to, and who has read the candidate.
    give_consent,      ///< To employers and firms, and taking it back.
    find_firms,        ///< By name, to let one read or to invite an advisor of it.
    list_clients,      ///< Who lets the advisor's firm read.
    read_saved_search,
    change_saved_search,  ///< Creating, replacing, removing; opening and closing its feed.
    see_candidates,       ///< Who agrees to be shown, without who they are, and asking them.
    read_contact,         ///< Who a candidate is.
    claim_posting,        ///< Saying that a posting is one's own, and taking it back.
    decide_claims,
    say_interest,        ///< Whether a candidate who is shown is of interest, and why.
    ask_for_person,      ///< To look again at what an employer said.
    answer_requests,     ///< Of candidates who ask for that.
    read_application,    ///< What a candidate has applied to, or means to.
    change_application,  ///< Making one, taking it further, commenting; which step who may take is
                         ///< in matcher/domain/application.hpp.
    read_package,        ///< What is sent for an application: letter, packages, the offer.
    change_package,      ///< Writing them and asking for packages, one or many.
    read_batch,     ///< How far packages are that one has asked for at once, and which they are.
    list_caseload,  ///< Applications of who lets the advisor's firm read.
    read_messages,  ///< Between a candidate and a firm.
    write_message,
    invite_candidate,  ///< Who is shown and of interest, to say who they are.
    see_operation,     ///< Sources, runs, rules, lists, and what was kept aside and why.
    change_sources,    ///< Adding sources over the API, and removing them.
    read_kept_record,  ///< What a source said of a posting that is not served; it may name people.
};
inline constexpr std::size_t actions = 37;

/// Of whose things a role may do an action: a set, of which one has to hold.
enum class Whose : std::uint8_t {
    nobody = 0,
    own = 1,             ///< The principal owns it.
    read_consented = 2,  ///< Of a candidate who lets the advisor's firm read.
    replace_consented =
        4,            ///< Of a candidate who lets the advisor's firm replace the document, too.
    own_posting = 8,  ///< For a posting that a reviewer said is the employer's own.
    agreed = 16,      ///< Of a candidate who agreed to this employer, for this posting.
    anyone = 32,
};
constexpr Whose operator|(const Whose left, const Whose right) {
    return static_cast<Whose>(static_cast<unsigned>(left) | static_cast<unsigned>(right));
}
/// Whether the sets share something.
constexpr bool meet(const Whose left, const Whose right) {
    return (static_cast<unsigned>(left) & static_cast<unsigned>(right)) != 0;
}

/// What is acted on.
struct Resource {
    std::string_view owner_id = {};  ///< Empty where the action has no owner.
    Whose standing = Whose::nobody;  ///< What else holds between it and the principal.
};

/// What the role is granted: one line of permission.cpp for each action.
Whose granted(Action action, Role role);

/// Denies by default: what that table does not grant is refused.
bool may(const Principal& principal, Action action, const Resource& resource);

/// The same question as a value, so that tests can see what is left when every answer is yes.
using May = bool (*)(const Principal& principal, Action action, const Resource& resource);

/// Something with which the principal stands as well as anybody can; what is refused even for this
/// needs no look at what it is about.
Resource best_case(const Principal& principal);

}  // namespace auth
