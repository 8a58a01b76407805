#include "services/api/operator_quarantine.hpp"

#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/operation_json.hpp"

namespace api {
namespace {

namespace json = boost::json;

constexpr std::size_t reasons_by_default = 100;

/// Of a record in one answer. A feed that is one document may be as large as it likes.
constexpr std::int32_t characters_max = 65'536;

}  // namespace

http::Response list_quarantine(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto kind = asked_word(call.query, "kind", {"record", "posting"});
    if (!kind) {
        return http::problem(kind.error(), http::Input::syntax);
    }
    const auto page = service.operation.kept_aside(
        {.source = asked_text(call.query, "source"),
         .kind = *kind,
         .field = asked_text(call.query, "field"),
         .reason = asked_text(call.query, "reason")},
        wanted->from,
        wanted->count
    );
    json::array items;
    for (const auto& kept : page) {
        items.push_back(wire::kept_aside_json(kept));
    }
    return answer_page(
        "/v1/operator/quarantine",
        call.query,
        {{"items", std::move(items)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().id}
    );
}

http::Response count_quarantine(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto count = limit(call.query, reasons_by_default);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    json::array items;
    for (const auto& reason : service.operation.reasons(asked_text(call.query, "source"), *count)) {
        items.push_back(wire::reason_count_json(reason));
    }
    return answer_json(200, {{"items", std::move(items)}});
}

http::Response read_quarantined(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto from = first_character(call.query);
    if (!from) {
        return http::problem(from.error(), http::Input::syntax);
    }
    const std::int64_t id = call.path_integer(0);
    const auto found = service.operation.record(reviewer_of(principal), id, *from, characters_max);
    if (!found) {
        return http::problem(404, "there is nothing kept aside as " + std::to_string(id));
    }
    return answer_json(200, wire::kept_record_json(*found, *from, characters_max));
}

}  // namespace api
