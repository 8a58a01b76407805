#include "services/api/messages.hpp"

#include "services/api/candidates.hpp"
#include "services/api/lists.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/wire/message_json.hpp"

#include <boost/json.hpp>

namespace api {
namespace {

using auth::Action;
using store::MessageStore;

MessageStore::Address address_of(const http::Call& call) {
    return {.candidate_id = call.path_uuid(0), .firm = call.path_uuid(1)};
}

}  // namespace

http::Response list_threads(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto page = asked_page(call.query);
    if (!page) {
        return http::problem(page.error(), http::Input::syntax);
    }
    const auto threads = service.messages.threads(owner_of(principal), page->from, page->count);
    return answer_page(
        "/v1/messages",
        call.query,
        {{"items", wire::threads_json(threads)}},
        threads.size() < page->count ? std::nullopt : std::optional{threads.back().last_id}
    );
}

http::Response list_messages(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto page = asked_page(call.query);
    if (!page) {
        return http::problem(page.error(), http::Input::syntax);
    }
    const MessageStore::Address address = address_of(call);
    const auto messages = service.messages.list(
        owner_of(principal),
        address,
        page->from,
        page->count,
        permits(service, principal, Action::read_messages)
    );
    if (!messages) {
        return refuse(messages.error());
    }
    return answer_page(
        "/v1/messages/" + address.candidate_id + "/" + address.firm,
        call.query,
        {{"items", wire::messages_json(*messages)}},
        messages->size() < page->count ? std::nullopt : std::optional{messages->back().id}
    );
}

http::Response write_message(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::message_from);
    if (!asked) {
        return asked.error();
    }
    MessageStore::Draft draft{.words = asked->body.words, .about = std::nullopt};
    if (const auto posting = asked->body.posting_id) {
        const auto served = service.postings.find_served({*posting}, service.today());
        if (served.empty()) {
            return http::problem(
                404, "there is no posting " + std::to_string(*posting), http::in_body("posting_id")
            );
        }
        draft.about = {.posting_id = *posting, .title = served.front().title};
    }
    const auto written = service.messages.write(
        owner_of(principal),
        address_of(call),
        draft,
        service.people.now(),
        permits(service, principal, Action::write_message)
    );
    if (!written) {
        return refuse(written.error());
    }
    return *written ? answer_json(201, wire::message_json(**written))
                    : refuse(409, "firm_not_let", asked->language);
}

http::Response mark_messages(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::read_mark_from);
    if (!asked) {
        return asked.error();
    }
    const auto marked = service.messages.mark_read(
        owner_of(principal),
        address_of(call),
        asked->body,
        service.people.now(),
        permits(service, principal, Action::read_messages)
    );
    return marked ? no_content() : refuse(marked.error());
}

}  // namespace api
