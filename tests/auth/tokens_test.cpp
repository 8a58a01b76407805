#include "services/auth/tokens.hpp"

#include <gtest/gtest.h>

namespace {

const std::string digest_a(64, 'a');
const std::string digest_b(64, 'b');

std::string entry(const std::string& digest, const std::string& role, const std::string& id) {
    return R"({"token_sha256":")" + digest + R"(","role":")" + role + R"(","id":")" + id + R"("})";
}

TEST(Tokens, know_whose_they_are) {
    const auto tokens = auth::Tokens::parse(
        "[" + entry(digest_a, "operator", "op-1") + "," + entry(digest_b, "advisor", "adv-1") + "]"
    );
    ASSERT_TRUE(tokens);
    EXPECT_EQ(tokens->find(digest_a).role, auth::Role::op);
    EXPECT_EQ(tokens->find(digest_a).id, "op-1");
    EXPECT_EQ(tokens->find(digest_b).role, auth::Role::advisor);
    for (const std::string& unknown :
         {std::string{}, std::string(64, 'c'), digest_a.substr(1), digest_a + "a"}) {
        EXPECT_EQ(tokens->find(unknown).role, auth::Role::anonymous);
        EXPECT_EQ(tokens->find(unknown).id, "");
    }
}

TEST(Tokens, are_of_no_employer) {
    const auto tokens = auth::Tokens::parse("[" + entry(digest_a, "employer", "e") + "]");
    ASSERT_FALSE(tokens);
    EXPECT_EQ(tokens.error().field, "[0].role");
}

TEST(Tokens, say_of_which_firm_an_advisor_is) {
    const auto with = [&](const std::string& role) {
        const std::string one = entry(digest_a, role, "a");
        return auth::Tokens::parse("[" + one.substr(0, one.size() - 1) + R"(,"firm":"f-1"}])");
    };
    ASSERT_TRUE(with("advisor"));
    EXPECT_EQ(with("advisor")->find(digest_a).firm, "f-1");
    for (const std::string role : {"candidate", "reviewer", "operator"}) {
        ASSERT_FALSE(with(role));
        EXPECT_EQ(with(role).error().field, "[0].firm");
    }
}

TEST(Tokens, may_be_none) {
    EXPECT_TRUE(auth::Tokens::parse("[]"));
    EXPECT_EQ(auth::Tokens{}.find(digest_a).role, auth::Role::anonymous);
}

struct Malformed {
    std::string json;
    std::string field;
};

TEST(Tokens, are_refused_where_the_file_is_malformed) {
    const std::string good = entry(digest_a, "advisor", "a");
    const std::vector<Malformed> all{
        {"", ""},
        {"{}", ""},
        {"[", ""},
        {"[1]", "[0]"},
        {"[{}]", "[0].token_sha256"},
        {"[" + good.substr(0, good.size() - 1) + R"(,"more":1}])", "[0].more"},
        {"[" + entry(digest_a.substr(1), "advisor", "a") + "]", "[0].token_sha256"},
        {"[" + entry(std::string(64, 'A'), "advisor", "a") + "]", "[0].token_sha256"},
        {"[" + good + "," + good + "]", "[1].token_sha256"},
        {"[" + entry(digest_a, "anonymous", "a") + "]", "[0].role"},
        {"[" + entry(digest_a, "op", "a") + "]", "[0].role"},
        {"[" + entry(digest_a, "advisor", "") + "]", "[0].id"},
        {R"([{"token_sha256":")" + digest_a + R"(","role":"advisor","id":7}])", "[0].id"},
    };
    for (const Malformed& malformed : all) {
        SCOPED_TRACE(malformed.json);
        const auto tokens = auth::Tokens::parse(malformed.json);
        ASSERT_FALSE(tokens);
        EXPECT_EQ(tokens.error().field, malformed.field);
    }
}

TEST(BearerToken, is_what_follows_the_scheme) {
    EXPECT_EQ(auth::bearer_token("Bearer abc"), "abc");
    EXPECT_EQ(auth::bearer_token("bearer abc"), "abc");
    for (const std::string_view none : {"", "Bearer", "Bearer ", "Basic abc", "Bearerabc"}) {
        EXPECT_EQ(auth::bearer_token(none), "") << none;
    }
}

}  // namespace
