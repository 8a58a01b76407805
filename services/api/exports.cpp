#include "services/api/exports.hpp"

#include "indexer/zip/zip_writer.hpp"
#include "matcher/document/json.hpp"
#include "matcher/document/named.hpp"
#include "services/api/all_pages.hpp"
#include "services/api/attachment.hpp"
#include "services/api/candidates.hpp"
#include "services/api/export_records.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/account_closing_json.hpp"
#include "services/wire/account_json.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/export_json.hpp"
#include "services/wire/interest_json.hpp"
#include "services/wire/mail_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/saved_search_json.hpp"
#include "services/wire/shown_candidate_json.hpp"

#include <boost/json.hpp>

namespace api {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

json::object consents_of(
    const Service& service,
    const store::Owner& owner,
    const std::string& id,
    const OfficialLanguage spoken
) {
    // The candidate was there a moment ago; one deleted since has nothing to export.
    json::object consents;
    consents["employers"] = wire::consent_json(service.consents.find(owner, id).value(), spoken);
    consents["firms"] =
        wire::firm_consents_json(service.firm_consents.list(owner, id).value(), spoken);
    consents["agreements"] =
        wire::agreements_json(service.agreements.list(owner, id).value(), spoken);
    return consents;
}

json::object interests_of(
    const Service& service,
    const store::Owner& owner,
    const std::string& id,
    const OfficialLanguage spoken
) {
    return wire::interests_json(service.interests.list(owner, id).value(), spoken);
}

json::array views_of(const Service& service, const store::Owner& owner, const std::string& id) {
    return wire::views_json(all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.consents.views(owner, id, before, page_rows);
        },
        [](const auto& view) { return view.id; }
    ));
}

json::array digests_of(
    const Service& service, const store::Owner& owner, const std::string& search
) {
    const auto digests = all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.saved_searches.digests(owner, search, before, page_rows);
        },
        [](const store::Digest& digest) { return digest.id; }
    );
    json::array all;
    for (const store::Digest& digest : digests) {
        json::array postings;
        for (const store::Announced& announced : digest.postings) {
            postings.emplace_back(std::to_string(announced.posting_id));
        }
        json::object one{{"day", domain::to_string(digest.day)}, {"rules", digest.rules}};
        one["made_at"] = digest.made_at;
        one["posting_ids"] = std::move(postings);
        all.emplace_back(std::move(one));
    }
    return all;
}

/// Of this candidate; those without any are a person's, and not that of an advisor's candidate.
json::array searches_of(
    const Service& service, const auth::Principal& principal, const std::string& id
) {
    const store::Owner owner = owner_of(principal);
    const std::string without = principal.role == auth::Role::candidate ? id : "";
    json::array all;
    for (const store::SavedSearch& search : service.saved_searches.list(owner)) {
        if (search.terms.candidate_id.value_or(without) == id) {
            json::object one = wire::saved_search_json(search);
            one["digests"] = digests_of(service, owner, search.id);
            all.emplace_back(std::move(one));
        }
    }
    return all;
}

/// Without what opens anything: passwords, tokens and second factors stand nowhere in it. Nothing
/// where the principal is one of the token file, or the candidate is an advisor's.
std::optional<std::string> account_of(const Service& service, const auth::Principal& principal) {
    const People& people = service.people;
    const auto account = principal.role == auth::Role::candidate
                             ? people.accounts.find(principal.id)
                             : std::optional<store::Account>{};
    if (!account) {
        return std::nullopt;
    }
    json::object result = wire::account_json(*account);
    json::array sessions;
    for (const store::Session& session : people.sessions.list(account->id, people.now())) {
        sessions.emplace_back(wire::session_json(session, ""));
    }
    json::array tokens;
    for (const store::ApiToken& token : people.api_tokens.list(account->id)) {
        tokens.emplace_back(wire::api_token_json(token));
    }
    result["sessions"] = std::move(sessions);
    result["api_tokens"] = std::move(tokens);
    result["mail_consents"] =
        wire::mail_consents_json(people.mail_consents.find(account->id).consents);
    result["decisions"] = wire::account_decisions_json(people.closings.decisions(account->id));
    return document::serialize(result);
}

enum class Format : std::uint8_t { archive, candidate, json_resume };
constexpr auto format_names = std::to_array<document::Named<Format>>(
    {{"archive", Format::archive},
     {"candidate", Format::candidate},
     {"json_resume", Format::json_resume}}
);

/// `format=`; the archive unless said.
domain::Result<Format> asked_format(const http::Query& query) {
    const auto asked = query.find("format");
    if (!asked) {
        return Format::archive;
    }
    for (const auto& [name, format] : format_names) {
        if (name == *asked) {
            return format;
        }
    }
    return domain::invalid("format", "not one of archive, candidate, json_resume");
}

constexpr const char* json_type = "application/json; charset=utf-8";

}  // namespace

http::Response export_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto format = asked_format(call.query);
    if (!format) {
        return http::problem(format.error(), http::Input::syntax);
    }
    const auto stored =
        find_own_candidate(service, principal, auth::Action::export_candidate, call.path_uuid(0));
    if (!stored) {
        return http::problem(stored.error(), http::Input::document);
    }
    const store::Owner owner = owner_of(principal);
    const json::value candidate = document::parse(stored->document).value();
    if (*format == Format::candidate) {
        return attached("candidate.json", json_type, document::serialize(candidate));
    }
    std::string resume = document::serialize(wire::json_resume(candidate.as_object()));
    if (*format == Format::json_resume) {
        return attached("resume.json", json_type, std::move(resume));
    }
    std::vector<zip::Entry> entries{
        {"README.txt", wire::text(*spoken, "export.readme")},
        {"resume.json", std::move(resume)},
        {"candidate.json", document::serialize(candidate)},
        {"consents.json", document::serialize(consents_of(service, owner, stored->id, *spoken))},
        {"interests.json", document::serialize(interests_of(service, owner, stored->id, *spoken))},
        {"applications.json",
         document::serialize(exported_applications(service, principal, stored->id, *spoken))},
        {"messages.json", document::serialize(exported_messages(service, principal, stored->id))},
        {"invitations.json",
         document::serialize(exported_invitations(service, principal, stored->id))},
        {"views.json", document::serialize(views_of(service, owner, stored->id))},
        {"saved_searches.json", document::serialize(searches_of(service, principal, stored->id))}};
    for (zip::Entry& file : exported_package_files(service, principal, stored->id)) {
        entries.push_back(std::move(file));
    }
    if (auto account = account_of(service, principal)) {
        entries.push_back({"account.json", *std::move(account)});
    }
    return attached("jobscout.zip", "application/zip", zip::archive_of(entries));
}

}  // namespace api
