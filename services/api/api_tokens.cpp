#include "services/api/api_tokens.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/account_parts.hpp"
#include "services/auth/scope.hpp"
#include "services/wire/account_json.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace api {
namespace {

using document::FieldReader;
using document::ValueReader;

/// What looks for secrets that were published by mistake knows ours by it.
constexpr std::string_view prefix = "jobscout_";
constexpr int days_max = 365;

struct Wanted {
    std::string name;
    std::vector<std::string> scopes;
    int days = 0;
};

std::string scope(const ValueReader& value) {
    std::string name = value.text({.max = 100});
    const auto known = auth::scope_names();
    if (std::ranges::find(known, name) == known.end()) {
        value.refuse("there is no such scope");
    }
    return name;
}

Wanted wanted(FieldReader& in) {
    Wanted result{
        .name = in.required("name").text({.min = 1, .max = 100}),
        .scopes = in.required("scopes").array(auth::scope_names().size(), scope),
        .days = in.required("days").integer<int>({.min = 1, .max = days_max})};
    if (result.scopes.empty()) {
        in.refuse("scopes", "there is no scope");
    }
    return result;
}

}  // namespace

http::Response list_api_tokens(const Service& service, const Caller& caller, const http::Call&) {
    boost::json::array items;
    for (const store::ApiToken& token : service.people.api_tokens.list(caller.principal.id)) {
        items.emplace_back(wire::api_token_json(token));
    }
    return answer_json(200, {{"items", std::move(items)}});
}

http::Response create_api_token(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const auto body = read_body(call.request, wanted);
    if (!body) {
        return body.error();
    }
    const std::string secret = std::string{prefix} + store::random_token();
    const store::Instant now = service.people.now();
    store::ApiToken token{
        .id = "",
        .account_id = caller.principal.id,
        .name = body->name,
        .scopes = body->scopes,
        .created_at = now,
        .expires_at = now + std::chrono::hours{24 * body->days}};
    token.id = service.people.api_tokens.add(token, store::sha256(secret));
    boost::json::object answer = wire::api_token_json(token);
    answer["token"] = secret;
    return answer_json(201, answer);
}

http::Response remove_api_token(
    const Service& service, const Caller& caller, const http::Call& call
) {
    return service.people.api_tokens.remove(caller.principal.id, call.path_uuid(0))
               ? no_content()
               : http::problem(404, "there is no API token " + call.path_uuid(0));
}

}  // namespace api
