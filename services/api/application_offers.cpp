#include "services/api/application_offers.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/api/refusals.hpp"
#include "services/api/versions.hpp"
#include "services/wire/application_offer_json.hpp"

namespace api {
namespace {

using auth::Action;
using store::ApplicationOfferStore;

http::Response answer_offer(
    const Service& service,
    const domain::OfficialLanguage spoken,
    const std::string& application,
    const ApplicationOfferStore::Offer& offer
) {
    return with_version(
        answer_json(
            200, wire::application_offer_json(service.rule_book, spoken, application, offer)
        ),
        offer.version
    );
}

}  // namespace

http::Response read_application_offer(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const std::string& id = call.path_uuid(0);
    const auto offer = service.application_offers.find(
        owner_of(principal), id, permits(service, principal, Action::read_package)
    );
    return offer ? answer_offer(service, *spoken, id, *offer) : refuse(offer.error());
}

http::Response write_application_offer(
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
    const auto record = wire::application_offer_from(*document, service.today());
    if (!record) {
        return refuse(record.error());
    }
    const store::Owner owner = owner_of(principal);
    const auto permitted = permits(service, principal, Action::change_package);
    const std::string& id = call.path_uuid(0);
    const auto before = service.application_offers.find(owner, id, permitted);
    const auto written = service.application_offers.write(
        owner,
        id,
        *record,
        known_version(call.request, before ? before->version : 0),
        service.people.now(),
        permitted
    );
    if (!written) {
        return refuse(written.error());
    }
    return *written ? answer_offer(service, *spoken, id, **written)
                    : refuse(409, "no_offer_yet", *spoken);
}

}  // namespace api
