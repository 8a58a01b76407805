#pragma once

#include "tests/api/stand.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace api_test {

inline constexpr const char* annas_email = "anna@mail.example";

/// A password that nobody refuses.
inline constexpr const char* good_password = "seven stones lie in the cove";

/// Somebody with a browser: it keeps cookies, and its page sends the token against requests of
/// other sites.
class Browser {
public:
    explicit Browser(const Stand& stand, std::string address = "192.0.2.1")
        : stand_{stand}, address_{std::move(address)} {}

    http::Response ask(
        std::string method, std::string target, std::string body = {}, http::Headers headers = {}
    );

    /// As a page of another site would: with the cookies, without the token.
    http::Response ask_without_token(
        std::string method, std::string target, std::string body = {}, http::Headers headers = {}
    );

    http::Response sign_in(std::string_view email, std::string_view password);

    /// The code of the authenticator application now, or so many steps later.
    std::string code(int steps_later = 0) const;

    /// Sets up the second factor of whoever is signed in; the recovery codes.
    std::vector<std::string> set_up_second_factor();

    std::map<std::string, std::string> cookies;
    std::string csrf_token;
    std::string totp_secret;  ///< Raw bytes.

private:
    void keep(const http::Response& response);

    const Stand& stand_;
    std::string address_;
};

/// The mails on their way to an address, oldest first, `subject\n\nbody`.
std::vector<std::string> mails_to(const Stand& stand, const std::string& email);

/// The secret in the link of the last mail to the address.
std::string mailed_token(const Stand& stand, const std::string& email);

/// Registers and confirms a candidate.
void register_candidate(const Stand& stand, const std::string& email, const std::string& password);

/// An account that an operator makes on the machine itself; its id.
std::string add_account(
    const Stand& stand,
    const std::string& email,
    const std::string& role,
    const std::string& password
);

std::string credentials(std::string_view email, std::string_view password);

/// What PostgreSQL says, as its superuser.
std::string ask_database(const Stand& stand, const std::string& query);

/// The `code` of a refusal.
std::string code_of(const http::Response& response);

}  // namespace api_test
