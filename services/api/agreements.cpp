#include "services/api/agreements.hpp"

#include "services/api/own_candidate.hpp"
#include "services/api/own_posting.hpp"
#include "services/wire/agreement_json.hpp"

namespace api {
http::Response ask_for_agreement(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    if (auto refusal = refusal_of_terms(call.request)) {
        return *std::move(refusal);
    }
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
    const auto asked = read_asked(service, principal, auth::Action::read_own_record, call);
    if (!asked) {
        return asked.error();
    }
    const auto agreements = service.agreements.list(owner_of(principal), asked->candidate.id);
    return agreements ? answer_json(200, wire::agreements_json(*agreements, asked->language))
                      : refuse(agreements.error());
}

http::Response answer_agreement(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read = read_asked(
        service, principal, auth::Action::give_consent, call, wire::agreement_answer_from
    );
    if (!read) {
        return read.error();
    }
    const auto& [asked, wording] = *read;
    const auto answered = service.agreements.answer(
        owner_of(principal), asked.candidate.id, call.path_integer(1), wording
    );
    return answered ? answer_json(200, wire::agreement_json(*answered)) : refuse(answered.error());
}

}  // namespace api
