#include "services/auth/password.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using auth::PasswordFault;

constexpr std::string_view email = "aline.tremblay@mail.example";

std::optional<PasswordFault> fault(const std::string_view password) {
    return auth::password_fault(password, email);
}

TEST(Password, is_refused_only_for_its_length_or_for_being_guessed_first) {
    struct Case {
        std::string password;
        std::optional<PasswordFault> expected;
    };
    using enum PasswordFault;
    const std::vector<Case> cases{
        {"", too_short},
        {"kX9#fQ2", too_short},
        {"kX9#fQ2w", std::nullopt},
        {"seven stones lie in the cove", std::nullopt},
        {"alllowercaseletters without figures", std::nullopt},
        {std::string(63, 'v') + "w", std::nullopt},
        {std::string(200, 'v') + std::string(56, 'w'), std::nullopt},
        {std::string(200, 'v') + std::string(57, 'w'), too_long},
        {"password", common},
        {"PASSWORD", common},
        {"Password2024!", common},
        {"motdepasse123", common},
        {"azertyuiop", common},
        {"toronto2026", common},
        {"aaaaaaaaaaaa", common},
        {"abcdefghijkl", common},
        {"987654321", common},
        {"19840612", common},
        {"JobScout2026", of_account},
        {"job scout!", of_account},
        {"aline.tremblay", of_account},
        {"aline.tremblay@mail.example", of_account},
        {"aline.tremblay-1996", of_account},
        {"Tremblay1996", common},
        {"tremblay.aline", of_account},
        {"mail.example", of_account},
        {"1qaz2wsx3edc", common},
        {"Liverpool1", common},
        {"!QAZ2wsx", common},
        {"aline.tremblay rows to the island", std::nullopt},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(fault(one.password), one.expected) << one.password;
    }
}

/// ASVS 5.0, 6.2.4, asks for the 3,000 most used that the rule of length lets through.
TEST(Password, is_refused_where_it_is_known_from_a_breach_however_it_is_written) {
    const auth::IsBreached is_breached = [](const std::string_view password) {
        return password == "caf\u00E9 au lait noir";
    };
    for (const char* const written : {"caf\u00E9 au lait noir", "cafe\u0301 au lait noir"}) {
        EXPECT_EQ(auth::password_fault(written, email, is_breached), PasswordFault::breached);
        EXPECT_EQ(auth::password_fault(written, email), std::nullopt);
    }
    EXPECT_EQ(auth::password_fault("cafe au lait noir", email, is_breached), std::nullopt);
}

TEST(Password, is_held_against_six_times_as_many_as_have_to_be) {
    EXPECT_GE(auth::listed_passwords(), 18'000U);
}

TEST(Password, is_counted_in_characters_and_not_in_bytes) {
    EXPECT_EQ(fault("éàüéàüé"), PasswordFault::too_short) << "seven letters of two bytes each";
    EXPECT_EQ(fault("éàüéàüéô"), std::nullopt);
}

TEST(Password, is_kept_by_argon2id_with_a_salt_of_its_own) {
    const std::string password = "seven stones lie in the cove";
    const std::string hash = auth::hash_password(password);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
    EXPECT_NE(auth::hash_password(password), hash);
    EXPECT_TRUE(auth::password_matches(hash, password));
    EXPECT_FALSE(auth::password_matches(hash, "Seven stones lie in the cove"));
    EXPECT_FALSE(auth::password_matches(hash, ""));
    EXPECT_FALSE(auth::password_matches("", password));
}

TEST(Password, is_the_same_however_its_accents_are_written) {
    const std::string hash = auth::hash_password("caf\u00e9 au lait tous les matins");
    EXPECT_TRUE(auth::password_matches(hash, "cafe\u0301 au lait tous les matins"));
}

TEST(Password, is_never_cut_off) {
    const std::string start(200, 'x');
    const std::string hash = auth::hash_password(start + "1");
    EXPECT_TRUE(auth::password_matches(hash, start + "1"));
    EXPECT_FALSE(auth::password_matches(hash, start + "2"));
    EXPECT_FALSE(auth::password_matches(hash, start));
}

TEST(Password, is_hashed_anew_where_the_limits_were_others) {
    EXPECT_FALSE(auth::is_outdated(auth::hash_password("seven stones lie in the cove")));
    EXPECT_TRUE(
        auth::is_outdated("$argon2id$v=19$m=19456,t=2,p=1$3yVvCDeWp1JgVcHBYVpaPw$"
                          "eQW3mkzL6Mt9mFmSMOeUhCe6r9BiTtRJ6iXZ0nu4MsY")
    );
}

TEST(Password, of_nobody_matches_nothing_that_somebody_types) {
    EXPECT_FALSE(auth::password_matches(auth::decoy_hash(), ""));
    EXPECT_FALSE(auth::password_matches(auth::decoy_hash(), "password"));
    EXPECT_FALSE(auth::is_outdated(auth::decoy_hash())) << "it takes as long as a real one";
}

}  // namespace
