#pragma once

#include "services/wire/answer.hpp"
#include "sql/store/application_offer_store.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string_view>

/// What employers offer in the end of an application.
namespace wire {

/// The body of PUT /v1/applications/{application}/offer, `{received_on, offer{}}`: the offer as
/// POST /v1/offers/lift takes it. Refuses a day after `today`.
domain::Result<store::ApplicationOfferStore::Record> application_offer_from(
    const boost::json::value& document, domain::Date today
);

/// `{application, received_on, offer{}, by, made_at, answer}`: `answer` is offer_answer_json() of
/// the candidate as they are now, under the rules of the day on which the offer came.
boost::json::object application_offer_json(
    const rules::RuleBook& rule_book,
    domain::OfficialLanguage language,
    std::string_view application,
    const store::ApplicationOfferStore::Offer& offer
);

}  // namespace wire
