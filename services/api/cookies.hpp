#pragma once

#include "services/api/people.hpp"
#include "services/http/message.hpp"

#include <chrono>
#include <string>

/// The two cookies. Scripts cannot read them, and other sites' requests do not carry them, but for
/// following a link.
namespace api {

/// 64 lower-case hexadecimal digits; empty where there is none such.
std::string session_token(const http::Request& request, Cookies cookies);
std::string device_token(const http::Request& request, Cookies cookies);

void set_session(
    http::Response& response, Cookies cookies, const std::string& token, std::chrono::seconds lasts
);
void clear_session(http::Response& response, Cookies cookies);
void set_device(
    http::Response& response, Cookies cookies, const std::string& token, std::chrono::seconds lasts
);

}  // namespace api
