#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/posting.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Date;
using domain::NocKinship;
using domain::to_string;

Date day(const std::string_view text) { return domain::parse_date(text).value(); }
domain::NocCode noc(const std::string_view text) { return domain::NocCode::parse(text).value(); }

TEST(Date, reads_only_days_that_exist_in_the_one_form) {
    for (const auto* const good : {"2024-02-29", "1999-12-31", "2026-11-23"}) {
        EXPECT_EQ(to_string(day(good)), good);
    }
    for (const auto* const bad :
         {"",
          "2023-02-29",
          "2026-13-01",
          "2026-00-10",
          "2026-11-31",
          "2026-1-01",
          "26-01-01",
          "2026/01/01",
          "2026-01-01T00:00",
          " 2026-01-01",
          "2026-0a-01",
          "-026-01-01"}) {
        const auto date = domain::parse_date(bad);
        ASSERT_FALSE(date) << bad;
        EXPECT_NE(date.error().message.find(bad), std::string::npos);
    }
}

TEST(Date, survives_a_round_trip_on_every_day_of_two_centuries) {
    for (int days = -36525; days < 36525; ++days) {
        const Date date = domain::date_from_days(days);
        ASSERT_EQ(day(to_string(date)), date);
        ASSERT_EQ(domain::days_since_epoch(date), days);
    }
}

TEST(Date, counts_whole_years_and_months_like_a_birthday) {
    struct Case {
        const char* from;
        const char* to;
        int months;
    };
    for (const auto& [from, to, months] : {
             Case{"1990-06-15", "2026-06-14", 431},
             Case{"1990-06-15", "2026-06-15", 432},
             Case{"2000-02-29", "2025-02-28", 299},
             Case{"2000-02-29", "2025-03-01", 300},
             Case{"2024-01-31", "2024-02-29", 0},
             Case{"2024-01-31", "2024-03-31", 2},
             Case{"2024-05-01", "2024-05-01", 0},
             Case{"2024-05-02", "2024-05-01", 0},
         }) {
        EXPECT_EQ(domain::whole_months(day(from), day(to)), months) << from << " to " << to;
        EXPECT_EQ(domain::whole_years(day(from), day(to)), months / 12) << from << " to " << to;
    }
}

TEST(Date, adds_months_up_to_the_last_day_of_a_short_month) {
    EXPECT_EQ(to_string(domain::add_months(day("2024-01-31"), 1)), "2024-02-29");
    EXPECT_EQ(to_string(domain::add_months(day("2024-01-31"), -2)), "2023-11-30");
    EXPECT_EQ(to_string(domain::add_months(day("2024-03-15"), 24)), "2026-03-15");
}

TEST(NocCode, keeps_leading_zeros_and_takes_teer_from_the_second_digit) {
    EXPECT_EQ(noc("00012").to_string(), "00012");
    EXPECT_EQ(noc("00012").teer(), 0);
    EXPECT_EQ(noc("21231").teer(), 1);
    EXPECT_EQ(noc("65201").teer(), 5);
    EXPECT_EQ(noc("00012").major_group(), 0);
    EXPECT_EQ(noc("20012").major_group(), 20);
}

TEST(NocCode, refuses_what_is_not_five_digits_with_a_teer) {
    for (const auto* const bad :
         {"", "12", "0012", "000012", "2123a", " 21231", "26000", "29999"}) {
        const auto code = domain::NocCode::parse(bad);
        ASSERT_FALSE(code) << bad;
        EXPECT_NE(code.error().message.find(bad), std::string::npos);
    }
}

TEST(NocKinship, is_read_off_the_digits_and_is_symmetric) {
    struct Case {
        const char* left;
        const char* right;
        NocKinship kinship;
    };
    for (const auto& [left, right, expected] : {
             Case{"21231", "21231", NocKinship::unit_group},
             Case{"21231", "21232", NocKinship::minor_group},
             Case{"21231", "21222", NocKinship::sub_major_group},
             Case{"21231", "21300", NocKinship::major_group},
             Case{"21231", "22220", NocKinship::broad_category},
             Case{"21231", "72106", NocKinship::none},
             Case{"00012", "00015", NocKinship::minor_group},
         }) {
        EXPECT_EQ(kinship(noc(left), noc(right)), expected) << left << " " << right;
        EXPECT_EQ(kinship(noc(right), noc(left)), expected) << right << " " << left;
    }
}

TEST(Province, is_known_by_its_two_letters_and_by_nothing_else) {
    for (const auto code : domain::province_codes) {
        EXPECT_EQ(domain::code(domain::province_from_code(code).value()), code);
    }
    for (const auto* const bad : {"", "on", "O", "ONT", "XX", "PQ"}) {
        EXPECT_FALSE(domain::province_from_code(bad)) << bad;
    }
}

TEST(AbilityLevels, are_as_good_as_the_lowest) {
    EXPECT_EQ((domain::AbilityLevels{9, 9, 9, 8}.lowest()), 8);
    EXPECT_EQ((domain::AbilityLevels{4, 9, 9, 8}.lowest()), 4);
}

TEST(Posting, is_open_until_its_stated_end_or_sixty_days_or_the_day_it_closed) {
    domain::Posting posting;
    posting.date_posted = day("2021-03-01");
    EXPECT_EQ(to_string(last_live_day(posting)), "2021-04-30");
    posting.valid_through = day("2021-03-20");
    EXPECT_EQ(to_string(last_live_day(posting)), "2021-03-20");
    posting.closed_on = day("2021-03-10");
    EXPECT_EQ(to_string(last_live_day(posting)), "2021-03-09");
    posting.closed_on = day("2021-04-10");
    EXPECT_EQ(to_string(last_live_day(posting)), "2021-03-20");
}

}  // namespace
