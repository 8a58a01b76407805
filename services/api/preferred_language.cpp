#include "services/api/preferred_language.hpp"

#include "services/api/parameters.hpp"
#include "services/http/accept.hpp"

#include <array>

namespace api {
namespace {

constexpr std::array<std::string_view, 2> languages{"en", "fr"};

http::Call with_language(const http::Call& call) {
    http::Call result = call;
    if (!call.query.find("lang")) {
        const auto preferred =
            http::preferred_language(call.request.header("Accept-Language"), languages);
        auto parameters = call.query.all();
        parameters.emplace_back("lang", languages.at(preferred));
        result.query = http::Query{std::move(parameters)};
    }
    return result;
}

}  // namespace

http::Response in_preferred_language(
    const http::Call& call, const std::function<http::Response(const http::Call&)>& handle
) {
    const http::Call spoken = with_language(call);
    http::Response response = handle(spoken);
    response.headers.emplace_back("Vary", "Accept-Language");
    if (const auto language = api::language(spoken.query); language && !response.body.empty()) {
        const bool french = *language == domain::OfficialLanguage::french;
        response.headers.emplace_back("Content-Language", languages.at(french ? 1 : 0));
    }
    return response;
}

}  // namespace api
