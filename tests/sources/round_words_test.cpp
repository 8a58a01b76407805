#include "indexer/sources/round_words.hpp"

#include "tests/support/values.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Program;
using domain::RoundKind;
using sources::understand_round_name;
using sources::understand_tie_break;
using sources::understand_whole_number;
using support::day;

TEST(RoundName, is_known_by_its_words_in_any_case_and_version) {
    struct Case {
        const char* name;
        RoundKind kind;
        std::optional<Program> program;
        const char* category;
    };
    for (const auto& [name, kind, program, category] : {
             Case{"General", RoundKind::general, {}, ""},
             Case{"No Program Specified", RoundKind::general, {}, ""},
             Case{"NO PROGRAM  SPECIFIED", RoundKind::general, {}, ""},
             Case{"Provincial Nominee Program", RoundKind::program, Program::pnp, ""},
             Case{"Canadian Experience Class", RoundKind::program, Program::cec, ""},
             Case{"Federal Skilled Worker", RoundKind::program, Program::fswp, ""},
             Case{"Federal Skilled Trades", RoundKind::program, Program::fstp, ""},
             Case{"Federal Skilled Trades Program", RoundKind::program, Program::fstp, ""},
             Case{"French language proficiency (Version 1)", RoundKind::category, {}, "french"},
             Case{"French-Language proficiency 2026-Version 2", RoundKind::category, {}, "french"},
             Case{"French-language proficiency", RoundKind::category, {}, "french"},
             Case{"Healthcare occupations (Version 1)", RoundKind::category, {}, "healthcare"},
             Case{
                 "Healthcare and Social Services Occupations, 2026-Version 3",
                 RoundKind::category,
                 {},
                 "healthcare"},
             Case{"STEM occupations (Version 1)", RoundKind::category, {}, "stem"},
             Case{"Trade occupations (Version 2)", RoundKind::category, {}, "trades"},
             Case{"trades occupations, 2031-version 17", RoundKind::category, {}, "trades"},
             Case{"Transport Occupations, 2026-Version 2", RoundKind::category, {}, "transport"},
             Case{
                 "Agriculture and agri-food occupations (Version 1)",
                 RoundKind::category,
                 {},
                 "agriculture"},
             Case{"Education occupations (Version 1)", RoundKind::category, {}, "education"},
             Case{
                 "Physicians with Canadian Work Experience, 2026-Version 1",
                 RoundKind::category,
                 {},
                 "physicians_canadian_work"},
             Case{
                 "Senior managers with Canadian Work Experience, 2026-Version 1",
                 RoundKind::category,
                 {},
                 "senior_managers_canadian_work"},
             Case{
                 "Researchers with Canadian Work Experience, 2026-Version 1",
                 RoundKind::category,
                 {},
                 "researchers_canadian_work"},
             Case{
                 "Skilled Military Recruits, 2026-Version 1",
                 RoundKind::category,
                 {},
                 "military_recruits"},
         }) {
        const auto understood = understand_round_name(name);
        ASSERT_TRUE(understood) << name;
        EXPECT_EQ(understood->kind, kind) << name;
        EXPECT_EQ(understood->program, program) << name;
        EXPECT_EQ(understood->category, category) << name;
    }
}

TEST(RoundName, is_not_guessed_from_some_of_its_words) {
    for (const std::string_view name :
         {std::string_view{""},
          std::string_view{"(Version 1)"},
          std::string_view{"2026-Version 1"},
          std::string_view{"General practitioners"},
          std::string_view{"General 5"},
          std::string_view{"Generally"},
          std::string_view{"Trade"},
          std::string_view{"Trade negotiators (Version 1)"},
          std::string_view{"Education"},
          std::string_view{"French immersion teachers"},
          std::string_view{"Provincial Nominee Program and Canadian Experience Class"},
          std::string_view{"Healthcare occupations (Version A)"},
          std::string_view{"Healthcare occupations outside Canada (Version 1)"},
          std::string_view{"Fishery occupations (Version 1)"},
          std::string_view{"Général"},
          std::string_view{"General été"},
          std::string_view{"General\0", 8},
          std::string_view{"General\n"}}) {
        EXPECT_FALSE(understand_round_name(name)) << name;
    }
}

