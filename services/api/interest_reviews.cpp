#include "services/api/interest_reviews.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/http/problem.hpp"
#include "services/wire/interest_json.hpp"

#include <boost/json.hpp>

namespace api {

namespace json = boost::json;

http::Response list_waiting_interests(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto waiting =
        service.interests.waiting(reviewer_of(principal), wanted->from.value_or(0), wanted->count);
    json::array items;
    for (const auto& one : waiting) {
        items.push_back(wire::waiting_interest_json(one));
    }
    return answer_page(
        "/v1/reviews/interests",
        call.query,
        {{"items", std::move(items)}},
        waiting.size() < wanted->count ? std::nullopt : std::optional{waiting.back().id}
    );
}

http::Response read_waiting_interest(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto found = service.interests.read(reviewer_of(principal), call.path_integer(0));
    return found ? answer_json(200, wire::interest_json(*found, *spoken)) : refuse(found.error());
}

http::Response answer_waiting_interest(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::answer_words_from);
    if (!asked) {
        return asked.error();
    }
    const auto answered =
        service.interests.answer(reviewer_of(principal), call.path_integer(0), asked->body);
    if (!answered && answered.error().kind == domain::ErrorKind::conflict) {
        return refuse(409, "request_answered", asked->language);
    }
    return answered ? answer_json(200, wire::interest_json(*answered, asked->language))
                    : refuse(answered.error());
}

}  // namespace api
