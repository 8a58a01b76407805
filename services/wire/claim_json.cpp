#include "services/wire/claim_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_names.hpp"

#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::size_t claim_note_max = 1'000;

enum class ClaimAction : std::uint8_t { accept, refuse, revoke };
constexpr std::array claim_actions{
    Named{"accept", ClaimAction::accept},
    Named{"refuse", ClaimAction::refuse},
    Named{"revoke", ClaimAction::revoke},
};

std::string state_after(const ClaimAction action) {
    switch (action) {
        case ClaimAction::accept:
            return "accepted";
        case ClaimAction::refuse:
            return "refused";
        case ClaimAction::revoke:
            break;
    }
    return "revoked";
}

}  // namespace

json::object claim_json(const store::ClaimStore::Claim& claim) {
    json::object result{
        {"id", std::to_string(claim.id)}, {"posting_id", std::to_string(claim.posting_id)}};
    result["title"] = or_null(claim.title.value_or(""));
    result["hiring_organization"] = or_null(claim.hiring_organization.value_or(""));
    result["domain"] = claim.domain;
    result["link"] = claim.link;
    result["state"] = claim.state;
    result["claimed_at"] = claim.claimed_at;
    result["decided_at"] = or_null(claim.decided_at.value_or(""));
    result["words"] = or_null(claim.words);
    return result;
}

json::object claim_to_review_json(const store::ClaimStore::Claim& claim) {
    json::object result = claim_json(claim);
    result["employer_name"] = or_null(claim.employer_name);
    return result;
}

json::object claim_with_history_json(const store::ClaimStore::Found& found) {
    json::array history;
    for (const store::ClaimStore::Event& event : found.history) {
        history.push_back(json::object{
            {"claim_id", std::to_string(event.claim_id)},
            {"domain", event.domain},
            {"state", event.state},
            {"actor", event.actor},
            {"words", or_null(event.words)},
            {"made_at", event.made_at}});
    }
    json::object result;
    result["claim"] = claim_to_review_json(found.claim);
    result["history"] = std::move(history);
    return result;
}

domain::Result<ClaimDecision> claim_decision_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return ClaimDecision{
                .state = state_after(in.required("decision").choice(claim_actions)),
                .words = in.required("note").text({.min = 1, .max = claim_note_max})};
        });
    });
}

json::array posted_offer_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::Lift>& lifts,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array result;
    for (const express_entry::Lift& lift : lifts) {
        json::array lacks;
        for (const express_entry::LiftCondition condition : lift.conditions) {
            lacks.push_back(json::object{
                {"code", name_of(lift_condition_names, condition)},
                {"text", condition_text(condition, language)}});
        }
        json::object one = rules_json(rule_book, *lift.rule_set, lift.role, as_of, language);
        one["points"] = or_null(lift.points);
        one["reason"] = json::object{
            {"code", name_of(lift_reason_names, lift.reason)},
            {"text", reason_text(lift, language)}};
        one["lacks"] = std::move(lacks);
        result.push_back(std::move(one));
    }
    return result;
}

}  // namespace wire
