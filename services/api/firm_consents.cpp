#include "services/api/firm_consents.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/agreement_json.hpp"

namespace api {
namespace {

http::Response answer_list(
    const Service& service,
    const auth::Principal& principal,
    const std::string& id,
    const domain::OfficialLanguage spoken
) {
    const auto consents = service.firm_consents.list(owner_of(principal), id);
    if (!consents) {
        return refuse(consents.error());
    }
    return answer_json(200, wire::firm_consents_json(*consents, spoken));
}

}  // namespace

http::Response list_firm_consents(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::read_own_record, call.path_uuid(0));
    return candidate ? answer_list(service, principal, candidate->id, *spoken)
                     : refuse(candidate.error());
}

http::Response give_firm_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto terms = wire::firm_consent_from(*document);
    if (!terms) {
        return refuse(terms.error());
    }
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::give_consent, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    const auto given =
        service.firm_consents.give(owner_of(principal), candidate->id, call.path_uuid(1), *terms);
    return given ? answer_list(service, principal, candidate->id, *spoken) : refuse(given.error());
}

http::Response withdraw_firm_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto candidate =
        find_own_candidate(service, principal, auth::Action::give_consent, call.path_uuid(0));
    if (!candidate) {
        return refuse(candidate.error());
    }
    const auto withdrawn =
        service.firm_consents.withdraw(owner_of(principal), candidate->id, call.path_uuid(1));
    if (!withdrawn) {
        return refuse(withdrawn.error());
    }
    return no_content();
}

}  // namespace api
