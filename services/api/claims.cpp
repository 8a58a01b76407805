#include "services/api/claims.hpp"

#include "indexer/verification/employer_domain.hpp"
#include "services/api/attempts.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/api/postings.hpp"
#include "services/api/refusals.hpp"
#include "services/http/problem.hpp"
#include "services/wire/claim_json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace api {
namespace {

namespace json = boost::json;

/// An employer fills the reviewers' queue no further.
constexpr std::size_t waiting_max = 20;

http::Response forbidden() { return http::problem(403, "this principal may not do this"); }

bool may_claim(const Service& service, const auth::Principal& principal) {
    return service.may(principal, auth::Action::claim_posting, {.owner_id = principal.id});
}

bool is_open(const store::ClaimStore::Claim& claim) {
    return claim.state == "waiting" || claim.state == "accepted";
}

/// What an offer on the posted terms adds to a person without one.
json::array offer_of(
    const Service& service, const domain::Posting& posting, const domain::OfficialLanguage language
) {
    const domain::Date day = service.today();
    const auto lifts = express_entry::lifts(
        service.rule_book,
        nullptr,
        day,
        express_entry::CrsInput{},
        express_entry::offer_terms(posting)
    );
    return wire::posted_offer_json(service.rule_book, lifts, day, language);
}

}  // namespace

http::Response claim_posting(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    if (!may_claim(service, principal)) {
        return forbidden();
    }
    if (auto refusal = refusal_of_terms(call.request)) {
        return *std::move(refusal);
    }
    if (!service.people.key) {
        return refuse(503, "no_key", *spoken);
    }
    const Counted own = by_account(service.people, "claim", principal.id, auth::claim_pace);
    if (const auto wait = count(service.people, {own}); wait.count() > 0) {
        return refuse_for_now(wait, *spoken);
    }
    const domain::PostingId id = call.path_integer(0);
    const auto account = service.people.accounts.find(principal.id);
    const auto served = service.postings.find_served({id}, service.today());
    if (!account || served.empty()) {
        return no_posting(id);
    }
    const std::string& link = served.front().url;
    const std::string domain = verification::employer_domain(link);
    if (domain.empty()) {
        return refuse(422, "claim_without_domain", *spoken);
    }
    if (!verification::is_address_at(account->email, domain)) {
        return refuse(422, "claim_from_elsewhere", *spoken, {{"domain", domain}});
    }
    if (service.claims.waiting_of(principal.id) >= waiting_max) {
        return refuse(
            422, "claims_waiting", *spoken, {{"max", static_cast<std::int64_t>(waiting_max)}}
        );
    }
    const auto claim = service.claims.claim(
        {.account_id = principal.id, .posting_id = id, .domain = domain, .link = link}
    );
    return claim ? answer_json(200, wire::claim_json(*claim)) : refuse(claim.error());
}

http::Response withdraw_claim(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    if (!may_claim(service, principal)) {
        return forbidden();
    }
    const domain::PostingId id = call.path_integer(0);
    return service.claims.withdraw(principal.id, id) ? no_content() : no_posting(id);
}

http::Response
list_claims(const Service& service, const auth::Principal& principal, const http::Call&) {
    if (!may_claim(service, principal)) {
        return forbidden();
    }
    json::array items;
    for (const auto& claim : service.claims.list(principal.id)) {
        items.push_back(wire::claim_json(claim));
    }
    return answer_json(200, {{"items", std::move(items)}});
}

http::Response list_employer_postings(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    if (!may_claim(service, principal)) {
        return forbidden();
    }
    auto claims = service.claims.list(principal.id);
    std::erase_if(claims, [](const auto& claim) { return !is_open(claim); });
    std::vector<domain::PostingId> ids;
    ids.reserve(claims.size());
    for (const auto& claim : claims) {
        ids.push_back(claim.posting_id);
    }
    const auto served = service.postings.find_served(ids, service.today());
    json::array items;
    for (const auto& claim : claims) {
        const auto posting = std::ranges::find(served, claim.posting_id, &domain::Posting::id);
        json::object item{{"claim", wire::claim_json(claim)}};
        item["served"] = posting != served.end();
        item["offer"] =
            posting == served.end() ? json::array{} : offer_of(service, *posting, *spoken);
        items.push_back(std::move(item));
    }
    json::object body{{"as_of", domain::to_string(service.today())}};
    body["items"] = std::move(items);
    return answer_json(200, body);
}

}  // namespace api
