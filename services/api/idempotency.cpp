#include "services/api/idempotency.hpp"

#include "services/api/parameters.hpp"
#include "services/api/refusals.hpp"
#include "services/auth/secret_key.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace api {
namespace {

namespace json = boost::json;

constexpr std::string_view header_name = "Idempotency-Key";
constexpr std::size_t shortest_key = 16;
constexpr std::size_t longest_key = 255;
constexpr std::chrono::hours kept{24};
/// Much longer than a handler takes; one that is still at work then is in doubt as well.
constexpr std::chrono::minutes in_flight_at_most{1};

std::string_view without_quotes(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text.remove_prefix(1);
        text.remove_suffix(1);
    }
    return text;
}

bool is_key(const std::string_view text) {
    return text.size() >= shortest_key && text.size() <= longest_key &&
           std::ranges::all_of(text, [](const char character) {
               return character > ' ' && character <= '~' && character != '"' && character != '\\';
           });
}

std::string written(const http::Response& response) {
    json::array headers;
    for (const auto& [name, value] : response.headers) {
        headers.push_back(json::array{json::string{name}, json::string{value}});
    }
    return std::string{json::serialize(json::object{
        {"status", response.status},
        {"content_type", response.content_type},
        {"headers", std::move(headers)},
        {"body", response.body}})};
}

http::Response read(const std::string& text) {
    const json::value value = json::parse(text);
    http::Response response{
        .status = value.at("status").to_number<unsigned>(),
        .content_type = json::value_to<std::string>(value.at("content_type")),
        .headers = {},
        .body = json::value_to<std::string>(value.at("body"))};
    for (const json::value& header : value.at("headers").as_array()) {
        response.headers.emplace_back(
            json::value_to<std::string>(header.at(0)), json::value_to<std::string>(header.at(1))
        );
    }
    return response;
}

/// Whether the same request is to be answered the same from now on.
bool is_final(const http::Response& response) {
    return response.status < 500 && response.status != 429;
}

/// What threw was not done, and can be asked again; but not where that is unknown.
http::Response or_forget(
    store::AnsweredRequestStore& requests,
    const store::AnsweredRequestStore::Request& asked,
    const std::function<http::Response()>& handle
) {
    try {
        return handle();
    } catch (const store::InDoubt&) {
        throw;
    } catch (...) {
        requests.forget(asked);
        throw;
    }
}

}  // namespace

http::Response answer_once(
    const Service& service,
    const auth::Principal& principal,
    const http::Call& call,
    const std::function<http::Response()>& handle
) {
    const http::Request& request = call.request;
    if (request.header(header_name).empty() || principal.role == auth::Role::anonymous) {
        return handle();
    }
    const auto asked_language = language(call.query);
    const auto spoken = asked_language ? *asked_language : domain::OfficialLanguage::english;
    const auto refused = [&](const unsigned status, const std::string_view name) {
        return refuse(status, name, spoken, {}, http::in_header(header_name));
    };
    const std::string_view key = without_quotes(request.header(header_name));
    if (!is_key(key)) {
        return refused(400, "idempotency_key_malformed");
    }

    const auth::SecretKey secret = auth::SecretKey::of(principal.id + '\n' + std::string{key});
    const store::AnsweredRequestStore::Request asked{
        .owner_id = principal.id,
        .key_digest = secret.digest("idempotency key", ""),
        .request_digest =
            secret.digest("request", request.method + ' ' + request.target + '\n' + request.body)};
    const store::Instant now = service.people.now();
    if (const auto before = service.answered_requests.begin(asked, now, now - kept)) {
        if (before->request_digest != asked.request_digest) {
            return refused(422, "idempotency_key_reused");
        }
        if (!before->sealed) {
            return refused(
                409,
                now - before->began_at < in_flight_at_most ? "request_in_flight"
                                                           : "request_in_doubt"
            );
        }
        return read(secret.open(*before->sealed).value());
    }
    http::Response response = or_forget(service.answered_requests, asked, handle);
    if (is_final(response)) {
        service.answered_requests.keep(asked, secret.seal(written(response)));
    } else {
        service.answered_requests.forget(asked);
    }
    return response;
}

}  // namespace api
