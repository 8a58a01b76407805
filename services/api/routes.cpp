#include "services/api/routes.hpp"

#include "services/api/account_rate.hpp"
#include "services/api/account_routes.hpp"
#include "services/api/agreements.hpp"
#include "services/api/application_offers.hpp"
#include "services/api/applications.hpp"
#include "services/api/body_sizes.hpp"
#include "services/api/candidates.hpp"
#include "services/api/claim_reviews.hpp"
#include "services/api/claims.hpp"
#include "services/api/consents.hpp"
#include "services/api/contract.hpp"
#include "services/api/crs.hpp"
#include "services/api/docs.hpp"
#include "services/api/engine.hpp"
#include "services/api/exports.hpp"
#include "services/api/firm_consents.hpp"
#include "services/api/firms.hpp"
#include "services/api/health.hpp"
#include "services/api/idempotency.hpp"
#include "services/api/imports.hpp"
#include "services/api/interest_reviews.hpp"
#include "services/api/interests.hpp"
#include "services/api/invitations.hpp"
#include "services/api/lists.hpp"
#include "services/api/matches.hpp"
#include "services/api/messages.hpp"
#include "services/api/noc.hpp"
#include "services/api/operator_quarantine.hpp"
#include "services/api/operator_rules.hpp"
#include "services/api/operator_sources.hpp"
#include "services/api/package_batches.hpp"
#include "services/api/packages.hpp"
#include "services/api/postings.hpp"
#include "services/api/preferred_language.hpp"
#include "services/api/principals.hpp"
#include "services/api/refusals.hpp"
#include "services/api/reviews.hpp"
#include "services/api/rules.hpp"
#include "services/api/saved_searches.hpp"
#include "services/auth/scope.hpp"
#include "services/http/problem.hpp"

namespace api {
namespace {

using auth::Action;
using Handler = http::Response (*)(const Service&, const auth::Principal&, const http::Call&);

/// A candidate document with its résumé.
constexpr std::size_t document_bytes = std::size_t{1024} * 1024;
/// A candidate document that was taken out as a JSON Resume says much of itself twice.
constexpr std::size_t import_bytes = 2 * document_bytes;
/// Up to 4,000 characters, of which JSON may write each in twelve bytes.
constexpr std::size_t words_bytes = std::size_t{64} * 1024;

struct Row {
    std::string_view method;
    std::string_view pattern;
    Action action;
    std::size_t body_bytes_max;
    Handler handle;
    std::vector<http::Parameter> parameters = {};

