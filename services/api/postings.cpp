#include "services/api/postings.hpp"

#include "matcher/document/json.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/shelves.hpp"
#include "services/http/problem.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/job_posting_ld.hpp"
#include "services/wire/open_object.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/search_json.hpp"
#include "sql/store/sha256.hpp"

#include <algorithm>

namespace api {
namespace {

bool is_live(const domain::Posting& posting, const domain::Date day) {
    return posting.date_posted && *posting.date_posted <= day &&
           day <= domain::last_live_day(posting);
}

/// Whether JSON-LD is asked for by name: whatever else is accepted gets the usual answer.
bool wants_json_ld(const std::string_view accept) {
    return accept.find("application/ld+json") != std::string_view::npos;
}

/// The answer may be kept, and has to be asked about before it is used again.
http::Response cacheable(const http::Request& request, std::string body) {
    const std::string etag = store::sha256(body).substr(0, 32);
    http::Response response;
    response.headers = {{"ETag", "\"" + etag + "\""}, {"Cache-Control", "no-cache"}};
    if (http::etag_matches(request.header("If-None-Match"), etag, http::EtagComparison::weak)) {
        response.status = 304;
    } else {
        response.body = std::move(body);
    }
    return response;
}

}  // namespace

http::Response list_postings(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto query = search_query(call.query, service);
    if (!query) {
        return http::problem(query.error(), http::Input::syntax);
    }
    const auto asked_language = language(call.query);
    if (!asked_language) {
        return http::problem(asked_language.error(), http::Input::syntax);
    }
    const auto facts = service.facts.current();
    const auto found = browsing::browse(shelves_of(service, *facts), *query);
    if (const auto* refusal = std::get_if<browsing::Refusal>(&found)) {
        return query_problem(*refusal, *asked_language);
    }
    const auto& results = std::get<browsing::Results>(found);
    http::Response response;
    response.body = wire::page_text(results, service.rule_book, *asked_language);
    if (!results.page.next_cursor.empty()) {
        response.headers.emplace_back(
            "Link", link_to_next("/v1/postings", call.query, results.page.next_cursor)
        );
    }
    return response;
}

http::Response read_posting(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const domain::PostingId id = call.path_integer(0);
    const auto served = service.shelf.served({id}, *day);
    if (served.empty() || !served.front().trust) {
        return no_posting(id);
    }
    const domain::Posting& posting = served.front().shelved->posting();
    if (wants_json_ld(call.request.header("Accept"))) {
        http::Response response =
            cacheable(call.request, document::serialize(wire::job_posting_ld(posting)));
        response.content_type = "application/ld+json";
        response.headers.emplace_back("Vary", "Accept");
        return response;
    }
    const auto appearances = service.duplicates.appearances(id);
    const auto canonical = std::ranges::find_if(appearances, &store::Appearance::is_canonical);
    if (canonical == appearances.end()) {
        return no_posting(id);  // It has gone in between.
    }
    std::string text;
    wire::OpenObject body{
        text,
        document::serialize(boost::json::object{
            {"as_of", domain::to_string(*day)}, {"live", is_live(posting, *day)}})};
    body.begin("posting");
    text.append(served.front().shelved->written(wire::posting_text));
    body.begin("evidence");
    text.append(wire::evidence_summary_text(posting, *served.front().trust, *day));
    body.add("canonical_id", boost::json::value(std::to_string(canonical->id)));
    body.add("appearances", wire::appearances_json(appearances));
    body.end();
    http::Response response = cacheable(call.request, std::move(text));
    response.headers.emplace_back("Vary", "Accept");
    return response;
}

http::Response read_evidence(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto asked_language = language(call.query);
    if (!asked_language) {
        return http::problem(asked_language.error(), http::Input::syntax);
    }
    // Whoever has kept a link learns why a posting is no longer served, if it once was.
    const domain::PostingId id = call.path_integer(0);
    const auto found = service.postings.find({id});
    const auto card = service.trust.card(id);
    if (found.empty() || !card) {
        return no_posting(id);
    }
    return cacheable(
        call.request,
        document::serialize(wire::evidence_json(
            {.posting = found.front(), .card = *card, .as_of = *day, .language = *asked_language}
        ))
    );
}

http::Response no_posting(const domain::PostingId id) {
    return http::problem(404, "there is no posting " + std::to_string(id));
}

}  // namespace api
