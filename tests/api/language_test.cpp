// In which language answers come.

#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::header;
using api_test::json_of;
using api_test::stand;
using testing::Contains;
using testing::Pair;

TEST(Language, is_the_one_asked_for_or_else_the_one_that_is_accepted) {
    const auto ask = [](const std::string& query, const std::string& accepted) {
        return stand().ask("GET", "/v1/rules" + query, "", {{"Accept-Language", accepted}});
    };
    const auto english = ask("?lang=en", "");
    const auto french = ask("?lang=fr", "");
    EXPECT_NE(english.body, french.body);
    EXPECT_EQ(ask("", "fr-CA, en;q=0.5").body, french.body);
    EXPECT_EQ(ask("", "en-CA, fr;q=0.5").body, english.body);
    EXPECT_EQ(ask("", "de").body, english.body);
    EXPECT_EQ(ask("", ";;;q=").body, english.body);
    EXPECT_EQ(ask("?lang=en", "fr").body, english.body);
    EXPECT_EQ(header(english, "Content-Language"), "en");
    EXPECT_EQ(header(french, "Content-Language"), "fr");
    EXPECT_THAT(french.headers, Contains(Pair("Vary", "Accept-Language")));
    EXPECT_EQ(ask("?lang=de", "fr").status, 400U);
}

TEST(Language, of_refusals_is_the_same) {
    const auto refused = stand().ask(
        "POST",
        "/v1/accounts",
        R"({"email": "nobody", "password": "seven stones lie in the cove"})",
        {{"Accept-Language", "fr"}}
    );
    EXPECT_EQ(refused.status, 422U);
    EXPECT_THAT(
        std::string{json_of(refused).at("detail").as_string()},
        testing::HasSubstr("adresse électronique")
    );
    EXPECT_EQ(header(refused, "Content-Language"), "fr");
}

}  // namespace
