#include "services/api/candidates.hpp"

#include "matcher/document/json.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/api/versions.hpp"
#include "services/auth/role_names.hpp"
#include "services/http/problem.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/candidate_json.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <optional>

namespace api {
namespace {

domain::Result<store::StoredCandidate> if_may(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    domain::Result<store::StoredCandidate> stored
) {
    if (stored && !service.may(
                      principal,
                      action,
                      {.owner_id = stored->owner_id, .standing = standing_of(stored->reach)}
                  )) {
        return domain::Error{
            domain::ErrorKind::not_found, "there is no candidate " + stored->id, ""};
    }
    return stored;
}

}  // namespace

auth::Whose standing_of(const store::Reach reach) {
    using enum auth::Whose;
    switch (reach) {
        case store::Reach::own:
            return nobody;  // The owner's id says it.
        case store::Reach::read_consented:
            return read_consented;
        case store::Reach::replace_consented:
            return read_consented | replace_consented;
    }
    return nobody;
}

store::Permits permits(
    const Service& service, const auth::Principal& principal, const auth::Action action
) {
    return [&service, &principal, action](const std::string& owner_id, const store::Reach reach) {
        return service.may(
            principal, action, {.owner_id = owner_id, .standing = standing_of(reach)}
        );
    };
}

store::Owner owner_of(const auth::Principal& principal) {
    return {.id = principal.id, .firm = principal.firm};
}

store::Reviewer reviewer_of(const auth::Principal& principal) {
    const auto* const found =
        std::ranges::find(auth::role_names, principal.role, &document::Named<auth::Role>::value);
    return {
        .id = principal.id,
        .role = found == auth::role_names.end() ? "" : std::string{found->name}};
}

domain::Candidate candidate_from(const store::StoredCandidate& stored) {
    // Anything else is a fault of ours.
    return wire::candidate_from(document::parse(stored.document).value()).value();
}

domain::Result<store::StoredCandidate> find_own_candidate(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const std::string& id
) {
    return if_may(service, principal, action, service.candidates.find_own(owner_of(principal), id));
}

domain::Result<store::StoredCandidate> find_candidate(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const std::string& id,
    const store::Reading reading
) {
    return if_may(
        service, principal, action, service.candidates.find(owner_of(principal), id, reading)
    );
}

http::Response create_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    if (const auto candidate = read_candidate_document(call.request); !candidate) {
        return candidate.error();
    }
    const auto stored = service.candidates.create(owner_of(principal), call.request.body);
    http::Response response = with_etag({}, stored.etag);
    response.status = 201;
    response.headers.emplace_back("Location", "/v1/candidates/" + stored.id);
    response.body = document::serialize(boost::json::object{{"id", stored.id}});
    return response;
}

http::Response read_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto stored = find_candidate(
        service,
        principal,
        auth::Action::read_candidate,
        call.path_uuid(0),
        store::Reading::document
    );
    if (!stored) {
        return http::problem(stored.error(), http::Input::document);
    }
    http::Response response = with_etag({}, stored->etag);
    const std::string_view known = call.request.header("If-None-Match");
    if (http::etag_matches(known, stored->etag, http::EtagComparison::weak)) {
        response.status = 304;
    } else {
        response.body = stored->document;
    }
    return response;
}

http::Response replace_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    if (const auto candidate = read_candidate_document(call.request); !candidate) {
        return candidate.error();
    }
    const auto current = find_candidate(
        service,
        principal,
        auth::Action::replace_candidate,
        call.path_uuid(0),
        store::Reading::document
    );
    if (!current) {
        return http::problem(current.error(), http::Input::document);
    }
    std::optional<std::string> expected;
    if (const std::string_view known = call.request.header("If-Match"); !known.empty()) {
        if (!http::etag_matches(known, current->etag, http::EtagComparison::strong)) {
            return http::problem(
                412, "the candidate has been replaced since", http::in_header("If-Match")
            );
        }
        expected = current->etag;
    }
    const auto stored = service.candidates.replace(
        owner_of(principal), call.path_uuid(0), call.request.body, expected
    );
    if (!stored) {
        return http::problem(stored.error(), http::Input::document);
    }
    http::Response response = with_etag({}, stored->etag);
    response.body = stored->document;
    return response;
}

http::Response delete_candidate(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    using LoneSearches = store::CandidateStore::LoneSearches;
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto current =
        find_own_candidate(service, principal, auth::Action::delete_candidate, call.path_uuid(0));
    if (!current) {
        return http::problem(current.error(), http::Input::document);
    }
    // An advisor's searches without a candidate are the advisor's; a person's are part of them.
    const auto removed = service.candidates.remove(
        owner_of(principal),
        current->id,
        service.today(),
        principal.role == auth::Role::candidate ? LoneSearches::removed : LoneSearches::kept
    );
    if (!removed) {
        return http::problem(removed.error(), http::Input::document);
    }
    http::Response response;
    response.body = document::serialize(wire::deletion_json(*removed, *spoken));
    return response;
}

}  // namespace api
