#include "services/api/operator_sources.hpp"

#include "indexer/fetch/source_list.hpp"
#include "matcher/document/json.hpp"
#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/refusals.hpp"
#include "services/http/problem.hpp"
#include "services/wire/operation_json.hpp"

namespace api {
namespace {

namespace json = boost::json;

/// `outcome=`, in the words of the store.
domain::Result<std::optional<std::string>> outcome(const http::Query& query) {
    using Result = domain::Result<std::optional<std::string>>;
    auto asked = asked_word(query, "outcome", {"done", "refused", "failed", "unfinished"});
    if (!asked || !*asked) {
        return asked;
    }
    return **asked == "unfinished" ? Result{std::string{}} : asked;
}

}  // namespace

http::Response list_sources(
    const Service& service, const auth::Principal& principal, const http::Call& call
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
    const auto page = service.operation.sources(reviewer_of(principal), *day, after, *count);
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

http::Response put_source(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto entry = read_json(call.request);
    if (!entry) {
        return entry.error();
    }
    const std::string& name = call.path_name(0);
    const std::string text = document::serialize(*entry);
    if (const auto source = fetch::added_source_from(name, text, {}); !source) {
        return http::problem(source.error(), http::Input::document);
    }
    using Put = store::AddedSourceStore::Put;
    const Put put =
        service.added_sources.put(reviewer_of(principal), name, text, service.people.now());
    if (put == Put::listed_on_machine) {
        return http::problem(
            409,
            "the list on the machine has a source named '" + name + "'",
            http::in_parameter("name")
        );
    }
    return answer_json(put == Put::added ? 201 : 200, {{"name", name}, {"entry", *entry}});
}

http::Response remove_source(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const std::string& name = call.path_name(0);
    return service.added_sources.remove(reviewer_of(principal), name)
               ? no_content()
               : http::problem(404, "no source named '" + name + "' was added");
}

http::Response count_verdicts(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto counts =
        service.operation.verdicts(reviewer_of(principal), asked_text(call.query, "source"));
    return answer_json(200, {{"items", wire::verdict_counts_json(counts, *spoken)}});
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
