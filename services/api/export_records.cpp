#include "services/api/export_records.hpp"

#include "matcher/document/json.hpp"
#include "services/api/all_pages.hpp"
#include "services/api/candidates.hpp"
#include "services/wire/application_json.hpp"
#include "services/wire/application_offer_json.hpp"
#include "services/wire/invitation_json.hpp"
#include "services/wire/message_json.hpp"
#include "services/wire/package_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace api {
namespace {

namespace json = boost::json;

json::array events_of(
    const Service& service, const auth::Principal& principal, const std::string& application
) {
    const auto events = all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.applications
                .events(
                    owner_of(principal),
                    application,
                    before,
                    page_rows,
                    permits(service, principal, auth::Action::read_application)
                )
                .value();
        },
        [](const auto& event) { return event.id; }
    );
    return wire::application_events_json(events);
}

std::vector<store::PackageStore::Package> packages_of(
    const Service& service, const auth::Principal& principal, const std::string& application
) {
    return all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.packages
                .list(
                    owner_of(principal),
                    application,
                    before,
                    page_rows,
                    permits(service, principal, auth::Action::read_package)
                )
                .value();
        },
        [](const auto& package) { return package.number; }
    );
}

/// Of an application: the packages with their manifests, the letter's own words, and the offer.
void add_sent(
    const Service& service,
    const auth::Principal& principal,
    const std::string& id,
    const domain::OfficialLanguage spoken,
    json::object& to
) {
    const store::Owner owner = owner_of(principal);
    const auto permitted = permits(service, principal, auth::Action::read_package);
    json::array packages;
    for (const auto& package : packages_of(service, principal, id)) {
        json::object one = wire::package_json(package, spoken);
        const auto files =
            service.packages.files(owner, package.id, "manifest.json", permitted).value();
        one["manifest"] =
            files.empty() ? json::value(nullptr) : document::parse(files.front().content).value();
        packages.push_back(std::move(one));
    }
    to["packages"] = std::move(packages);
    to["letter"] = wire::letter_json(id, service.letters.find(owner, id, permitted).value());
    const auto offer = service.application_offers.find(owner, id, permitted);
    to["offer"] =
        offer ? json::value(wire::application_offer_json(service.rule_book, spoken, id, *offer))
              : json::value(nullptr);
}

std::vector<store::ApplicationStore::Application> applications_of(
    const Service& service, const auth::Principal& principal, const std::string& candidate
) {
    return all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.applications.list(
                owner_of(principal),
                {.states = {}, .candidate_id = candidate, .posting_id = std::nullopt},
                before,
                page_rows
            );
        },
        [](const auto& application) { return application.number; }
    );
}

json::array messages_of(
    const Service& service,
    const auth::Principal& principal,
    const store::MessageStore::Address& address
) {
    const auto messages = all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.messages
                .list(
                    owner_of(principal),
                    address,
                    before,
                    page_rows,
                    permits(service, principal, auth::Action::read_messages)
                )
                .value();
        },
        [](const auto& message) { return message.id; }
    );
    return wire::messages_json(messages);
}

}  // namespace

json::array exported_applications(
    const Service& service,
    const auth::Principal& principal,
    const std::string& candidate,
    const domain::OfficialLanguage spoken
) {
    json::array items;
    for (const auto& application : applications_of(service, principal, candidate)) {
        json::object one = wire::application_json(application);
        one.erase("next");
        one["events"] = events_of(service, principal, application.id);
        add_sent(service, principal, application.id, spoken, one);
        items.push_back(std::move(one));
    }
    return items;
}

std::vector<zip::Entry> exported_package_files(
    const Service& service, const auth::Principal& principal, const std::string& candidate
) {
    std::vector<zip::Entry> entries;
    for (const auto& application : applications_of(service, principal, candidate)) {
        const auto packages = packages_of(service, principal, application.id);
        const auto built = std::ranges::find(
            packages, store::PackageState::built, &store::PackageStore::Package::state
        );
        if (built == packages.end()) {
            continue;
        }
        auto files = service.packages.files(
            owner_of(principal),
            built->id,
            std::nullopt,
            permits(service, principal, auth::Action::read_package)
        );
        for (store::PackageStore::File& file : files.value()) {
            entries.push_back(
                {"package_" + std::to_string(application.posting_id) + "_" + file.name,
                 std::move(file.content)}
            );
        }
    }
    return entries;
}

json::array exported_messages(
    const Service& service, const auth::Principal& principal, const std::string& candidate
) {
    std::set<std::string> firms;
    for (const auto& consent : service.firm_consents.list(owner_of(principal), candidate).value()) {
        firms.insert(consent.firm);
    }
    json::array items;
    for (const std::string& firm : firms) {
        json::array messages =
            messages_of(service, principal, {.candidate_id = candidate, .firm = firm});
        if (!messages.empty()) {
            json::object one{{"firm", firm}};
            one["messages"] = std::move(messages);
            items.push_back(std::move(one));
        }
    }
    return items;
}

json::array exported_invitations(
    const Service& service, const auth::Principal& principal, const std::string& candidate
) {
    return wire::invitations_json(all_pages(
        [&](const std::optional<std::int64_t>& before) {
            return service.invitations.list(
                owner_of(principal), candidate, service.people.now(), before, page_rows
            );
        },
        [](const auto& invitation) { return invitation.id; }
    ));
}

}  // namespace api
