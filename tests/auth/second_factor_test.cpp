#include "services/auth/recovery_code.hpp"
#include "services/auth/totp.hpp"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <array>
#include <regex>
#include <set>
#include <string>

namespace {

/// The secret of RFC 6238, appendix B, for HMAC-SHA-1.
constexpr std::string_view rfc_secret = "12345678901234567890";

/// RFC 6238 has eight digits; six are the last of them, since a code is a remainder.
TEST(Totp, takes_the_codes_of_rfc_6238) {
    struct Vector {
        std::int64_t now;
        std::string code;
    };
    const std::array vectors{
        Vector{59, "94287082"},
        Vector{1111111109, "07081804"},
        Vector{1111111111, "14050471"},
        Vector{1234567890, "89005924"},
        Vector{2000000000, "69279037"},
        Vector{20000000000, "65353130"},
    };
    for (const auto& [now, code] : vectors) {
        EXPECT_EQ(auth::totp_step(rfc_secret, code.substr(2), now), now / 30) << now;
    }
}

std::string code_at(const std::string& secret, const std::int64_t now) {
    std::array<char, 7> code{};
    oath_totp_generate(secret.data(), secret.size(), now, 30, 0, 6, code.data());
    return code.data();
}

TEST(Totp, takes_the_code_of_one_step_before_or_after_and_names_that_step) {
    const std::string secret{rfc_secret};
    constexpr std::int64_t now = 1'795'000'015;
    for (int offset = -3; offset <= 3; ++offset) {
        const auto step = auth::totp_step(secret, code_at(secret, now + 30 * offset), now);
        if (offset < -1 || offset > 1) {
            EXPECT_FALSE(step) << offset;
        } else {
            EXPECT_EQ(step, now / 30 + offset) << offset;
        }
    }
}

TEST(Totp, takes_nothing_that_is_not_six_digits) {
    for (const std::string code :
         {"", "28708", "2870820", "94287082", "28708a", " 287082", "287082 ", "-87082", "２８７"}) {
        EXPECT_FALSE(auth::totp_step(rfc_secret, code, 59)) << code;
    }
}

TEST(Totp, is_set_up_by_what_authenticators_read) {
    EXPECT_EQ(auth::base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    // RFC 4648, section 10, without padding.
    EXPECT_EQ(auth::base32("f"), "MY");
    EXPECT_EQ(auth::base32("fo"), "MZXQ");
    EXPECT_EQ(auth::base32("foo"), "MZXW6");
    EXPECT_EQ(auth::base32("foob"), "MZXW6YQ");
    EXPECT_EQ(auth::base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(
        auth::totp_uri("foobar", "a+b&c@mail.example"),
        "otpauth://totp/Job%20Scout:a%2Bb%26c%40mail.example?secret=MZXW6YTBOI&issuer=Job%20Scout"
        "&algorithm=SHA1&digits=6&period=30"
    );
}

TEST(Totp, has_another_secret_of_160_bits_each_time) {
    std::set<std::string> seen;
    for (int turn = 0; turn < 50; ++turn) {
        const std::string secret = auth::new_totp_secret();
        EXPECT_EQ(secret.size(), 20U);
        EXPECT_TRUE(seen.insert(secret).second);
    }
}

TEST(RecoveryCode, has_128_bits_and_is_read_however_it_is_typed) {
    const std::regex form{"([0-9a-f]{4}-){7}[0-9a-f]{4}"};
    std::set<std::string> seen;
    for (int turn = 0; turn < 50; ++turn) {
        const std::string code = auth::new_recovery_code();
        EXPECT_TRUE(std::regex_match(code, form)) << code;
        EXPECT_EQ(auth::recovery_code_from(code).size(), 32U);
        EXPECT_TRUE(seen.insert(code).second);
    }
    EXPECT_EQ(auth::recovery_code_from(" AB12-cd34 ef56"), "ab12cd34ef56");
}

}  // namespace
