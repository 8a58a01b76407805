#include "matcher/domain/instant.hpp"

#include "matcher/domain/date.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Instant;
using domain::parse_instant;
using domain::to_string;

TEST(Instant, reads_only_moments_that_exist_in_the_one_form) {
    for (const auto* const good :
         {"2026-08-07T10:08:20Z", "2024-02-29T00:00:00Z", "1999-12-31T23:59:59Z"}) {
        EXPECT_EQ(to_string(parse_instant(good).value()), good);
    }
    for (const auto* const bad :
         {"",
          "2026-08-07",
          "2026-08-07T10:08:20",
          "2026-08-07T10:08:20z",
          "2026-08-07t10:08:20Z",
          "2026-08-07 10:08:20Z",
          "2026-08-07T10:08Z",
          "2026-08-07T10:08:20.5Z",
          "2026-08-07T10:08:20+00:00",
          "2026-08-07T24:00:00Z",
          "2026-08-07T10:60:00Z",
          "2026-08-07T23:59:60Z",
          "2026-02-29T10:08:20Z",
          "2026-13-07T10:08:20Z",
          "2026-08-07T-1:08:20Z",
          "2026-08-07T+1:08:20Z",
          "2026-08-07T 1:08:20Z",
          "2026-08-07T1a:08:20Z",
          "2026-08-07T10-08-20Z",
          " 2026-08-07T10:08:20Z",
          "2026-08-07T10:08:20Z "}) {
        const auto instant = parse_instant(bad);
        ASSERT_FALSE(instant) << bad;
        EXPECT_NE(instant.error().message.find(bad), std::string::npos);
    }
}

TEST(Instant, counts_seconds_in_utc) {
    EXPECT_EQ(parse_instant("1970-01-01T00:00:00Z").value(), Instant{});
    EXPECT_EQ(
        parse_instant("2001-09-09T01:46:40Z").value().time_since_epoch().count(), 1'000'000'000
    );
    EXPECT_EQ(to_string(Instant{std::chrono::seconds{-1}}), "1969-12-31T23:59:59Z");
}

TEST(Instant, survives_a_round_trip) {
    // A week less some seconds: every hour, minute and second comes up.
    constexpr std::chrono::seconds step{86'399 * 7};
    for (Instant instant{std::chrono::days{-36525}}; instant < Instant{std::chrono::days{36525}};
         instant += step) {
        ASSERT_EQ(parse_instant(to_string(instant)).value(), instant);
    }
}

TEST(Instant, and_date_are_written_each_in_its_own_form) {
    const Instant instant = parse_instant("2026-08-07T00:00:00Z").value();
    EXPECT_EQ(to_string(instant), "2026-08-07T00:00:00Z");
    EXPECT_EQ(to_string(std::chrono::floor<std::chrono::days>(instant)), "2026-08-07");
}

}  // namespace
