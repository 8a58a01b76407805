#include "services/wire/application_offer_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/application_json.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/offer_answer.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using store::ApplicationOfferStore;

/// The first day on which Express Entry took profiles.
constexpr domain::Date express_entry_launch =
    std::chrono::sys_days{std::chrono::year{2015} / std::chrono::January / std::chrono::day{1}};

domain::Offer stored_offer(const std::string& text) {
    return document::parse_document(
               text, [](const ValueReader& root) { return root.object(offer_from); }
    ).value();
}

}  // namespace

domain::Result<ApplicationOfferStore::Record> application_offer_from(
    const json::value& document, const domain::Date today
) {
    return document::read_document(document, [&](const ValueReader& root) {
        return root.object([&](FieldReader& in) {
            const ValueReader day = in.required("received_on");
            ApplicationOfferStore::Record record{.received_on = day.date(), .document = ""};
            if (record.received_on < express_entry_launch || record.received_on > today) {
                day.refuse("not a day from 2015-01-01 to today");
            }
            const ValueReader offer = in.required("offer");
            offer.object(offer_from);
            if (offer.json() != nullptr) {
                record.document = document::serialize(*offer.json());
            }
            return record;
        });
    });
}

json::object application_offer_json(
    const rules::RuleBook& rule_book,
    const domain::OfficialLanguage language,
    const std::string_view application,
    const ApplicationOfferStore::Offer& offer
) {
    json::object result{{"application", application}};
    result["received_on"] = domain::to_string(offer.received_on);
    result["offer"] = document::parse(offer.document).value();
    result["by"] = party_json(offer.by.role, offer.by.own, offer.by.firm);
    result["made_at"] = offer.made_at;
    result["answer"] = offer_answer_json(
        {.rule_book = rule_book, .as_of = offer.received_on, .language = language},
        candidate_from(document::parse(offer.candidate).value()).value(),
        stored_offer(offer.document)
    );
    return result;
}

}  // namespace wire
