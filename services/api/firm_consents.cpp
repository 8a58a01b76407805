#include "services/api/firm_consents.hpp"

#include "services/api/lists.hpp"
#include "services/api/own_candidate.hpp"
#include "services/wire/agreement_json.hpp"

#include <boost/json.hpp>

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
    const auto asked = read_asked(service, principal, auth::Action::read_own_record, call);
    return asked ? answer_list(service, principal, asked->candidate.id, asked->language)
                 : asked.error();
}

http::Response give_firm_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read =
        read_asked(service, principal, auth::Action::give_consent, call, wire::firm_consent_from);
    if (!read) {
        return read.error();
    }
    const auto& [asked, terms] = *read;
    const std::string& firm = call.path_uuid(1);
    if (!service.people.firms.find(firm)) {
        return http::problem(404, "there is no firm '" + firm + "'", http::in_parameter("firm"));
    }
    const auto given =
        service.firm_consents.give(owner_of(principal), asked.candidate.id, firm, terms);
    return given ? answer_list(service, principal, asked.candidate.id, asked.language)
                 : refuse(given.error());
}

http::Response withdraw_firm_consent(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_asked(service, principal, auth::Action::give_consent, call);
    if (!asked) {
        return asked.error();
    }
    const auto withdrawn =
        service.firm_consents.withdraw(owner_of(principal), asked->candidate.id, call.path_uuid(1));
    return withdrawn ? no_content() : refuse(withdrawn.error());
}

http::Response list_clients(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto clients =
        service.firm_consents.clients(owner_of(principal), wanted->from, wanted->count);
    return answer_page(
        "/v1/advisor/candidates",
        call.query,
        {{"items", wire::clients_json(clients)}},
        clients.size() < wanted->count ? std::nullopt : std::optional{clients.back().consent_id}
    );
}

}  // namespace api
