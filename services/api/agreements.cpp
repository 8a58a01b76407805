#include "services/api/agreements.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/own_posting.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/agreement_json.hpp"

namespace api {

http::Response ask_for_agreement(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto posting =
        find_own_posting(service, principal, auth::Action::see_candidates, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const std::string& alias = call.path_uuid(1);
    const auto agreement = service.agreements.ask(viewer_of(principal, posting->id), alias);
    return agreement ? answer_json(200, wire::asked_json(alias, *agreement))
                     : refuse(agreement.error());
}

http::Response read_contact(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    using enum auth::Whose;
    const auto posting =
        find_own_posting(service, principal, auth::Action::see_candidates, call.path_integer(0));
    if (!posting) {
        return refuse(posting.error());
    }
    const store::Viewer viewer = viewer_of(principal, posting->id);
    const std::string& alias = call.path_uuid(1);
    const auth::Whose standing = service.agreements.has_agreed(viewer, alias) ? agreed : nobody;
    if (!service.may(principal, auth::Action::read_contact, {.standing = standing})) {
        return http::problem(404, "no candidate '" + alias + "' has agreed to this");
    }
    const auto contact = service.agreements.contact(viewer, alias);
    return contact ? answer_json(200, wire::contact_json(alias, *contact))
                   : refuse(contact.error());
}

http::Response list_agreements(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::read_own_record, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    const auto agreements = service.agreements.list(owner_of(principal), candidate->id);
    return agreements ? answer_json(200, wire::agreements_json(*agreements, *spoken))
                      : refuse(agreements.error());
}

http::Response answer_agreement(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto wording = wire::agreement_answer_from(*document);
    if (!wording) {
        return refuse(wording.error());
    }
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::give_consent, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    const auto answered = service.agreements.answer(
        owner_of(principal), candidate->id, call.path_integer(1), *wording
    );
    return answered ? answer_json(200, wire::agreement_json(*answered)) : refuse(answered.error());
}

}  // namespace api
