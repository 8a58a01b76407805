#pragma once

#include <string>
#include <string_view>

/// Requests that another site makes a browser send with our cookie. Two defences beside the
/// cookie's SameSite: what the browser says of where the request comes from, and a token that only
/// pages of our own can know.
namespace auth {

/// Tied to the session, which cannot be told from it; 64 hexadecimal digits.
std::string csrf_token(std::string_view session_token);

/// What a request says of where it comes from: values of headers, empty where absent.
struct Provenance {
    std::string_view sec_fetch_site;
    std::string_view origin;
    std::string_view host;
};

/// Whether a browser says that another site made the request. Programs say nothing.
bool is_cross_site(const Provenance& provenance);

/// Takes as long for a wrong token as for a right one.
bool is_csrf_token(std::string_view shown, std::string_view session_token);

}  // namespace auth
