#include "services/api/noc.hpp"

#include "matcher/document/json.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"

#include <boost/json/array.hpp>

namespace api {
namespace {

constexpr std::size_t suggestions_by_default = 10;
constexpr std::size_t query_bytes_max = 200;

}  // namespace

http::Response suggest_noc(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto query = call.query.find("q");
    if (!query || query->empty() || query->size() > query_bytes_max) {
        return http::problem(
            domain::invalid("q", query && !query->empty() ? "longer than 200 bytes" : "missing"),
            http::Input::syntax
        );
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto count = limit(call.query, suggestions_by_default);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto nocs = service.nocs.current();
    http::Response response;
    response.body = document::serialize(boost::json::object{
        {"suggestions", wire::noc_suggestions_json(*nocs, *query, *spoken, *count)}});
    return response;
}

}  // namespace api
