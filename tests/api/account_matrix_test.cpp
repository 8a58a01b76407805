// Every route about accounts, asked by everybody: what comes back is what the table of accesses
// says.

#include "services/api/account_routes.hpp"
#include "tests/api/browser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <regex>

namespace {

using api_test::Browser;
using api_test::good_password;
using api_test::json_of;
using api_test::Stand;
using auth::Role;
using auth::Stage;
using auth::Standing;

struct AccountAsker {
    std::string who;
    Standing standing;
    std::function<http::Response(const std::string& method, const std::string& target)> ask;
};

std::string target_of(const api::AccountPermission& route) {
    const std::string uuid = "00000000-0000-4000-8000-000000000000";
    std::string target =
        std::regex_replace(std::string{route.pattern}, std::regex{R"(\{id:uuid\})"}, uuid);
    return std::regex_replace(target, std::regex{R"(\{token:token\})"}, std::string(64, '0'));
}

std::string body_of(const std::string& method) {
    return method == "POST" || method == "PUT" ? "{}" : "";
}

/// Refused by the table, and not for what was asked.
bool is_denied(const http::Response& response) {
    const bool refused = response.status == 401 || response.status == 403;
    return refused && api_test::code_of(response) != "second_factor_stays";
}

class AccountMatrix : public testing::Test {
protected:
    AccountMatrix() {
        api_test::register_candidate(room, "anna@mail.example", good_password);
        api_test::add_account(room, "op@mail.example", "operator", good_password);
        api_test::add_account(room, "bare@mail.example", "operator", good_password);
        anna.sign_in("anna@mail.example", good_password);
        token = std::string{json_of(anna.ask(
                                        "POST",
                                        "/v1/api-tokens",
                                        R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
                                    ))
                                .at("token")
                                .as_string()};
        op.sign_in("op@mail.example", good_password);
        op.set_up_second_factor();
        half.sign_in("op@mail.example", good_password);
        bare.sign_in("bare@mail.example", good_password);
    }

    AccountAsker by(Browser& browser, const std::string& who, const Role role, const Stage stage) {
        return {
            .who = who,
            .standing = {.role = role, .session = stage},
            .ask = [&browser](const std::string& method, const std::string& target) {
                return browser.ask(method, target, body_of(method));
            }};
    }

    std::vector<AccountAsker> askers() {
        std::vector<AccountAsker> all{
            {.who = "nobody",
             .standing = {},
             .ask = [this](
                        const std::string& method, const std::string& target
                    ) { return room.ask(method, target, body_of(method)); }},
            {.who = "an API token",
             .standing = {.role = Role::candidate, .by_api_token = true},
             .ask =
                 [this](const std::string& method, const std::string& target) {
                     return room.ask(
                         method, target, body_of(method), {{"Authorization", "Bearer " + token}}
                     );
                 }},
            by(anna, "a candidate", Role::candidate, Stage::whole),
            by(op, "an operator", Role::op, Stage::whole),
            by(half, "an operator without the code", Role::op, Stage::second_factor_required),
            by(bare, "an operator without a second factor", Role::op, Stage::second_factor_to_set_up
            ),
        };
        for (const auto& [role, id] : api_test::known) {
            all.push_back(
                {.who = std::string{id},
                 .standing = {.role = role == "operator" ? Role::op : Role::candidate},
                 .ask = [this, id = id](
                            const std::string& method, const std::string& target
                        ) { return room.ask_as(id, method, target, body_of(method)); }}
            );
        }
        return all;
    }

    Stand room;
    Browser anna{room};
    Browser op{room, "192.0.2.2"};
    Browser half{room, "192.0.2.3"};
    Browser bare{room, "192.0.2.4"};
    std::string token;
};

/// The one route that ends the session asked with comes last.
TEST_F(AccountMatrix, is_that_of_the_table) {
    std::vector<api::AccountPermission> routes = api::account_permissions();
    std::ranges::stable_partition(routes, [](const auto& route) {
        return route.pattern != "/v1/sessions/current";
    });
    std::size_t refused = 0;
    for (const AccountAsker& asker : askers()) {
        for (const api::AccountPermission& route : routes) {
            SCOPED_TRACE(
                testing::Message() << route.method << " " << route.pattern << " as " << asker.who
            );
            const auto response = asker.ask(std::string{route.method}, target_of(route));
            const auto denial = auth::denial(route.access, asker.standing);
            if (denial) {
                ++refused;
                const bool nobody = *denial == auth::Denial::session_needed;
                EXPECT_EQ(response.status, nobody ? 401U : 403U);
            } else {
                EXPECT_FALSE(is_denied(response)) << response.body;
            }
        }
    }
    EXPECT_GT(refused, 200U);
}

}  // namespace
