#include "services/api/matches.hpp"

#include "matcher/document/json.hpp"
#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/match_cursor.hpp"
#include "services/api/parameters.hpp"
#include "services/api/postings.hpp"
#include "services/api/shelves.hpp"
#include "services/http/problem.hpp"
#include "services/wire/match_json.hpp"

#include <algorithm>

namespace api {
namespace {

matching::Stores stores_of(const Service& service) {
    return {
        .postings = service.postings,
        .trust = service.trust,
        .shelf = service.shelf,
        .words = service.words};
}

/// What is asked of a ranking, but for whom.
struct RankingRequest {
    MatchParameters parameters;
    std::string text;  ///< `q=`
    std::optional<MatchCursor> cursor;
};

domain::Result<RankingRequest> asked(const Service& service, const http::Query& query) {
    auto parameters = match_parameters(query, service);
    if (!parameters) {
        return parameters.error();
    }
    const auto filter = match_filter(query);
    if (!filter) {
        return filter.error();
    }
    const auto facets = flag(query, "facets");
    if (!facets) {
        return facets.error();
    }
    const auto cursor = match_cursor(query);
    if (!cursor) {
        return cursor.error();
    }
    parameters->query.filter = *filter;
    parameters->query.facets = *facets;
    parameters->query.skip = *cursor ? (*cursor)->position : 0;
    return RankingRequest{
        .parameters = *parameters, .text = asked_text(query, "q").value_or(""), .cursor = *cursor};
}

std::variant<std::vector<domain::PostingId>, browsing::Refusal> found_for(
    const Service& service,
    const matching::Facts& facts,
    const domain::Candidate& candidate,
    const RankingRequest& asked
) {
    const domain::Date day = asked.parameters.query.as_of;
    const ranking::LiftByNoc lift{
        service.rule_book.basis(), express_entry::crs_profile(candidate, day).input};
    return browsing::find_all(
        shelves_of(service, facts),
        asked.text,
        day,
        [&lift](const domain::NocCode noc) { return lift.points(noc); }
    );
}

std::string next_cursor(
    const matching::Matches& matches, const RankingRequest& asked, const http::Query& query
) {
    const std::size_t shown = matches.query.skip + matches.query.count;
    if (shown >= std::min(matches.shown, MatchCursor::position_max)) {
        return {};
    }
    return to_text(
        {.position = shown, .revision = asked.cursor ? asked.cursor->revision : matches.revision},
        query
    );
}

http::Response matches_for(
    const Service& service,
    const domain::Candidate& candidate,
    const RankingRequest& asked,
    const std::string_view path,
    const http::Query& parameters
) {
    const auto facts = service.facts.current();
    if (!service.snapshots.is_loaded()) {
        return http::unavailable("the postings are still being loaded");
    }
    matching::MatchQuery query = asked.parameters.query;
    std::vector<domain::PostingId> found;
    if (!asked.text.empty()) {
        auto all = found_for(service, *facts, candidate, asked);
        if (const auto* refusal = std::get_if<browsing::Refusal>(&all)) {
            return query_problem(*refusal, asked.parameters.language);
        }
        found = std::get<std::vector<domain::PostingId>>(std::move(all));
        query.filter.among = found;
    }
    const auto matches = matching::match(
        service.rule_book,
        *facts,
        *service.snapshots.current(),
        stores_of(service),
        candidate,
        query
    );
    const wire::Paging paging{
        .moved = asked.cursor && asked.cursor->revision != matches.revision,
        .next_cursor = next_cursor(matches, asked, parameters)};
    http::Response response;
    response.body =
        wire::matches_text(matches, service.rule_book, asked.parameters.language, paging);
    if (!paging.next_cursor.empty()) {
        response.headers.emplace_back("Link", link_to_next(path, parameters, paging.next_cursor));
    }
    return response;
}

}  // namespace

http::Response matches_of_stored(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto what = asked(service, call.query);
    if (!what) {
        return http::problem(what.error(), http::Input::syntax);
    }
    const std::string id = call.path_uuid(0);
    const auto stored = find_candidate(
        service, principal, auth::Action::read_candidate, id, store::Reading::matches
    );
    if (!stored) {
        return http::problem(stored.error(), http::Input::document);
    }
    return matches_for(
        service, candidate_from(*stored), *what, "/v1/candidates/" + id + "/matches", call.query
    );
}

http::Response matches_of_document(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto what = asked(service, call.query);
    if (!what) {
        return http::problem(what.error(), http::Input::syntax);
    }
    const auto candidate = read_candidate_document(call.request);
    if (!candidate) {
        return candidate.error();
    }
    return matches_for(service, *candidate, *what, "/v1/matches", call.query);
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
    const auto found = service.shelf.served({id}, parameters->query.as_of);
    if (found.empty()) {
        return no_posting(id);
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
