#include "services/wire/agreement_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/wording.hpp"

#include <boost/json/array.hpp>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using domain::OfficialLanguage;

constexpr std::string_view firm_wording = "firm_1";

}  // namespace

json::object firm_consents_json(
    const std::vector<store::FirmConsentStore::Consent>& consents, const OfficialLanguage language
) {
    json::array items;
    for (const auto& consent : consents) {
        json::object one{{"firm", consent.firm}, {"wording", consent.terms.wording}};
        one["firm_name"] = or_null(consent.firm_name);
        one["may_replace"] = consent.terms.may_replace;
        one["given_at"] = consent.given_at;
        one["withdrawn_at"] = or_null(consent.withdrawn_at);
        items.emplace_back(std::move(one));
    }
    json::object result;
    result["items"] = std::move(items);
    result["current"] = wording_json(firm_wording, language);
    return result;
}

json::array clients_json(const std::vector<store::FirmConsentStore::Client>& clients) {
    json::array items;
    for (const auto& client : clients) {
        json::object one{{"candidate", client.candidate_id}, {"name", or_null(client.name)}};
        one["may_replace"] = client.may_replace;
        one["given_at"] = client.given_at;
        items.emplace_back(std::move(one));
    }
    return items;
}

domain::Result<store::FirmConsentStore::Terms> firm_consent_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            const auto boolean = [](const ValueReader& value) { return value.boolean(); };
            return store::FirmConsentStore::Terms{
                .wording = read_wording(in, firm_wording),
                .may_replace = in.optional("may_replace", boolean).value_or(false)};
        });
    });
}

json::object agreement_json(const store::AgreementStore::Agreement& agreement) {
    json::object result{
        {"id", std::to_string(agreement.id)}, {"posting_id", std::to_string(agreement.posting_id)}};
    result["title"] = or_null(agreement.title);
    result["employer"] = agreement.employer;
    result["asked_at"] = agreement.asked_at;
    result["answered_at"] = or_null(agreement.answered_at);
    result["agreed"] = agreement.agreed ? json::value(*agreement.agreed) : json::value(nullptr);
    result["wording"] = or_null(agreement.wording);
    return result;
}

json::object agreements_json(
    const std::vector<store::AgreementStore::Agreement>& agreements, const OfficialLanguage language
) {
    json::array items;
    for (const auto& agreement : agreements) {
        items.emplace_back(agreement_json(agreement));
    }
    json::object result;
    result["items"] = std::move(items);
    result["current"] = wording_json(contact_wording, language);
    return result;
}

domain::Result<std::optional<std::string>> agreement_answer_from(const json::value& document) {
    using Answer = std::optional<std::string>;
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) -> Answer {
            if (in.required("agreed").boolean()) {
                return read_wording(in, contact_wording);
            }
            return std::nullopt;
        });
    });
}

json::object asked_json(
    const std::string& alias, const store::AgreementStore::Agreement& agreement
) {
    json::object result{{"alias", alias}, {"asked_at", agreement.asked_at}};
    result["answered_at"] = or_null(agreement.answered_at);
    result["agreed"] = agreement.agreed ? json::value(*agreement.agreed) : json::value(nullptr);
    return result;
}

json::object contact_json(const std::string& alias, const store::AgreementStore::Contact& contact) {
    json::object result{{"alias", alias}};
    result["name"] = or_null(contact.name);
    result["email"] = or_null(contact.email);
    result["phone"] = or_null(contact.phone);
    return result;
}

json::object deletion_json(
    const store::CandidateStore::Removed& removed, const OfficialLanguage language
) {
    json::array kept;
    kept.push_back(json::object{{"what", "deletion"}, {"text", text(language, "kept.deletion")}});
    json::object result;
    result["deleted"] = json::object{
        {"candidates", 1},
        {"saved_searches", removed.saved_searches},
        {"digests", removed.digests},
        {"firm_consents", removed.firm_consents},
        {"agreements", removed.agreements},
        {"interests", removed.interests},
        {"applications", removed.applications},
        {"messages", removed.messages},
        {"invitations", removed.invitations},
        {"views", removed.views}};
    result["kept"] = std::move(kept);
    return result;
}

std::vector<std::string_view> agreement_wordings() { return {firm_wording, contact_wording}; }

}  // namespace wire
