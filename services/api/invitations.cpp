#include "services/api/invitations.hpp"

#include "services/api/candidates.hpp"
#include "services/api/lists.hpp"
#include "services/api/own_posting.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/invitation_json.hpp"
#include "services/wire/wording.hpp"

#include <boost/json.hpp>

#include <chrono>

namespace api {
namespace {

using auth::Action;
using store::InvitationStore;

/// Long enough for somebody who looks once a month, and to talk with an advisor or a family; short
/// enough that an employer does not wait for who will not answer, and can ask again.
constexpr std::chrono::days candidate_invitation_lasts{30};

}  // namespace

http::Response invite_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    using Outcome = InvitationStore::Outcome;
    const auto asked = read_spoken(call, wire::invitation_from);
    if (!asked) {
        return asked.error();
    }
    const auto posting =
        find_own_posting(service, principal, Action::invite_candidate, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const store::Instant now = service.people.now();
    const auto invited = service.invitations.invite(
        viewer_of(principal, posting->id),
        call.path_uuid(1),
        asked->body,
        now,
        now + candidate_invitation_lasts
    );
    if (!invited) {
        return refuse(invited.error());
    }
    if (invited->outcome == Outcome::not_interested) {
        return refuse(409, "not_interested", asked->language);
    }
    if (invited->outcome == Outcome::answered) {
        return refuse(409, "answered_before", asked->language);
    }
    const unsigned status = invited->outcome == Outcome::made ? 201 : 200;
    return answer_json(status, wire::sent_invitation_json(invited->invitation.value()));
}

http::Response list_sent_invitations(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto posting =
        find_own_posting(service, principal, Action::see_candidates, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const auto page = service.invitations.list(
        viewer_of(principal, posting->id), service.people.now(), wanted->from, wanted->count
    );
    boost::json::array items;
    for (const auto& invitation : page) {
        items.push_back(wire::sent_invitation_json(invitation));
    }
    return answer_page(
        "/v1/postings/" + std::to_string(posting->id) + "/invitations",
        call.query,
        {{"items", std::move(items)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().id}
    );
}

http::Response list_invitations(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto candidate = call.query.find("candidate");
    if (candidate && !wire::is_uuid(*candidate)) {
        return http::problem(
            domain::invalid("candidate", "not the id of a candidate"), http::Input::syntax
        );
    }
    const auto page = service.invitations.list(
        owner_of(principal),
        candidate ? std::optional<std::string>{*candidate} : std::nullopt,
        service.people.now(),
        wanted->from,
        wanted->count
    );
    return answer_page(
        "/v1/invitations",
        call.query,
        {{"items", wire::invitations_json(page)},
         {"current", wire::wording_json(wire::contact_wording, *spoken)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().id}
    );
}

http::Response answer_invitation(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::invitation_answer_from);
    if (!asked) {
        return asked.error();
    }
    const auto answered = service.invitations.answer(
        owner_of(principal),
        call.path_integer(0),
        asked->body,
        service.people.now(),
        permits(service, principal, Action::give_consent)
    );
    if (!answered && answered.error().kind == domain::ErrorKind::conflict) {
        return refuse(409, "invitation_expired", asked->language);
    }
    return answered ? answer_json(200, wire::invitation_json(*answered)) : refuse(answered.error());
}

}  // namespace api
