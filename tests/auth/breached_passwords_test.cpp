#include "services/breaches/breached_passwords.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using BreachedPasswords = breaches::Passwords;
using testing::HasSubstr;

std::string line_of(const std::string& password) {
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(password.data()), password.size(), digest.data());
    std::string result;
    for (const unsigned char byte : digest) {
        std::array<char, 3> hex{};
        std::snprintf(hex.data(), hex.size(), "%02X", byte);
        result += hex.data();
    }
    // Counts of any length, as in the real file.
    return result + ":" + std::to_string(1U << (digest[0] % 20U));
}

std::string file_of(const std::vector<std::string>& passwords, const std::string& newline) {
    std::vector<std::string> lines;
    lines.reserve(passwords.size());
    for (const std::string& password : passwords) {
        lines.push_back(line_of(password));
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += line + newline;
    }
    return text;
}

TEST(BreachedPasswords, are_found_in_a_file_of_any_size_and_no_others) {
    const support::TemporaryFolder folder;
    std::mt19937 random{20261130};
    for (const std::size_t count : {1U, 2U, 3U, 10U, 1000U}) {
        for (const std::string newline : {"\r\n", "\n"}) {
            std::vector<std::string> known;
            for (std::size_t index = 0; index < count; ++index) {
                known.push_back("known " + std::to_string(random()));
            }
            std::string text = file_of(known, newline);
            for (const bool ends : {true, false}) {
                const auto path = folder.write("breached.txt", text);
                const auto breached = BreachedPasswords::open(path);
                ASSERT_TRUE(breached) << breached.error().message;
                for (const std::string& password : known) {
                    EXPECT_TRUE(breached->contains(password)) << password;
                    EXPECT_FALSE(breached->contains(password + " ")) << password;
                }
                ASSERT_TRUE(ends || !text.ends_with("\n"));
                text.erase(text.size() - newline.size());
            }
        }
    }
}

TEST(BreachedPasswords, are_refused_where_the_file_is_none_of_theirs) {
    const support::TemporaryFolder folder;
    const std::string good = file_of({"a", "b", "c", "d", "e"}, "\n");
    const std::string first = good.substr(0, good.find('\n') + 1);
    struct Case {
        std::string text;
        const char* why;
    };
    const std::vector<Case> cases{
        {"", "cannot be read"},
        {"password\n", "byte 0: a line has 40 hexadecimal capitals"},
        {good + "qwerty\n", "a line has 40 hexadecimal capitals"},
        {good + first, "not sorted"},
    };
    for (const Case& one : cases) {
        const auto breached = BreachedPasswords::open(folder.write("breached.txt", one.text));
        ASSERT_FALSE(breached) << one.text;
        EXPECT_THAT(breached.error().message, HasSubstr(one.why));
        EXPECT_THAT(breached.error().message, HasSubstr("breached.txt"));
    }
    EXPECT_FALSE(BreachedPasswords::open(folder.path() / "none.txt"));
    EXPECT_FALSE(BreachedPasswords::open(folder.path()));
}

}  // namespace
