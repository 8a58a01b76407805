#include "services/wire/mail_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/ascii.hpp"
#include "services/wire/account_json.hpp"
#include "services/wire/vocabulary.hpp"
#include "services/wire/wording.hpp"

#include <algorithm>
#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using domain::OfficialLanguage;
using Consent = store::MailConsentStore::Consent;
using Terms = store::MailConsentStore::Terms;

constexpr std::string_view matches_wording = "mail_matches_1";
constexpr std::string_view rounds_wording = "mail_rounds_1";

constexpr std::array scope_names{document::Named{"own", false}, document::Named{"all", true}};

constexpr int hour_max = 23;
constexpr std::size_t identifier_max = 50;  ///< Of a time zone or a candidate.

/// What is agreed to now; null where it is not.
json::value open_json(const std::vector<Consent>& consents, const std::string_view kind) {
    const auto open = std::ranges::find_if(consents, [&](const Consent& consent) {
        return consent.kind == kind && !consent.withdrawn_at;
    });
    if (open == consents.end()) {
        return nullptr;
    }
    return json::object{{"wording", open->wording}, {"given_at", instant_text(open->given_at)}};
}

/// Whether there is one of this name is PostgreSQL's to say; names of any have this form.
std::string time_zone(const ValueReader& value) {
    std::string name = value.text({.min = 1, .max = identifier_max});
    const auto is_letter = [](const char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    const bool has_form = std::ranges::all_of(name, [&](const char c) {
        return is_letter(c) || domain::ascii::is_digit(c) ||
               std::string_view{"_+/-"}.find(c) != std::string_view::npos;
    });
    if (!has_form || name.empty() || !is_letter(name.front())) {
        value.refuse("there is no time zone '" + name + "'");
    }
    return name;
}

}  // namespace

json::array mail_consents_json(const std::vector<Consent>& consents) {
    json::array all;
    for (const Consent& consent : consents) {
        json::object one{{"kind", consent.kind}, {"wording", consent.wording}};
        one["language"] = consent.language;
        one["given_at"] = instant_text(consent.given_at);
        one["withdrawn_at"] = consent.withdrawn_at
                                  ? json::value(instant_text(*consent.withdrawn_at))
                                  : json::value(nullptr);
        all.emplace_back(std::move(one));
    }
    return all;
}

json::object mail_json(
    const store::MailConsentStore::State& state, const OfficialLanguage language
) {
    const store::DigestTime time = state.time.value_or(store::DigestTime{});
    json::value rounds = state.rounds ? open_json(state.consents, "rounds") : json::value(nullptr);
    if (rounds.is_object()) {
        rounds.as_object()["candidate"] = state.rounds->candidate_id;
        rounds.as_object()["of"] = document::name_of<bool>(scope_names, state.rounds->all);
    }
    json::object result;
    result["matches"] = open_json(state.consents, "matches");
    result["rounds"] = std::move(rounds);
    result["time_zone"] = time.time_zone;
    result["hour"] = time.hour;
    result["history"] = mail_consents_json(state.consents);
    result["current"] = json::object{
        {"matches", wording_json(matches_wording, language)},
        {"rounds", wording_json(rounds_wording, language)}};
    return result;
}

domain::Result<Terms> mail_terms_from(
    const json::value& document, const OfficialLanguage language
) {
    const std::string shown_in{name_of(language_names, language)};
    return document::read_document(document, [&](const ValueReader& root) {
        return root.object([&](FieldReader& in) {
            Terms terms;
            terms.matches = in.optional("matches", [&](const ValueReader& value) {
                return value.object([&](FieldReader& of) {
                    return store::MailConsentStore::Agreed{
                        .wording = read_wording(of, matches_wording), .language = shown_in};
                });
            });
            terms.rounds = in.optional("rounds", [&](const ValueReader& value) {
                return value.object([&](FieldReader& of) {
                    terms.round_wish.candidate_id =
                        of.required("candidate").text({.max = identifier_max});
                    terms.round_wish.all = of.optional("of", [](const ValueReader& scope) {
                                                 return scope.choice(scope_names);
                                             }).value_or(false);
                    return store::MailConsentStore::Agreed{
                        .wording = read_wording(of, rounds_wording), .language = shown_in};
                });
            });
            if (const auto zone = in.optional("time_zone", [](const ValueReader& value) {
                    return time_zone(value);
                })) {
                terms.time.time_zone = *zone;
            }
            if (const auto hour = in.optional("hour", [](const ValueReader& value) {
                    return value.integer<int>({.min = 0, .max = hour_max});
                })) {
                terms.time.hour = *hour;
            }
            return terms;
        });
    });
}

std::vector<std::string_view> mail_wordings() { return {matches_wording, rounds_wording}; }

}  // namespace wire
