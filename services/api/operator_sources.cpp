#include "services/api/operator_sources.hpp"

#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/operation_json.hpp"

namespace api {
namespace {

namespace json = boost::json;

constexpr std::size_t page_items = 20;

/// `outcome=`, in the words of the store.
domain::Result<std::optional<std::string>> outcome(const http::Query& query) {
    using Result = domain::Result<std::optional<std::string>>;
    const auto asked = asked_word(query, "outcome", {"done", "refused", "failed", "unfinished"});
    if (!asked || !*asked) {
        return asked;
    }
    return **asked == "unfinished" ? Result{std::string{}} : asked;
}

}  // namespace

http::Response list_sources(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto count = limit(call.query, page_items);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const std::string after{call.query.find("cursor").value_or("")};
    const auto page = service.operation.sources(*day, after, *count);
    json::array items;
    for (const auto& source : page) {
        items.push_back(wire::source_json(source));
    }
    return answer_page_before(
        "/v1/operator/sources",
        call.query,
        {{"as_of", domain::to_string(*day)}, {"items", std::move(items)}},
        page.size() < *count ? std::string{} : page.back().name
    );
}

http::Response list_runs(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto ended = outcome(call.query);
    if (!ended) {
        return http::problem(ended.error(), http::Input::syntax);
    }
    const auto page = service.operation.runs(
        {.source = asked_text(call.query, "source"), .outcome = *ended}, wanted->from, wanted->count
    );
    json::array items;
    for (const auto& run : page) {
        items.push_back(wire::run_json(run));
    }
    return answer_page(
        "/v1/operator/runs",
        call.query,
        {{"items", std::move(items)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().id}
    );
}

}  // namespace api
