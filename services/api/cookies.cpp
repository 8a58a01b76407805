#include "services/api/cookies.hpp"

#include <algorithm>
#include <string_view>

namespace api {
namespace {

// With this prefix a browser takes the cookie only with Secure, for `/`, and for this host alone.
constexpr std::string_view secure_prefix = "__Host-";
constexpr std::string_view session_name = "jobscout";
constexpr std::string_view device_name = "jobscout-device";
constexpr std::size_t token_length = 64;

std::string full_name(const std::string_view name, const Cookies cookies) {
    return std::string{cookies == Cookies::secure ? secure_prefix : ""}.append(name);
}

bool is_token(const std::string_view text) {
    return text.size() == token_length &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string token_in_cookie(const http::Request& request, const std::string& name) {
    std::string_view rest = request.header("Cookie");
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const std::size_t start = std::min(pair.find_first_not_of(' '), pair.size());
        const std::string_view text = pair.substr(start);
        const std::size_t equals = text.find('=');
        if (equals != std::string_view::npos && text.substr(0, equals) == name) {
            const std::string_view value = text.substr(equals + 1);
            return is_token(value) ? std::string{value} : std::string{};
        }
    }
    return {};
}

void set(
    http::Response& response,
    const Cookies cookies,
    const std::string_view name,
    const std::string& value,
    const std::chrono::seconds lasts
) {
    std::string text = full_name(name, cookies) + "=" + value +
                       "; Path=/; Max-Age=" + std::to_string(lasts.count()) +
                       "; HttpOnly; SameSite=Lax";
    if (cookies == Cookies::secure) {
        text += "; Secure";
    }
    response.headers.emplace_back("Set-Cookie", std::move(text));
}

}  // namespace

std::string session_token(const http::Request& request, const Cookies cookies) {
    return token_in_cookie(request, full_name(session_name, cookies));
}

std::string device_token(const http::Request& request, const Cookies cookies) {
    return token_in_cookie(request, full_name(device_name, cookies));
}

void set_session(
    http::Response& response,
    const Cookies cookies,
    const std::string& token,
    const std::chrono::seconds lasts
) {
    set(response, cookies, session_name, token, lasts);
}

void clear_session(http::Response& response, const Cookies cookies) {
    set(response, cookies, session_name, "", std::chrono::seconds{0});
}

void set_device(
    http::Response& response,
    const Cookies cookies,
    const std::string& token,
    const std::chrono::seconds lasts
) {
    set(response, cookies, device_name, token, lasts);
}

}  // namespace api
