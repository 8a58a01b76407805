#include "services/wire/invitation_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/optional_text.hpp"
#include "services/wire/wording.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using store::InvitationStore;

constexpr std::size_t message_max = 1'000;
constexpr std::size_t reason_max = 300;

void add_facts(json::object& to, const InvitationStore::Invitation& invitation) {
    to["posting_id"] = std::to_string(invitation.posting_id);
    to["title"] = invitation.title;
    to["message"] = or_null(invitation.words);
    to["state"] = invitation.state;
    to["invited_at"] = invitation.invited_at;
    to["expires_at"] = invitation.expires_at;
    to["answered_at"] = or_null(invitation.answered_at.value_or(""));
    to["reason"] = or_null(invitation.reason);
}

}  // namespace

domain::Result<std::string> invitation_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) { return optional_text(in, "message", message_max); }
        );
    });
}

domain::Result<InvitationStore::Answer> invitation_answer_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            if (in.required("accepted").boolean()) {
                return InvitationStore::Answer{
                    .wording = read_wording(in, contact_wording), .reason = ""};
            }
            return InvitationStore::Answer{
                .wording = std::nullopt, .reason = optional_text(in, "reason", reason_max)};
        });
    });
}

json::object sent_invitation_json(const InvitationStore::Invitation& invitation) {
    json::object result{{"id", std::to_string(invitation.id)}, {"alias", invitation.alias}};
    add_facts(result, invitation);
    return result;
}

json::object invitation_json(const InvitationStore::Invitation& invitation) {
    json::object result{{"id", std::to_string(invitation.id)}};
    result["candidate"] = invitation.candidate_id;
    result["employer"] = invitation.employer;
    result["agreement"] = std::to_string(invitation.agreement_id);
    add_facts(result, invitation);
    return result;
}

json::array invitations_json(const std::vector<InvitationStore::Invitation>& invitations) {
    json::array items;
    for (const auto& invitation : invitations) {
        items.push_back(invitation_json(invitation));
    }
    return items;
}

}  // namespace wire
