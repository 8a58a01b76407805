#include "services/api/matches.hpp"

#include "matcher/document/json.hpp"
#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/match_json.hpp"

namespace api {
namespace {

matching::Stores stores_of(const Service& service) {
    return {.postings = service.postings, .trust = service.trust, .words = service.words};
}

http::Response matches_for(
    const Service& service, const domain::Candidate& candidate, const MatchParameters& parameters
) {
    const auto facts = service.facts.current();
    const auto matches = matching::match(
        service.rule_book,
        *facts,
        *service.snapshots.current(),
        stores_of(service),
        candidate,
        parameters.query
    );
    http::Response response;
    response.body =
        document::serialize(wire::matches_json(matches, service.rule_book, parameters.language));
    return response;
}

}  // namespace

http::Response matches_of_stored(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    const auto stored = find_candidate(
        service, principal, auth::Action::read_candidate, call.path_uuid(0), store::Reading::matches
    );
    if (!stored) {
        return http::problem(stored.error(), http::Input::document);
    }
    return matches_for(service, candidate_from(*stored), *parameters);
}

http::Response matches_of_document(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    const auto candidate = read_candidate_document(call.request);
    if (!candidate) {
        return candidate.error();
    }
    return matches_for(service, *candidate, *parameters);
}

http::Response lift_of_posting(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    parameters->query.explain = true;
    const auto candidate = read_candidate_document(call.request);
    if (!candidate) {
        return candidate.error();
    }
    const domain::PostingId id = call.path_integer(0);
    const auto found = service.postings.find_served({id}, parameters->query.as_of);
    if (found.empty()) {
        return http::problem(404, "there is no posting " + std::to_string(id));
    }
    const auto match = matching::match_one(
        service.rule_book,
        *service.facts.current(),
        stores_of(service),
        found.front(),
        *candidate,
        parameters->query
    );
    http::Response response;
    response.body = document::serialize(wire::lift_answer_json(
        match,
        parameters->query,
        express_entry::crs_profile(*candidate, parameters->query.as_of),
        service.rule_book,
        parameters->language
    ));
    return response;
}

}  // namespace api
