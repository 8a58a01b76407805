#include "services/api/applications.hpp"

#include "services/api/candidates.hpp"
#include "services/api/lists.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/api/versions.hpp"
#include "services/wire/application_json.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/messages.hpp"

#include <boost/json.hpp>

#include <charconv>

namespace api {
namespace {

using auth::Action;
using store::ApplicationStore;

domain::Result<ApplicationStore::Filter> filter(const http::Query& query) {
    ApplicationStore::Filter result;
    for (const std::string_view name : query.every("state")) {
        const auto state = domain::application_state_from(name);
        if (!state) {
            return domain::invalid(
                "state", "'" + std::string{name} + "' is not a state of an application"
            );
        }
        result.states.push_back(*state);
    }
    if (const auto candidate = query.find("candidate")) {
        if (!wire::is_uuid(*candidate)) {
            return domain::invalid("candidate", "not the id of a candidate");
        }
        result.candidate_id = std::string{*candidate};
    }
    if (const auto posting = query.find("posting")) {
        domain::PostingId id = 0;
        const char* const last = posting->data() + posting->size();
        const auto [end, error] = std::from_chars(posting->data(), last, id);
        if (error != std::errc{} || end != last) {
            return domain::invalid("posting", "not the id of a posting");
        }
        result.posting_id = id;
    }
    return result;
}

/// `DAY.NUMBER`, or `.NUMBER` where no day is due.
std::string application_cursor(const ApplicationStore::Application& last) {
    return (last.due ? domain::to_string(last.due->on) : "") + "." + std::to_string(last.number);
}

domain::Result<std::optional<ApplicationStore::Place>> application_place(const http::Query& query) {
    using Result = domain::Result<std::optional<ApplicationStore::Place>>;
    const auto text = query.find("cursor");
    if (!text) {
        return Result{std::nullopt};
    }
    ApplicationStore::Place result;
    const std::size_t dot = text->find('.');
    const auto day = domain::parse_date(text->substr(0, dot));
    const std::string_view number = dot == text->npos ? "" : text->substr(dot + 1);
    const char* const last = number.data() + number.size();
    const auto [end, error] = std::from_chars(number.data(), last, result.number);
    if ((dot != 0 && !day) || error != std::errc{} || end != last) {
        return domain::invalid("cursor", "'" + std::string{*text} + "' is no cursor of this list");
    }
    if (dot != 0) {
        result.due_on = *day;
    }
    return Result{result};
}

http::Response answer_application(
    const unsigned status, const ApplicationStore::Application& application
) {
    return with_etag(answer_json(status, wire::application_json(application)), application.etag);
}

/// Why something is not done with an application; what is not Refused yet is an Error.
using Refused = std::optional<http::Response>;

std::string words_of(
    const domain::OfficialLanguage language, const domain::ApplicationState state
) {
    return wire::text(language, "application." + std::string{domain::name_of(state)});
}

/// What becomes of `current`, as it is asked; `refusal` is the answer where nothing may.
domain::Result<std::optional<ApplicationStore::Change>> decided_change(
    const ApplicationStore::Application& current,
    const Spoken<ApplicationStore::Change>& asked,
    const std::string_view if_match,
    Refused& refusal
) {
    using Decided = std::optional<ApplicationStore::Change>;
    const domain::Error no{};
    if (!if_match.empty() &&
        !http::etag_matches(if_match, current.etag, http::EtagComparison::strong)) {
        refusal =
            http::problem(412, "the application has changed since", http::in_header("If-Match"));
        return no;
    }
    const ApplicationStore::Change& change = asked.body;
    const auto party = current.reach == store::Reach::own ? domain::ApplicationParty::owner
                                                          : domain::ApplicationParty::firm;
    if (change.state == current.state) {
        if (change.due != current.due) {
            return Decided{change};
        }
        if (!change.note.empty()) {
            refusal = refuse(422, "note_without_change", asked.language, {}, http::in_body("note"));
            return no;
        }
        return Decided{};
    }
    if (!domain::may_follow(current.state, change.state, party)) {
        refusal = refuse(
            409,
            "step_not_allowed",
            asked.language,
            {{"from", words_of(asked.language, current.state)},
             {"to", words_of(asked.language, change.state)}},
            http::in_body("state")
        );
        return no;
    }
    return Decided{change};
}

}  // namespace

http::Response list_applications(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto asked = filter(call.query);
    if (!asked) {
        return http::problem(asked.error(), http::Input::syntax);
    }
    const auto page =
        service.applications.list(owner_of(principal), *asked, wanted->from, wanted->count);
    return answer_page(
        "/v1/applications",
        call.query,
        {{"items", wire::applications_json(page)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().number}
    );
}

http::Response list_caseload(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto count = limit(call.query, page_items);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto after = application_place(call.query);
    if (!after) {
        return http::problem(after.error(), http::Input::syntax);
    }
    const auto asked = filter(call.query);
    if (!asked) {
        return http::problem(asked.error(), http::Input::syntax);
    }
    const auto page = service.applications.caseload(owner_of(principal), *asked, *after, *count);
    return answer_page_before(
        "/v1/advisor/applications",
        call.query,
        {{"items", wire::applications_json(page)}},
        page.size() < *count ? std::string{} : application_cursor(page.back())
    );
}

http::Response create_application(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read = read_spoken(call, wire::application_from);
    if (!read) {
        return read.error();
    }
    const wire::ApplicationRequest& asked = read->body;
    const auto served = service.postings.find_served({asked.posting_id}, service.today());
    if (served.empty()) {
        return http::problem(
            404,
            "there is no posting " + std::to_string(asked.posting_id),
            http::in_body("posting_id")
        );
    }
    const auto created = service.applications.create(
        owner_of(principal),
        {.candidate_id = asked.candidate_id,
         .posting_id = asked.posting_id,
         .title = served.front().title,
         .employer = served.front().hiring_organization,
         .due = asked.due,
         .note = asked.note},
        service.people.now(),
        permits(service, principal, Action::change_application)
    );
    if (!created) {
        return refuse(created.error());
    }
    http::Response response = answer_application(created->now ? 201 : 200, created->application);
    response.headers.emplace_back("Location", "/v1/applications/" + created->application.id);
    return response;
}

http::Response read_application(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto found = service.applications.find(
        owner_of(principal),
        call.path_uuid(0),
        permits(service, principal, Action::read_application)
    );
    return found ? answer_application(200, *found) : refuse(found.error());
}

http::Response change_application(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::application_change_from);
    if (!asked) {
        return asked.error();
    }
    Refused refusal;
    const auto changed = service.applications.change(
        owner_of(principal),
        call.path_uuid(0),
        service.people.now(),
        permits(service, principal, Action::change_application),
        [&](const ApplicationStore::Application& current) {
            return decided_change(current, *asked, call.request.header("If-Match"), refusal);
        }
    );
    if (refusal) {
        return *std::move(refusal);
    }
    return changed ? answer_application(200, *changed) : refuse(changed.error());
}

http::Response list_application_events(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const std::string& id = call.path_uuid(0);
    const auto events = service.applications.events(
        owner_of(principal),
        id,
        wanted->from,
        wanted->count,
        permits(service, principal, Action::read_application)
    );
    if (!events) {
        return refuse(events.error());
    }
    return answer_page(
        "/v1/applications/" + id + "/events",
        call.query,
        {{"items", wire::application_events_json(*events)}},
        events->size() < wanted->count ? std::nullopt : std::optional{events->back().id}
    );
}

http::Response comment_application(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto read = read_spoken(call, wire::comment_from);
    if (!read) {
        return read.error();
    }
    const auto comment = service.applications.comment(
        owner_of(principal),
        call.path_uuid(0),
        read->body,
        service.people.now(),
        permits(service, principal, Action::change_application)
    );
    return comment ? answer_json(201, wire::application_event_json(*comment))
                   : refuse(comment.error());
}

}  // namespace api
