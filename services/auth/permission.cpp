#include "services/auth/permission.hpp"

namespace auth {
namespace {

struct Row {
    Action action;
    std::array<Whose, all_roles.size()> granted;  ///< In the order of `all_roles`.
};

using enum Whose;
constexpr Whose read = own | read_consented;
constexpr Whose replace = own | replace_consented;

/// An advisor reaches what they created themselves, and what its candidate lets their firm reach.
/// Reviewers and operators have no business with people: not even whom an employer would be shown,
/// for candidates agree to be shown to employers and to nobody else. Only the owner consents. What
/// an employer said of a candidate a reviewer reads where the candidate asks them to.
// clang-format off
constexpr std::array<Row, actions> table{{
    //                              nobody  candidate advisor employer     reviewer operator
    {Action::see_health,           {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::read_contract,        {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::read_postings,        {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::compute_stateless,    {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::report_problem,       {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::read_feed,            {anyone, anyone, anyone,  anyone,      anyone,  anyone}},
    {Action::review_postings,      {nobody, nobody, anyone,  nobody,      anyone,  anyone}},
    {Action::create_candidate,     {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::read_candidate,       {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::replace_candidate,    {nobody, own,    replace, nobody,      nobody,  nobody}},
    {Action::delete_candidate,     {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::export_candidate,     {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::read_own_record,      {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::give_consent,         {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::find_firms,           {nobody, anyone, anyone,  nobody,      nobody,  anyone}},
    {Action::list_clients,         {nobody, nobody, anyone, nobody,      nobody,  nobody}},
    {Action::read_saved_search,    {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::change_saved_search,  {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::see_candidates,       {nobody, nobody, nobody,  own_posting, nobody,  nobody}},
    {Action::read_contact,         {nobody, nobody, nobody,  agreed,      nobody,  nobody}},
    {Action::claim_posting,        {nobody, nobody, nobody,  own,         nobody,  nobody}},
    {Action::decide_claims,        {nobody, nobody, nobody,  nobody,      anyone,  anyone}},
    {Action::say_interest,         {nobody, nobody, nobody,  own_posting, nobody,  nobody}},
    {Action::ask_for_person,       {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::answer_requests,      {nobody, nobody, nobody,  nobody,      anyone,  nobody}},
    {Action::read_application,     {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::change_application,   {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::read_package,         {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::change_package,       {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::read_batch,           {nobody, own,    own,     nobody,      nobody,  nobody}},
    {Action::list_caseload,        {nobody, nobody, anyone,  nobody,      nobody,  nobody}},
    {Action::read_messages,        {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::write_message,        {nobody, own,    read,    nobody,      nobody,  nobody}},
    {Action::invite_candidate,     {nobody, nobody, nobody,  own_posting, nobody,  nobody}},
    {Action::see_operation,        {nobody, nobody, nobody,  nobody,      nobody,  anyone}},
    {Action::change_sources,       {nobody, nobody, nobody,  nobody,      nobody,  anyone}},
    {Action::read_kept_record,     {nobody, nobody, nobody,  nobody,      nobody,  anyone}},
}};
// clang-format on

constexpr bool in_order() {
    for (std::size_t index = 0; index < table.size(); ++index) {
        if (static_cast<std::size_t>(table[index].action) != index) {
            return false;
        }
    }
    return true;
}
static_assert(in_order(), "an action without its line");

}  // namespace

Whose granted(const Action action, const Role role) {
    return table[static_cast<std::size_t>(action)].granted[static_cast<std::size_t>(role)];
}

bool may(const Principal& principal, const Action action, const Resource& resource) {
    const Whose whose = granted(action, principal.role);
    return meet(whose, anyone) || meet(whose, resource.standing) ||
           (meet(whose, own) && !principal.id.empty() && principal.id == resource.owner_id);
}

Resource best_case(const Principal& principal) {
    return {
        .owner_id = principal.id,
        .standing = read_consented | replace_consented | own_posting | agreed};
}

}  // namespace auth
