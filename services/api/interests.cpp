#include "services/api/interests.hpp"

#include "indexer/search/search.hpp"
#include "matcher/document/json.hpp"
#include "services/api/own_candidate.hpp"
#include "services/api/own_posting.hpp"
#include "services/matching/candidates.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/interest_json.hpp"

#include <utility>

namespace api {
namespace {

/// What the employer is shown of the one candidate now; nothing where the candidate excludes the
/// posting.
std::optional<store::InterestStore::Explanation> explanation(
    const Service& service,
    const domain::Posting& posting,
    const std::string& alias,
    const store::ConsentStore::Shown& shown
) {
    // What was accepted when it was stored; anything else is a fault of ours.
    std::vector<matching::Applicant> page{
        {.id = shown.id,
         .candidate = wire::candidate_from(document::parse(shown.document).value()).value()}};
    const domain::Date day = service.today();
    const auto facts = service.facts.current();
    auto ranking = matching::candidates_for(*facts, service.words, posting, day, 1, [&] {
        return std::exchange(page, {});
    });
    if (ranking.best.empty()) {
        return std::nullopt;
    }
    matching::RankedCandidate& one = ranking.best.front();
    const int fit = one.fit.total;
    return store::InterestStore::Explanation{
        .fit = fit,
        .document = wire::explanation_of(
            {.alias = alias, .fit = std::move(one.fit), .placed_after = std::move(one.placed_after)}
        ),
        .rules = service.rule_book.basis().id,
        .revision = search::revision(service.index.location()),
        .day = day};
}

}  // namespace

http::Response say_interest(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::decision_from);
    if (!asked) {
        return asked.error();
    }
    const auto posting =
        find_own_posting(service, principal, auth::Action::say_interest, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const store::Viewer viewer = viewer_of(principal, posting->id);
    const std::string& alias = call.path_uuid(1);
    const auto shown = service.interests.find_shown(viewer, alias);
    if (!shown) {
        return refuse(shown.error());
    }
    const auto why = explanation(service, *posting, alias, *shown);
    if (!why) {
        return http::problem(404, "there is no candidate '" + alias + "'");
    }
    const auto said = service.interests.say(viewer, shown->id, asked->body, *why);
    return said ? answer_json(200, wire::said_json(alias, *said, asked->language))
                : http::problem(404, "there is no candidate '" + alias + "'");
}

http::Response list_interests(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_asked(service, principal, auth::Action::read_own_record, call);
    if (!asked) {
        return asked.error();
    }
    const auto interests = service.interests.list(owner_of(principal), asked->candidate.id);
    return interests ? answer_json(200, wire::interests_json(*interests, asked->language))
                     : refuse(interests.error());
}

http::Response ask_for_person(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read = read_asked(
        service, principal, auth::Action::ask_for_person, call, wire::request_words_from
    );
    if (!read) {
        return read.error();
    }
    const auto& [asked, words] = *read;
    const auto request = service.interests.ask_for_person(
        owner_of(principal), asked.candidate.id, call.path_integer(1), words
    );
    if (!request) {
        return refuse(request.error());
    }
    return answer_json(
        request->now ? 201 : 200, wire::interest_json(request->interest, asked.language)
    );
}

}  // namespace api
