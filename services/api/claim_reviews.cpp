#include "services/api/claim_reviews.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/http/problem.hpp"
#include "services/wire/claim_json.hpp"

#include <boost/json.hpp>

namespace api {
namespace {

namespace json = boost::json;

http::Response no_claim(const std::int64_t id) {
    return http::problem(404, "there is no claim " + std::to_string(id));
}

}  // namespace

http::Response list_waiting_claims(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto waiting =
        service.claims.waiting(reviewer_of(principal), wanted->from.value_or(0), wanted->count);
    json::array items;
    for (const auto& claim : waiting) {
        items.push_back(wire::claim_to_review_json(claim));
    }
    return answer_page(
        "/v1/reviews/claims",
        call.query,
        {{"items", std::move(items)}},
        waiting.size() < wanted->count ? std::nullopt : std::optional{waiting.back().id}
    );
}

http::Response read_claim(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto found = service.claims.find(reviewer_of(principal), call.path_integer(0));
    return found ? answer_json(200, wire::claim_with_history_json(*found))
                 : no_claim(call.path_integer(0));
}

http::Response decide_claim(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::claim_decision_from);
    if (!asked) {
        return asked.error();
    }
    using Outcome = store::ClaimStore::Outcome;
    const std::int64_t id = call.path_integer(0);
    switch (service.claims.decide(reviewer_of(principal), id, asked->body.state, asked->body.words)
    ) {
        case Outcome::decided:
            return read_claim(service, principal, call);
        case Outcome::not_found:
            return no_claim(id);
        case Outcome::stands_otherwise:
            return refuse(
                409, "claim_stands_otherwise", asked->language, {}, http::in_body("decision")
            );
        case Outcome::of_another:
            break;
    }
    return refuse(409, "claim_of_another", asked->language, {}, http::in_body("decision"));
}

}  // namespace api
