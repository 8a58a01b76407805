#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auth {

enum class Role : std::uint8_t { anonymous, candidate, advisor, employer, reviewer, op };

/// Who asks. Until people can sign in (step 6) principals come from a token file.
struct Principal {
    Role role = Role::anonymous;
    std::string id;
    std::string firm = {};                    ///< Of an advisor.
    std::vector<std::string> employers = {};  ///< Names under which an employer hires.
};

/// What a route does, from the point of view of permission.
enum class Action : std::uint8_t {
    see_health,
    read_contract,      ///< openapi.json, the schemas and the rule sets.
    read_postings,      ///< Verified postings and their evidence.
    compute_stateless,  ///< Scores and matches for a candidate in the body; nothing is stored.
    report_problem,     ///< With a posting; without saying who one is.
    review_postings,    ///< What is held back or reported, and deciding about it.
    create_candidate,
    read_candidate,
    replace_candidate,
    give_consent,  ///< To be shown to employers, and taking it back.
    read_saved_search,
    change_saved_search,  ///< Creating, replacing, removing; opening and closing its feed.
    read_feed,            ///< The token in its address says whose it is.
    see_candidates,       ///< Who agrees to be shown, without who they are, for one's own posting.
};

/// What is acted on; empty where the action has no owner.
struct Resource {
    std::string_view owner_id;
};

/// Denies by default: what is not granted by a line of permission.cpp is refused.
bool may(const Principal& principal, Action action, const Resource& resource);

}  // namespace auth