    /// Whether it goes by Idempotency-Key: what changes something, each time it is asked. A feed's
    /// address is a secret, and another one each time; it is not kept.
    bool is_done_once() const {
        return method == "POST" && action != Action::compute_stateless && handle != open_feed;
    }
};

// clang-format off
const std::vector<Row>& table() {
    static const std::vector<Row> rows{
        {"GET",  "/v1/postings",                     Action::read_postings,     no_body,        list_postings,
            {{"q"}, {"province", true}, {"noc", true}, {"teer", true}, {"pay_min"}, {"facets"}, {"as_of"}, {"limit"}, {"cursor"}, {"lang"}}},
        {"GET",  "/v1/postings/{id:integer}",        Action::read_postings,     no_body,        read_posting,       {{"as_of"}}},
        {"GET",  "/v1/postings/{id:integer}/evidence", Action::read_postings,   no_body,        read_evidence,      {{"as_of"}, {"lang"}}},
        {"POST", "/v1/postings/{id:integer}/reports", Action::report_problem,   small_body,     report_posting},
        {"GET",  "/v1/reviews",                      Action::review_postings,   no_body,        list_waiting,       {{"limit"}, {"cursor"}, {"lang"}}},
        {"GET",  "/v1/reviews/{id:integer}",         Action::review_postings,   no_body,        read_review,        {{"as_of"}, {"lang"}}},
        {"POST", "/v1/reviews/{id:integer}/decisions", Action::review_postings, small_body,     decide_review},
        {"POST", "/v1/postings/{id:integer}/lift",   Action::compute_stateless, document_bytes, lift_of_posting,    {{"rules"}, {"as_of"}, {"lang"}}},

        {"GET",  "/v1/postings/{id:integer}/candidates", Action::see_candidates, no_body,       candidates_for_posting, {{"as_of"}, {"limit"}, {"lang"}}},

        {"POST", "/v1/postings/{id:integer}/candidates/{alias:uuid}/agreement", Action::see_candidates, small_body, ask_for_agreement},
        {"GET",  "/v1/postings/{id:integer}/candidates/{alias:uuid}/contact", Action::read_contact, no_body, read_contact},

        {"PUT",  "/v1/postings/{id:integer}/candidates/{alias:uuid}/interest", Action::say_interest, small_body, say_interest, {{"lang"}}},

        {"POST", "/v1/postings/{id:integer}/claim",  Action::claim_posting,     small_body,     claim_posting,      {{"lang"}}},
        {"DELETE", "/v1/postings/{id:integer}/claim", Action::claim_posting,    no_body,        withdraw_claim},
        {"GET",  "/v1/employer/claims",              Action::claim_posting,     no_body,        list_claims},
        {"GET",  "/v1/employer/postings",            Action::claim_posting,     no_body,        list_employer_postings, {{"lang"}}},
        {"GET",  "/v1/reviews/claims",               Action::decide_claims,     no_body,        list_waiting_claims, {{"limit"}, {"cursor"}}},
        {"GET",  "/v1/reviews/claims/{claim:integer}", Action::decide_claims,   no_body,        read_claim},
        {"POST", "/v1/reviews/claims/{claim:integer}/decisions", Action::decide_claims, small_body,  decide_claim,       {{"lang"}}},
        {"GET",  "/v1/reviews/interests",            Action::answer_requests,   no_body,        list_waiting_interests, {{"limit"}, {"cursor"}}},
        {"GET",  "/v1/reviews/interests/{request:integer}", Action::answer_requests, no_body,   read_waiting_interest, {{"lang"}}},
        {"POST", "/v1/reviews/interests/{request:integer}/answer", Action::answer_requests, small_body, answer_waiting_interest, {{"lang"}}},

        {"POST", "/v1/candidates",                   Action::create_candidate,  document_bytes, create_candidate},
        {"POST", "/v1/candidates/import",            Action::compute_stateless, import_bytes,   import_candidate,   {{"lang"}}},
        {"GET",  "/v1/candidates/{id:uuid}",         Action::read_candidate,    no_body,        read_candidate},
        {"PUT",  "/v1/candidates/{id:uuid}",         Action::replace_candidate, document_bytes, replace_candidate},
        {"DELETE", "/v1/candidates/{id:uuid}",       Action::delete_candidate,  no_body,        delete_candidate,   {{"lang"}}},
        {"GET",  "/v1/candidates/{id:uuid}/export",  Action::export_candidate,  no_body,        export_candidate,   {{"format"}, {"lang"}}},
        {"GET",  "/v1/candidates/{id:uuid}/matches", Action::read_candidate,    no_body,        matches_of_stored,
            {{"order"}, {"q"}, {"province", true}, {"noc", true}, {"teer", true}, {"working_language", true}, {"remote"}, {"pay_min"},
             {"facets"}, {"rules"}, {"as_of"}, {"limit"}, {"cursor"}, {"explain"}, {"lang"}}},
        {"GET",  "/v1/candidates/{id:uuid}/consent", Action::read_own_record,   no_body,        read_consent,       {{"lang"}}},
        {"PUT",  "/v1/candidates/{id:uuid}/consent", Action::give_consent,      small_body,     give_consent,       {{"lang"}}},
        {"DELETE", "/v1/candidates/{id:uuid}/consent", Action::give_consent,    no_body,        withdraw_consent},
        {"GET",  "/v1/candidates/{id:uuid}/views",   Action::read_own_record,   no_body,        list_views,         {{"limit"}, {"cursor"}}},
        {"GET",  "/v1/candidates/{id:uuid}/firms",   Action::read_own_record,   no_body,        list_firm_consents, {{"lang"}}},
        {"PUT",  "/v1/candidates/{id:uuid}/firms/{firm:uuid}", Action::give_consent, small_body,give_firm_consent,  {{"lang"}}},
        {"DELETE", "/v1/candidates/{id:uuid}/firms/{firm:uuid}", Action::give_consent, no_body, withdraw_firm_consent},
        {"GET",  "/v1/candidates/{id:uuid}/agreements", Action::read_own_record, no_body,       list_agreements,    {{"lang"}}},
        {"PUT",  "/v1/candidates/{id:uuid}/agreements/{request:integer}", Action::give_consent, small_body, answer_agreement},
        {"GET",  "/v1/candidates/{id:uuid}/interests", Action::read_own_record, no_body,        list_interests,     {{"lang"}}},
        {"POST", "/v1/candidates/{id:uuid}/interests/{interest:integer}/review", Action::ask_for_person, small_body, ask_for_person, {{"lang"}}},

        {"GET",  "/v1/firms",                        Action::find_firms,        no_body,        find_firms,         {{"q"}, {"limit"}}},
        {"GET",  "/v1/advisor/candidates",           Action::list_clients,      no_body,        list_clients,       {{"limit"}, {"cursor"}}},

        {"GET",  "/v1/applications",                 Action::read_application,  no_body,        list_applications,
            {{"state", true}, {"candidate"}, {"posting"}, {"limit"}, {"cursor"}}},
        {"GET",  "/v1/advisor/applications",         Action::list_caseload,     no_body,        list_caseload,
            {{"state", true}, {"candidate"}, {"limit"}, {"cursor"}}},
        {"POST", "/v1/applications",                 Action::change_application, words_bytes,         create_application},
        {"GET",  "/v1/applications/{application:uuid}", Action::read_application, no_body,      read_application},
        {"PUT",  "/v1/applications/{application:uuid}", Action::change_application, words_bytes,      change_application, {{"lang"}}},
        {"GET",  "/v1/applications/{application:uuid}/events", Action::read_application, no_body, list_application_events,
            {{"limit"}, {"cursor"}}},
        {"POST", "/v1/applications/{application:uuid}/comments", Action::change_application, words_bytes, comment_application},

        {"GET",  "/v1/applications/{application:uuid}/letter", Action::read_package, no_body,   read_letter},
        {"PUT",  "/v1/applications/{application:uuid}/letter", Action::change_package, document_bytes, write_letter},
        {"GET",  "/v1/applications/{application:uuid}/offer", Action::read_package, no_body,    read_application_offer, {{"lang"}}},
        {"PUT",  "/v1/applications/{application:uuid}/offer", Action::change_package, small_body,    write_application_offer, {{"lang"}}},

        {"GET",  "/v1/applications/{application:uuid}/packages", Action::read_package, no_body, list_packages,
            {{"limit"}, {"cursor"}, {"lang"}}},
        {"POST", "/v1/applications/{application:uuid}/packages", Action::change_package, small_body, ask_for_package, {{"lang"}}},
        {"POST", "/v1/packages/bulk",                Action::change_package,    words_bytes,    ask_for_packages,   {{"lang"}}},
        {"GET",  "/v1/packages/batches/{batch:uuid}", Action::read_batch,       no_body,        read_batch},
        {"GET",  "/v1/packages/batches/{batch:uuid}/packages", Action::read_batch, no_body,     list_batch,
            {{"limit"}, {"cursor"}, {"lang"}}},
        {"GET",  "/v1/packages/{package:uuid}",      Action::read_package,      no_body,        read_package,       {{"lang"}}},
        {"GET",  "/v1/packages/{package:uuid}/archive", Action::read_package,   no_body,        read_package_archive},
        {"GET",  "/v1/packages/{package:uuid}/files/{file:file}", Action::read_package, no_body, read_package_file},
        {"GET",  "/v1/packages/{package:uuid}/comparison", Action::read_package, no_body,       compare_packages,   {{"with"}}},
        {"GET",  "/v1/advisor/days",                 Action::list_caseload,     no_body,        list_days,          {{"as_of"}, {"limit"}, {"cursor"}}},

        {"GET",  "/v1/messages",                     Action::read_messages,     no_body,        list_threads,       {{"limit"}, {"cursor"}}},
        {"GET",  "/v1/messages/{candidate:uuid}/{firm:uuid}", Action::read_messages, no_body,   list_messages,      {{"limit"}, {"cursor"}}},
        {"POST", "/v1/messages/{candidate:uuid}/{firm:uuid}", Action::write_message, words_bytes, write_message,  {{"lang"}}},
        {"PUT",  "/v1/messages/{candidate:uuid}/{firm:uuid}/read", Action::read_messages, small_body, mark_messages},

        {"POST", "/v1/postings/{id:integer}/candidates/{alias:uuid}/invitation", Action::invite_candidate, small_body, invite_candidate, {{"lang"}}},
        {"GET",  "/v1/postings/{id:integer}/invitations", Action::see_candidates, no_body,      list_sent_invitations, {{"limit"}, {"cursor"}}},
        {"GET",  "/v1/invitations",                  Action::read_own_record,   no_body,        list_invitations,
            {{"candidate"}, {"limit"}, {"cursor"}, {"lang"}}},
        {"PUT",  "/v1/invitations/{invitation:integer}/answer", Action::give_consent, small_body,    answer_invitation,  {{"lang"}}},

        {"GET",  "/v1/saved-searches",               Action::read_saved_search, no_body,        list_saved_searches},
        {"POST", "/v1/saved-searches",               Action::change_saved_search, small_body,   create_saved_search},
        {"GET",  "/v1/saved-searches/{id:uuid}",     Action::read_saved_search, no_body,        read_saved_search},
        {"PUT",  "/v1/saved-searches/{id:uuid}",     Action::change_saved_search, small_body,   replace_saved_search},
        {"DELETE", "/v1/saved-searches/{id:uuid}",   Action::change_saved_search, no_body,      remove_saved_search},
        {"GET",  "/v1/saved-searches/{id:uuid}/digests", Action::read_saved_search, no_body,    list_digests,       {{"limit"}, {"cursor"}, {"lang"}}},
        {"POST", "/v1/saved-searches/{id:uuid}/feed", Action::change_saved_search, small_body,  open_feed},
        {"DELETE", "/v1/saved-searches/{id:uuid}/feed", Action::change_saved_search, no_body,   close_feed},
        {"GET",  "/v1/feeds/{token:token}/alerts.atom", Action::read_feed,      no_body,        read_feed},

        {"POST", "/v1/matches",                      Action::compute_stateless, document_bytes, matches_of_document,
            {{"order"}, {"q"}, {"province", true}, {"noc", true}, {"teer", true}, {"working_language", true}, {"remote"}, {"pay_min"},
             {"facets"}, {"rules"}, {"as_of"}, {"limit"}, {"cursor"}, {"explain"}, {"lang"}}},
        {"POST", "/v1/crs",                          Action::compute_stateless, document_bytes, score_crs,          {{"rules"}, {"as_of"}, {"lang"}}},

        {"POST", "/v1/programs",                     Action::compute_stateless, document_bytes, judge_programs,     {{"as_of"}, {"lang"}}},
        {"POST", "/v1/offers/lift",                  Action::compute_stateless, document_bytes, judge_offer,        {{"rules"}, {"as_of"}, {"lang"}}},
        {"GET",  "/v1/rounds",                       Action::read_contract,     no_body,        list_rounds,        {{"lang"}}},
        {"POST", "/v1/rounds",                       Action::compute_stateless, document_bytes, stand_among_rounds, {{"rules"}, {"as_of"}, {"months"}, {"lang"}}},
        {"POST", "/v1/projections",                  Action::compute_stateless, document_bytes, project_score,      {{"rules"}, {"as_of"}, {"months"}, {"lang"}}},
        {"POST", "/v1/advice",                       Action::compute_stateless, document_bytes, give_advice,        {{"rules"}, {"as_of"}, {"lang"}}},

        {"GET",  "/v1/noc",                          Action::read_contract,     no_body,        suggest_noc,        {{"q"}, {"lang"}, {"limit"}}},

        {"GET",  "/v1/rules",                        Action::read_contract,     no_body,        list_rules,         {{"as_of"}, {"lang"}}},
        {"GET",  "/v1/rules/{id:day}",               Action::read_contract,     no_body,        read_rules,         {{"as_of"}, {"lang"}}},
        {"GET",  "/v1/rules/diff",                   Action::read_contract,     no_body,        compare_rules,      {{"from"}, {"to"}}},
        {"POST", "/v1/rules/check",                  Action::compute_stateless, document_bytes, check_rules},

        {"GET",  "/v1/operator/sources",             Action::see_operation,     no_body,        list_sources,       {{"as_of"}, {"limit"}, {"cursor"}}},
        {"PUT",  "/v1/operator/sources/{name:name}", Action::change_sources,    small_body,     put_source},
        {"DELETE", "/v1/operator/sources/{name:name}", Action::change_sources,  no_body,        remove_source},
        {"GET",  "/v1/operator/verdicts",            Action::see_operation,     no_body,        count_verdicts,     {{"source"}, {"lang"}}},
        {"GET",  "/v1/operator/health",              Action::see_operation,     no_body,        describe_health},
        {"GET",  "/v1/operator/runs",                Action::see_operation,     no_body,        list_runs,          {{"source"}, {"outcome"}, {"limit"}, {"cursor"}}},
        {"GET",  "/v1/operator/quarantine",          Action::see_operation,     no_body,        list_quarantine,
            {{"source"}, {"kind"}, {"field"}, {"reason"}, {"limit"}, {"cursor"}}},
        {"GET",  "/v1/operator/quarantine/reasons",  Action::see_operation,     no_body,        count_quarantine,   {{"source"}, {"limit"}}},
        {"GET",  "/v1/operator/quarantine/{id:integer}", Action::read_kept_record, no_body,     read_quarantined,   {{"from"}}},
        {"GET",  "/v1/operator/rules",               Action::see_operation,     no_body,        list_rule_files,    {{"as_of"}, {"lang"}}},
        {"GET",  "/v1/operator/references",          Action::see_operation,     no_body,        list_references,    {{"as_of"}, {"lang"}}},

        {"GET",  "/v1/schemas/candidate.json",       Action::read_contract,     no_body,        read_candidate_schema},
        {"GET",  "/docs",                            Action::read_contract,     no_body,        read_docs,          {{"lang"}}},
        {"GET",  "/docs/style.css",                  Action::read_contract,     no_body,        read_docs_style},
        {"GET",  "/.well-known/security.txt",        Action::read_contract,     no_body,        read_security_contact},
        {"GET",  "/v1/openapi.json",                 Action::read_contract,     no_body,        read_openapi},
        {"GET",  "/healthz",                         Action::see_health,        no_body,        answer_health},
        {"GET",  "/readyz",                          Action::see_health,        no_body,        answer_readiness},
    };
    return rows;
}
// clang-format on

http::Response refuse_principal(const domain::ErrorKind kind, std::string message) {
    return http::problem({kind, std::move(message), ""}, http::Input::syntax);
}

http::Response refuse_unfinished(const Caller& caller) {
    return refuse(
        caller.stage == auth::Stage::second_factor_required ? auth::Denial::second_factor_required
                                                            : auth::Denial::second_factor_to_set_up,
        domain::OfficialLanguage::english
    );
}

/// Whoever has not signed in wholly is nobody yet.
auth::Principal wholly_signed_in(const Caller& caller) {
    return caller.stage == auth::Stage::whole ? caller.principal : auth::Principal{};
}

/// Asks for the route what can be asked before anything is read: may this principal do it to
/// anything at all? Handlers ask again for the very thing.
http::Response answer_route(const Service& service, const Row& row, const http::Call& call) {
    const auto caller = Principals{service.tokens, service.people}.of(call.request);
    if (!caller) {
        return caller.error();
    }
    if (caller->scopes && !auth::allows(*caller->scopes, row.action)) {
        return refuse(403, "out_of_scope", domain::OfficialLanguage::english);
    }
    const auth::Principal principal = wholly_signed_in(*caller);
    if (!service.may(principal, row.action, auth::best_case(principal))) {
        if (caller->stage != auth::Stage::whole) {
            return refuse_unfinished(*caller);
        }
        return principal.role == auth::Role::anonymous
                   ? refuse_principal(domain::ErrorKind::unauthenticated, "this needs a token")
                   : refuse_principal(
                         domain::ErrorKind::forbidden, "this principal may not do this"
                     );
    }
    const auto handle = [&] { return row.handle(service, principal, call); };
    return within_rate(service, principal, [&] {
        return row.is_done_once() ? answer_once(service, principal, call, handle) : handle();
    });
}

}  // namespace

std::vector<http::Route> routes(const Service& service) {
    std::vector<http::Route> result;
    for (const Row& row : table()) {
        result.push_back(
            {.method = row.method,
             .pattern = row.pattern,
             .parameters = row.parameters,
             .body_bytes_max = row.body_bytes_max,
             .vital = row.action == Action::see_health,
             .handle = [&service,
                        &row](const http::Call& call) { return answer_route(service, row, call); }}
        );
    }
    for (http::Route& route : account_routes(service)) {
        result.push_back(std::move(route));
    }
    for (http::Route& route : result) {
        if (std::ranges::any_of(route.parameters, [](const auto& one) {
                return one.name == "lang";
            })) {
            route.handle = [handle = std::move(route.handle)](const http::Call& call) {
                return in_preferred_language(call, handle);
            };
        }
        if (const List* const list = list_of(route.method, route.pattern)) {
            route.handle = [list, handle = std::move(route.handle)](const http::Call& call) {
                return in_preferred_form(*list, call.request, handle(call));
            };
        }
    }
    return result;
}

std::vector<Permission> permissions() {
    std::vector<Permission> result;
    for (const Row& row : table()) {
        result.push_back({.method = row.method, .pattern = row.pattern, .action = row.action});
    }
    return result;
}

}  // namespace api
