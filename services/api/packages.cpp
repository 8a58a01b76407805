#include "services/api/packages.hpp"

#include "indexer/zip/zip_writer.hpp"
#include "matcher/document/json.hpp"
#include "services/api/attachment.hpp"
#include "services/api/candidates.hpp"
#include "services/api/lists.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/api/versions.hpp"
#include "services/packages/comparison.hpp"
#include "services/packages/letter.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/package_json.hpp"

#include <boost/json.hpp>

#include <array>
#include <utility>

namespace api {
namespace {

namespace json = boost::json;
using auth::Action;
using store::PackageStore;

constexpr std::string_view manifest_name = "manifest.json";

http::Response answer_letter(
    const std::string& application, const store::LetterStore::Letter& letter
) {
    return with_version(answer_json(200, wire::letter_json(application, letter)), letter.version);
}

std::string_view media_type_of(const std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> types{
        {{".pdf", "application/pdf"},
         {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".txt", "text/plain; charset=utf-8"},
         {".json", "application/json; charset=utf-8"},
         {".ics", "text/calendar; charset=utf-8"}}};
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) {
            return type;
        }
    }
    return "application/octet-stream";
}

/// Null where it is not built.
domain::Result<json::value> manifest_of(
    const Service& service, const auth::Principal& principal, const std::string& id
) {
    const auto files = service.packages.files(
        owner_of(principal),
        id,
        std::string{manifest_name},
        permits(service, principal, Action::read_package)
    );
    if (!files) {
        return files.error();
    }
    return files->empty() ? json::value(nullptr) : document::parse(files->front().content).value();
}

}  // namespace

http::Response read_letter(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const std::string& id = call.path_uuid(0);
    const auto letter = service.letters.find(
        owner_of(principal), id, permits(service, principal, Action::read_package)
    );
    return letter ? answer_letter(id, *letter) : refuse(letter.error());
}

http::Response write_letter(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto own = packages::own_words_from(*document);
    if (!own) {
        return refuse(own.error());
    }
    const store::Owner owner = owner_of(principal);
    const auto permitted = permits(service, principal, Action::change_package);
    const std::string& id = call.path_uuid(0);
    const auto current = service.letters.find(owner, id, permitted);
    if (!current) {
        return refuse(current.error());
    }
    const auto written = service.letters.write(
        owner,
        id,
        document::serialize(*document),
        known_version(call.request, current->version),
        service.people.now(),
        permitted
    );
    return written ? answer_letter(id, *written) : refuse(written.error());
}

std::optional<http::Response> refuse_where_many_wait(
    const Service& service,
    const auth::Principal& principal,
    const std::size_t asked,
    const domain::OfficialLanguage language
) {
    const std::int64_t waiting = service.packages.waiting(owner_of(principal));
    if (waiting + static_cast<std::int64_t>(asked) <= PackageStore::waiting_max) {
        return std::nullopt;
    }
    http::Response response = refuse(409, "packages_wait", language);
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

http::Response ask_for_package(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::package_wish_from);
    if (!asked) {
        return asked.error();
    }
    if (!asked->body.rules.empty() && service.rule_book.find(asked->body.rules) == nullptr) {
        return refuse(domain::invalid("rules", "there is no rule set '" + asked->body.rules + "'"));
    }
    if (auto refusal = refuse_where_many_wait(service, principal, 1, asked->language)) {
        return *std::move(refusal);
    }
    const auto package = service.packages.ask(
        owner_of(principal),
        call.path_uuid(0),
        asked->body,
        service.people.now(),
        permits(service, principal, Action::change_package)
    );
    if (!package) {
        return refuse(package.error());
    }
    if (!*package) {
        return refuse(409, "too_many_packages", asked->language);
    }
    http::Response response = answer_json(202, wire::package_json(**package, asked->language));
    response.headers.emplace_back("Location", "/v1/packages/" + (*package)->id);
    return response;
}

http::Response list_packages(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const std::string& id = call.path_uuid(0);
    const auto page = service.packages.list(
        owner_of(principal),
        id,
        wanted->from,
        wanted->count,
        permits(service, principal, Action::read_package)
    );
    if (!page) {
        return refuse(page.error());
    }
    return answer_page(
        "/v1/applications/" + id + "/packages",
        call.query,
        {{"items", wire::packages_json(*page, *spoken)}},
        page->size() < wanted->count ? std::nullopt : std::optional{page->back().number}
    );
}

http::Response read_package(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const std::string& id = call.path_uuid(0);
    const auto package = service.packages.find(
        owner_of(principal), id, permits(service, principal, Action::read_package)
    );
    if (!package) {
        return refuse(package.error());
    }
    json::object body = wire::package_json(*package, *spoken);
    body["manifest"] = nullptr;
    if (package->state == store::PackageState::built) {
        auto manifest = manifest_of(service, principal, id);
        if (!manifest) {
            return refuse(manifest.error());
        }
        body["manifest"] = *std::move(manifest);
    }
    return answer_json(200, body);
}

http::Response read_package_archive(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const std::string& id = call.path_uuid(0);
    auto files = service.packages.files(
        owner_of(principal), id, std::nullopt, permits(service, principal, Action::read_package)
    );
    if (!files) {
        return refuse(files.error());
    }
    if (files->empty()) {
        return http::problem(404, "package '" + id + "' is not built");
    }
    std::vector<zip::Entry> entries;
    for (PackageStore::File& file : *files) {
        entries.push_back({.name = std::move(file.name), .content = std::move(file.content)});
    }
    return attached("package.zip", "application/zip", zip::archive_of(entries));
}

http::Response read_package_file(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const std::string& id = call.path_uuid(0);
    const std::string& name = call.path_file(1);
    auto files = service.packages.files(
        owner_of(principal), id, name, permits(service, principal, Action::read_package)
    );
    if (!files) {
        return refuse(files.error());
    }
    if (files->empty()) {
        return http::problem(404, "package '" + id + "' has no file '" + name + "'");
    }
    return attached(name, media_type_of(name), std::move(files->front().content));
}

http::Response compare_packages(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto with = call.query.find("with");
    if (!with || !wire::is_uuid(*with)) {
        return http::problem(
            domain::invalid("with", "not the id of a package"), http::Input::syntax
        );
    }
    const auto after = manifest_of(service, principal, call.path_uuid(0));
    if (!after) {
        return refuse(after.error());
    }
    const auto before = manifest_of(service, principal, std::string{*with});
    if (!before) {
        return refuse(before.error());
    }
    if (after->is_null() || before->is_null()) {
        return http::problem(404, "one of the packages is not built");
    }
    json::object body{{"before", *with}, {"after", call.path_uuid(0)}};
    for (auto& change : packages::comparison(before->as_object(), after->as_object())) {
        body[change.key()] = change.value();
    }
    return answer_json(200, body);
}

}  // namespace api
