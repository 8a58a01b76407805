#include "services/api/lists.hpp"
#include "services/api/operator_columns.hpp"
#include "services/api/package_columns.hpp"

#include <algorithm>
#include <array>

namespace api {
namespace {

using wire::Column;

constexpr std::array postings{
    Column{"id", "id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"city", "job_locations/*/city"},
    Column{"province", "job_locations/*/province"},
    Column{"remote", "remote"},
    Column{"noc", "noc"},
    Column{"teer", "teer"},
    Column{"hourly_min_cents", "base_salary/hourly_min"},
    Column{"hourly_max_cents", "base_salary/hourly_max"},
    Column{"hours_min", "work_hours/min"},
    Column{"hours_max", "work_hours/max"},
    Column{"employment_term", "employment_term"},
    Column{"work_time", "work_time"},
    Column{"working_language", "working_language"},
    Column{"date_posted", "date_posted"},
    Column{"last_live_day", "last_live_day"},
    Column{"vacancies", "vacancies"},
    Column{"lmia", "lmia"},
    Column{"sponsorship", "sponsorship"},
    Column{"evidence", "evidence/state"},
    Column{"warnings", "evidence/warnings/*"},
    Column{"verified_on", "evidence/verified_on"},
    Column{"source", "source"},
    Column{"source_id", "source_id"},
    Column{"url", "url"},
};

constexpr std::array matches{
    Column{"position", "rank/position"},
    Column{"fit", "fit/total"},
    Column{"rules", "lift/*/rules"},
    Column{"status", "lift/*/status"},
    Column{"points", "lift/*/points"},
    Column{"placed_after", "placed_after/*/text"},
    Column{"posting_id", "posting/id"},
    Column{"title", "posting/title"},
    Column{"hiring_organization", "posting/hiring_organization"},
    Column{"city", "posting/job_locations/*/city"},
    Column{"province", "posting/job_locations/*/province"},
    Column{"noc", "posting/noc"},
    Column{"hourly_min_cents", "posting/base_salary/hourly_min"},
    Column{"hourly_max_cents", "posting/base_salary/hourly_max"},
    Column{"last_live_day", "posting/last_live_day"},
    Column{"evidence", "posting/evidence/state"},
    Column{"url", "posting/url"},
};

constexpr std::array saved_searches{
    Column{"id", "id"},
    Column{"name", "name"},
    Column{"candidate", "candidate"},
    Column{"order", "order"},
    Column{"q", "query/q"},
    Column{"province", "query/province/*"},
    Column{"noc", "query/noc/*"},
    Column{"teer", "query/teer/*"},
    Column{"pay_min_cents", "query/pay_min"},
    Column{"notify", "notify"},
    Column{"created_at", "created_at"},
};

constexpr std::array digests{
    Column{"digest", "id"},
    Column{"day", "day"},
    Column{"made_at", "made_at"},
    Column{"posting_id", "postings/posting_id"},
    Column{"title", "postings/title"},
    Column{"hiring_organization", "postings/hiring_organization"},
    Column{"url", "postings/url"},
    Column{"fit", "postings/fit"},
    Column{"rules_announced", "rules"},
    Column{"points_announced", "postings/basis_points"},
    Column{"rules", "postings/lift/*/rules"},
    Column{"status", "postings/lift/*/status"},
    Column{"points", "postings/lift/*/points"},
};

constexpr std::array reviews{
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"source", "source"},
    Column{"held_back", "held_back"},
    Column{"field", "field"},
    Column{"reason", "reason"},
    Column{"hard_fails", "hard_fails/*/check"},
    Column{"reports", "reports"},
};

constexpr std::array views{
    Column{"id", "id"},
    Column{"what", "what"},
    Column{"viewer", "viewer"},
    Column{"viewer_name", "viewer_name"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"fit", "fit"},
    Column{"seen_at", "seen_at"},
};

constexpr std::array firm_consents{
    Column{"firm", "firm"},
    Column{"firm_name", "firm_name"},
    Column{"wording", "wording"},
    Column{"may_replace", "may_replace"},
    Column{"given_at", "given_at"},
    Column{"withdrawn_at", "withdrawn_at"},
};

constexpr std::array agreements{
    Column{"id", "id"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"employer", "employer"},
    Column{"asked_at", "asked_at"},
    Column{"answered_at", "answered_at"},
    Column{"agreed", "agreed"},
    Column{"wording", "wording"},
};

constexpr std::array shown_candidates{
    Column{"alias", "alias"},
    Column{"fit", "fit/total"},
    Column{"gaps", "gaps/*/text"},
};

constexpr std::array rounds{
    Column{"number", "number"},
    Column{"held_on", "held_on"},
    Column{"kind", "kind"},
    Column{"program", "program"},
    Column{"category", "category"},
    Column{"name", "name"},
    Column{"invitations", "invitations"},
    Column{"cutoff_crs", "cutoff_crs"},
    Column{"tie_break", "tie_break"},
    Column{"pool_total", "pool_total"},
};

constexpr std::array suggestions{
    Column{"noc", "noc"},
    Column{"teer", "teer"},
    Column{"title", "title"},
    Column{"matched", "matched"},
    Column{"p", "p"},
};

constexpr std::array rule_sets{
    Column{"rules", "rules"},
    Column{"status", "status"},
    Column{"effective_from", "effective_from"},
    Column{"effective_to", "effective_to"},
    Column{"instrument", "instrument"},
    Column{"source", "source"},
};

constexpr std::array sessions{
    Column{"id", "id"},
    Column{"created_at", "created_at"},
    Column{"used_at", "used_at"},
    Column{"expires_at", "expires_at"},
    Column{"user_agent", "user_agent"},
    Column{"current", "current"},
};

constexpr std::array api_tokens{
    Column{"id", "id"},
    Column{"name", "name"},
    Column{"scopes", "scopes/*"},
    Column{"created_at", "created_at"},
    Column{"used_at", "used_at"},
    Column{"expires_at", "expires_at"},
};

constexpr std::array claims{
    Column{"id", "id"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"domain", "domain"},
    Column{"link", "link"},
    Column{"state", "state"},
    Column{"claimed_at", "claimed_at"},
    Column{"decided_at", "decided_at"},
    Column{"words", "words"},
};

constexpr std::array waiting_claims{
    Column{"id", "id"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"employer_name", "employer_name"},
    Column{"domain", "domain"},
    Column{"link", "link"},
    Column{"claimed_at", "claimed_at"},
};

constexpr std::array employer_postings{
    Column{"posting_id", "claim/posting_id"},
    Column{"title", "claim/title"},
    Column{"state", "claim/state"},
    Column{"served", "served"},
    Column{"rules", "offer/*/rules"},
    Column{"status", "offer/*/status"},
    Column{"points", "offer/*/points"},
};

constexpr std::array waiting_interests{
    Column{"id", "id"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"hiring_organization", "hiring_organization"},
    Column{"asked_at", "asked_at"},
};

constexpr std::array interests{
    Column{"id", "id"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"employer", "employer"},
    Column{"current", "current"},
    Column{"interested", "interested"},
    Column{"reason", "reason/text"},
    Column{"words", "words"},
    Column{"decided_at", "decided_at"},
    Column{"answer", "review/answer"},
};

constexpr std::array account_decisions{
    Column{"decision", "decision"},
    Column{"reason", "reason"},
    Column{"operator_id", "operator_id"},
    Column{"decided_at", "decided_at"},
};

constexpr std::array applications{
    Column{"id", "id"},
    Column{"candidate", "candidate"},
    Column{"name", "name"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"employer", "employer"},
    Column{"state", "state"},
    Column{"due_on", "due_on"},
    Column{"due_for", "due_for"},
    Column{"created_at", "created_at"},
    Column{"changed_at", "changed_at"},
};

constexpr std::array application_events{
    Column{"id", "id"},
    Column{"kind", "kind"},
    Column{"role", "by/role"},
    Column{"you", "by/you"},
    Column{"firm", "by/firm"},
    Column{"state", "state"},
    Column{"due_on", "due_on"},
    Column{"due_for", "due_for"},
    Column{"words", "words"},
    Column{"made_at", "made_at"},
};

constexpr std::array threads{
    Column{"candidate", "candidate"},
    Column{"name", "name"},
    Column{"firm", "firm"},
    Column{"firm_name", "firm_name"},
    Column{"last_at", "last_at"},
    Column{"unread", "unread"},
    Column{"open", "open"},
};

constexpr std::array messages{
    Column{"id", "id"},
    Column{"role", "by/role"},
    Column{"you", "by/you"},
    Column{"firm", "by/firm"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"words", "words"},
    Column{"made_at", "made_at"},
    Column{"read", "read"},
};

constexpr std::array invitations{
    Column{"id", "id"},
    Column{"candidate", "candidate"},
    Column{"employer", "employer"},
    Column{"agreement", "agreement"},
    Column{"posting_id", "posting_id"},
    Column{"title", "title"},
    Column{"message", "message"},
    Column{"state", "state"},
    Column{"invited_at", "invited_at"},
    Column{"expires_at", "expires_at"},
    Column{"answered_at", "answered_at"},
    Column{"reason", "reason"},
};

constexpr std::array sent_invitations{
    Column{"id", "id"},
    Column{"alias", "alias"},
    Column{"message", "message"},
    Column{"state", "state"},
    Column{"invited_at", "invited_at"},
    Column{"expires_at", "expires_at"},
    Column{"answered_at", "answered_at"},
    Column{"reason", "reason"},
};

constexpr std::array firms{
    Column{"id", "id"},
    Column{"name", "name"},
};

constexpr std::array clients{
    Column{"candidate", "candidate"},
    Column{"name", "name"},
    Column{"may_replace", "may_replace"},
    Column{"given_at", "given_at"},
};

// clang-format off
constexpr std::array all_lists{
    List{"GET",  "/v1/postings",                              "postings",    "",         postings},
    List{"GET",  "/v1/candidates/{id:uuid}/matches",          "matches",     "",         matches},
    List{"POST", "/v1/matches",                               "matches",     "",         matches},
    List{"GET",  "/v1/saved-searches",                        "items",       "",         saved_searches},
    List{"GET",  "/v1/saved-searches/{id:uuid}/digests",      "items",       "postings", digests},
    List{"GET",  "/v1/reviews",                               "items",       "",         reviews},
    List{"GET",  "/v1/candidates/{id:uuid}/views",            "items",       "",         views},
    List{"GET",  "/v1/candidates/{id:uuid}/firms",            "items",       "",         firm_consents},
    List{"GET",  "/v1/candidates/{id:uuid}/agreements",       "items",       "",         agreements},
    List{"GET",  "/v1/postings/{id:integer}/candidates",      "candidates",  "",         shown_candidates},
    List{"GET",  "/v1/rounds",                                "rounds",      "",         rounds},
    List{"GET",  "/v1/noc",                                   "suggestions", "",         suggestions},
    List{"GET",  "/v1/rules",                                 "rules",       "",         rule_sets},
    List{"GET",  "/v1/sessions",                              "items",       "",         sessions},
    List{"GET",  "/v1/api-tokens",                            "items",       "",         api_tokens},
    List{"GET",  "/v1/employer/claims",                       "items",       "",         claims},
    List{"GET",  "/v1/employer/postings",                     "items",       "",         employer_postings},
    List{"GET",  "/v1/reviews/claims",                        "items",       "",         waiting_claims},
    List{"GET",  "/v1/reviews/interests",                     "items",       "",         waiting_interests},
    List{"GET",  "/v1/candidates/{id:uuid}/interests",        "items",       "",         interests},
    List{"GET",  "/v1/operator/accounts/{id:uuid}/decisions", "items",       "",         account_decisions},
    List{"GET",  "/v1/operator/sources",                      "items",       "",         operator_sources},
    List{"GET",  "/v1/operator/verdicts",                     "items",       "",         verdict_counts},
    List{"GET",  "/v1/operator/runs",                         "items",       "",         operator_runs},
    List{"GET",  "/v1/operator/quarantine",                   "items",       "",         quarantined},
    List{"GET",  "/v1/operator/quarantine/reasons",           "items",       "",         quarantine_reasons},
    List{"GET",  "/v1/operator/rules",                        "items",       "",         rule_files},
    List{"GET",  "/v1/operator/references",                   "items",       "",         references},
    List{"GET",  "/v1/firms",                                 "items",       "",         firms},
    List{"GET",  "/v1/advisor/candidates",                    "items",       "",         clients},
    List{"GET",  "/v1/applications",                          "items",       "",         applications},
    List{"GET",  "/v1/advisor/applications",                  "items",       "",         applications},
    List{"GET",  "/v1/applications/{application:uuid}/events", "items",      "",         application_events},
    List{"GET",  "/v1/applications/{application:uuid}/packages", "items",    "",         packages},
    List{"GET",  "/v1/packages/batches/{batch:uuid}/packages", "items",      "",         packages},
    List{"GET",  "/v1/advisor/days",                          "items",       "",         days},
    List{"GET",  "/v1/messages",                              "items",       "",         threads},
    List{"GET",  "/v1/messages/{candidate:uuid}/{firm:uuid}", "items",       "",         messages},
    List{"GET",  "/v1/invitations",                           "items",       "",         invitations},
    List{"GET",  "/v1/postings/{id:integer}/invitations",     "items",       "",         sent_invitations},
};
// clang-format on

}  // namespace

std::span<const List> lists() { return all_lists; }

const List* list_of(const std::string_view method, const std::string_view pattern) {
    const auto found = std::ranges::find_if(all_lists, [&](const List& list) {
        return list.method == method && list.pattern == pattern;
    });
    return found == all_lists.end() ? nullptr : found;
}

}  // namespace api
