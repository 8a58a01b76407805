#include "services/api/consents.hpp"

#include "matcher/document/json.hpp"
#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/own_candidate.hpp"
#include "services/api/own_posting.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/matching/candidates.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/interest_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/shown_candidate_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace api {
namespace {

namespace json = boost::json;

/// Bounds the memory that the documents of a page take.
constexpr std::size_t page_candidates = 500;

/// One page of those who agree to be shown after the other.
class Pages {
public:
    Pages(store::ConsentStore& consents, const store::Viewer& viewer)
        : consents_{consents}, viewer_{viewer} {}

    std::vector<matching::Applicant> operator()() {
        std::vector<matching::Applicant> applicants;
        for (store::ConsentStore::Shown& shown :
             consents_.shown(viewer_, after_, page_candidates)) {
            after_ = shown.id;
            // What was accepted when it was stored; anything else is a fault of ours.
            applicants.push_back(
                {.id = std::move(shown.id),
                 .candidate = wire::candidate_from(document::parse(shown.document).value()).value()}
            );
        }
        return applicants;
    }

private:
    store::ConsentStore& consents_;
    const store::Viewer& viewer_;
    std::optional<std::string> after_;
};

struct Shown {
    matching::CandidateRanking ranking;
    std::vector<std::string> aliases;
};

/// Ranks, notes who is shown, and ranks anew where somebody has withdrawn in between.
Shown rank_and_note(
    const Service& service,
    const auth::Principal& principal,
    const domain::Posting& posting,
    const domain::Date day,
    const std::size_t count
) {
    constexpr int attempts_max = 3;
    const store::Viewer viewer = viewer_of(principal, posting.id);
    const auto facts = service.facts.current();
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        Shown shown{
            .ranking = matching::candidates_for(
                *facts, service.words, posting, day, count, Pages{service.consents, viewer}
            ),
            .aliases = {}};
        std::vector<store::ConsentStore::Seen> seen;
        for (const matching::RankedCandidate& one : shown.ranking.best) {
            seen.push_back({.candidate_id = one.id, .fit = one.fit.total});
        }
        if (auto aliases = service.consents.record(viewer, seen)) {
            shown.aliases = *std::move(aliases);
            return shown;
        }
    }
    throw std::runtime_error{"consents change faster than candidates can be ranked"};
}

}  // namespace

http::Response read_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_asked(service, principal, auth::Action::read_own_record, call);
    if (!asked) {
        return asked.error();
    }
    const auto consent = service.consents.find(owner_of(principal), asked->candidate.id);
    return consent ? answer_json(200, wire::consent_json(*consent, asked->language))
                   : refuse(consent.error());
}

http::Response give_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read =
        read_asked(service, principal, auth::Action::give_consent, call, wire::consent_from);
    if (!read) {
        return read.error();
    }
    const auto& [asked, wording] = *read;
    const auto given = service.consents.give(owner_of(principal), asked.candidate.id, wording);
    return given ? answer_json(200, wire::consent_json(*given, asked.language))
                 : refuse(given.error());
}

http::Response withdraw_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_asked(service, principal, auth::Action::give_consent, call);
    if (!asked) {
        return asked.error();
    }
    const auto withdrawn = service.consents.withdraw(owner_of(principal), asked->candidate.id);
    return withdrawn ? no_content() : refuse(withdrawn.error());
}

http::Response list_views(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::read_own_record, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    const auto views =
        service.consents.views(owner_of(principal), candidate->id, wanted->from, wanted->count);
    return answer_page(
        "/v1/candidates/" + candidate->id + "/views",
        call.query,
        {{"items", wire::views_json(views)}},
        views.size() < wanted->count ? std::nullopt : std::optional{views.back().id}
    );
}

http::Response candidates_for_posting(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    if (*day != service.today()) {
        // Bands of months on many days, laid side by side, would tell when somebody began a job.
        return http::problem(
            400, "candidates are shown as of today only", http::in_parameter("as_of")
        );
    }
    const auto count = limit(call.query, 20);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto posting =
        find_own_posting(service, principal, auth::Action::see_candidates, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const Shown shown = rank_and_note(service, principal, *posting, *day, *count);
    json::array candidates;
    const auto said =
        service.interests.last_words(viewer_of(principal, posting->id), shown.aliases);
    const auto asked = service.agreements.asked(viewer_of(principal, posting->id), shown.aliases);
    for (std::size_t index = 0; index < shown.aliases.size(); ++index) {
        const matching::RankedCandidate& one = shown.ranking.best[index];
        json::object candidate = wire::shown_candidate_json(
            {.alias = shown.aliases[index], .fit = one.fit, .placed_after = one.placed_after},
            *spoken
        );
        const auto last = std::ranges::find(said, shown.aliases[index], [](const auto& each) {
            return each.first;
        });
        candidate["interest"] =
            last == said.end() ? json::value(nullptr) : wire::decision_json(last->second, *spoken);
        const auto answer = std::ranges::find(asked, shown.aliases[index], [](const auto& each) {
            return each.first;
        });
        candidate["agreement"] = answer == asked.end()
                                     ? json::value(nullptr)
                                     : wire::asked_json(answer->first, answer->second);
        candidates.emplace_back(std::move(candidate));
    }
    json::object body{{"as_of", domain::to_string(*day)}};
    body["posting_id"] = std::to_string(posting->id);
    body["matching"] = shown.ranking.matching;
    body["candidates"] = std::move(candidates);
    body["notice"] = wire::text(*spoken, "notice");
    return answer_json(200, body);
}

}  // namespace api