TEST(TieBreak, is_understood_in_every_spelling_of_the_feed) {
    struct Case {
        const char* text;
        const char* instant;
    };
    for (const auto& [text, instant] : {
             Case{"October 11, 2025 at 14:55:49 UTC", "2025-10-11T14:55:49Z"},
             Case{"October 1, 2025 at 4:55:49 UTC", "2025-10-01T04:55:49Z"},
             Case{"july 3rd 2025 AT 21:35:13 utc", "2025-07-03T21:35:13Z"},
             Case{" May 21, 2025  at  12:14:09 UTC ", "2025-05-21T12:14:09Z"},
             Case{"March 05, 2025 at 05:10:48", "2025-03-05T05:10:48Z"},
             Case{"March 02. 2024 at 01:58:34 UTC", "2024-03-02T01:58:34Z"},
             Case{"May 19,2022 06:48:41 UTC", "2022-05-19T06:48:41Z"},
             Case{"December 12, 2022, at 10:48:12 UTC", "2022-12-12T10:48:12Z"},
             Case{"September 30, 2023 at 04:22:17 AM UTC", "2023-09-30T04:22:17Z"},
             Case{"June 22, 2021 at 08:19:59 PM UTC", "2021-06-22T20:19:59Z"},
             Case{"June 22, 2021 at 20:19:59 PM UTC", "2021-06-22T20:19:59Z"},
             Case{"June 22, 2021 at 12:00:00 PM UTC", "2021-06-22T12:00:00Z"},
             Case{"June 22, 2021 at 12:00:00 AM UTC", "2021-06-22T00:00:00Z"},
             Case{"February 29, 2024 at 00:00:00 UTC", "2024-02-29T00:00:00Z"},
             Case{"November 20 at 01:02:03 UTC", "2025-11-20T01:02:03Z"},
             Case{"November 21 at 01:02:03 UTC", "2024-11-21T01:02:03Z"},
         }) {
        const auto understood = understand_tie_break(text, day("2025-11-20"));
        ASSERT_TRUE(understood) << text;
        EXPECT_EQ(domain::to_string(*understood), instant) << text;
    }
}

TEST(TieBreak, is_not_guessed) {
    for (const auto* const text :
         {"",
          "soon",
          "2025-10-11T14:55:49Z",
          "11 October 2025 at 14:55:49 UTC",
          "Oct 11, 2025 at 14:55:49 UTC",
          "October 11, 2025",
          "October 11, 2025 at 14:55 UTC",
          "October 11, 25 at 14:55:49 UTC",
          "October 11, 2025 at 14:55:49 EST",
          "October 11, 2025 at 14:55:49 UTC or later",
          "October 11, 2025 at 24:55:49 UTC",
          "October 11, 2025 at 14:60:49 UTC",
          "October 11, 2025 at 14:55:60 UTC",
          "October 11, 2025 at 14:55:49.5 UTC",
          "October 11, 2025 at 13:00:00 AM UTC",
          "October 11, 2025 at 00:30:00 PM UTC",
          "February 29, 2025 at 14:55:49 UTC",
          "February 29 at 14:55:49 UTC",
          "October 267, 2025 at 14:55:49 UTC",  // 11 to a byte.
          "October 11, 67561 at 14:55:49 UTC",  // 2025 to sixteen bits.
          "October 0, 2025 at 14:55:49 UTC"}) {
        EXPECT_FALSE(understand_tie_break(text, day("2025-11-20"))) << text;
    }
}

TEST(WholeNumber, has_commas_between_thousands_or_nowhere) {
    EXPECT_EQ(understand_whole_number("0"), 0);
    EXPECT_EQ(understand_whole_number("300"), 300);
    EXPECT_EQ(understand_whole_number("5000"), 5'000);
    EXPECT_EQ(understand_whole_number("27,332"), 27'332);
    EXPECT_EQ(understand_whole_number("999,999,999"), 999'999'999);
    for (const auto* const bad :
         {"",
          ",",
          ",300",
          "3,00",
          "300,",
          "3,0000",
          "30,00,000",
          "3,,000",
          "1,2",
          "-5",
          "+5",
          "5.0",
          "4 70",
          "47O",
          "1e3",
          "1000000000",
          "1,000,000,000",
          "99999999999999999999"}) {
        EXPECT_FALSE(understand_whole_number(bad)) << bad;
    }
}

TEST(RoundNumber, is_digits_and_perhaps_a_letter) {
    for (const auto* const good : {"1", "91a", "91b", "434", "999999"}) {
        EXPECT_TRUE(sources::is_round_number(good)) << good;
    }
    for (const auto* const bad : {"", "a", "91ab", "91A", "a91", "9 1", "-1", "1234567", "91é"}) {
        EXPECT_FALSE(sources::is_round_number(bad)) << bad;
    }
}

}  // namespace
