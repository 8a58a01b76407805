#include "tests/api/browser.hpp"

#include "services/auth/password.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <liboath/oath.h>
#include <pqxx/pqxx>

#include <cstdlib>

namespace api_test {
namespace {

std::string from_base32(const std::string& text) {
    char* bytes = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(oath_base32_decode(text.data(), text.size(), &bytes, &length), OATH_OK);
    std::string result{bytes, length};
    std::free(bytes);
    return result;
}

}  // namespace

http::Response Browser::ask(
    std::string method, std::string target, std::string body, http::Headers headers
) {
    if (!csrf_token.empty()) {
        headers.emplace_back("X-CSRF-Token", csrf_token);
    }
    return ask_without_token(
        std::move(method), std::move(target), std::move(body), std::move(headers)
    );
}

http::Response Browser::ask_without_token(
    std::string method, std::string target, std::string body, http::Headers headers
) {
    std::string line;
    for (const auto& [name, value] : cookies) {
        line += (line.empty() ? "" : "; ") + name + "=" + value;
    }
    if (!line.empty()) {
        headers.emplace_back("Cookie", line);
    }
    headers.emplace_back("X-Client-Address", address_);
    headers.emplace_back("User-Agent", "Mozilla/5.0 (fictional)");
    const auto response =
        stand_.ask(std::move(method), std::move(target), std::move(body), std::move(headers));
    keep(response);
    return response;
}

void Browser::keep(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name != "Set-Cookie") {
            continue;
        }
        const std::string pair = value.substr(0, value.find(';'));
        const std::size_t equals = pair.find('=');
        if (equals + 1 == pair.size()) {
            cookies.erase(pair.substr(0, equals));
        } else {
            cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
        }
    }
    boost::json::error_code error;
    const boost::json::value body = boost::json::parse(response.body, error);
    if (const boost::json::object* members = body.if_object(); !error && members != nullptr) {
        const boost::json::value* session = members->if_contains("session");
        const boost::json::object& facts = session != nullptr ? session->as_object() : *members;
        if (const boost::json::value* token = facts.if_contains("csrf_token")) {
            csrf_token = token->as_string().c_str();
        }
    }
}

std::string credentials(const std::string_view email, const std::string_view password) {
    return boost::json::serialize(boost::json::object{{"email", email}, {"password", password}});
}

http::Response Browser::sign_in(const std::string_view email, const std::string_view password) {
    return ask("POST", "/v1/sessions", credentials(email, password));
}

std::string Browser::code(const int steps_later) const {
    std::array<char, 7> code{};
    oath_totp_generate(
        totp_secret.data(),
        totp_secret.size(),
        store::epoch(stand_.now()) + 30 * steps_later,
        30,
        0,
        6,
        code.data()
    );
    return code.data();
}

std::vector<std::string> Browser::set_up_second_factor() {
    const auto begun = ask("POST", "/v1/accounts/me/second-factor", "{}");
    EXPECT_EQ(begun.status, 201U) << begun.body;
    totp_secret = from_base32(json_of(begun).at("secret").as_string().c_str());
    const auto confirmed =
        ask("PUT", "/v1/accounts/me/second-factor", R"({"code": ")" + code() + R"("})");
    EXPECT_EQ(confirmed.status, 200U) << confirmed.body;
    return boost::json::value_to<std::vector<std::string>>(json_of(confirmed).at("recovery_codes"));
}

std::vector<std::string> mails_to(const Stand& stand, const std::string& email) {
    pqxx::connection connection{stand.database().conninfo()};
    pqxx::work transaction{connection};
    std::vector<std::string> mails;
    for (const auto& row : transaction.exec(
             "SELECT subject, body FROM mail_outbox WHERE recipient = " + transaction.quote(email) +
             " ORDER BY id"
         )) {
        mails.push_back(row[0].as<std::string>() + "\n\n" + row[1].as<std::string>());
    }
    return mails;
}

std::string mailed_token(const Stand& stand, const std::string& email) {
    const auto mails = mails_to(stand, email);
    EXPECT_FALSE(mails.empty()) << email;
    const std::size_t start = mails.empty() ? std::string::npos : mails.back().find('#');
    EXPECT_NE(start, std::string::npos);
    return start == std::string::npos ? "" : mails.back().substr(start + 1, 64);
}

void register_candidate(const Stand& stand, const std::string& email, const std::string& password) {
    Browser browser{stand, "192.0.2.99"};
    ASSERT_EQ(browser.ask("POST", "/v1/accounts", credentials(email, password)).status, 202U);
    const auto verified = browser.ask(
        "POST",
        "/v1/accounts/verification",
        boost::json::serialize(boost::json::object{
            {"token", mailed_token(stand, email)}, {"password", password}})
    );
    ASSERT_EQ(verified.status, 204U) << verified.body;
}

std::string add_account(
    const Stand& stand,
    const std::string& email,
    const std::string& role,
    const std::string& password
) {
    store::Database database{{.conninfo = stand.database().conninfo("jobscout_owner")}};
    return store::AccountStore{database}
        .add(
            {.email = email,
             .role = role,
             .password_hash = auth::hash_password(password),
             .language = "en",
             .verified = true},
            stand.now()
        )
        .value();
}

std::string ask_database(const Stand& stand, const std::string& query) {
    pqxx::connection connection{stand.database().conninfo()};
    pqxx::work transaction{connection};
    const auto result = transaction.exec(query);
    transaction.commit();
    return result.empty() || result.front()[0].is_null() ? "" : result.front()[0].c_str();
}

std::string code_of(const http::Response& response) {
    const boost::json::value body = json_of(response);
    const boost::json::value* type = body.as_object().if_contains("type");
    constexpr std::string_view prefix = "/docs#problem-";
    return type != nullptr ? std::string{type->as_string()}.substr(prefix.size()) : "";
}

}  // namespace api_test
