#include "indexer/progress_line.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace {

TEST(Progress, tells_count_rate_share_and_time_left_as_far_as_they_are_known) {
    using ingest::progress_text;
    EXPECT_EQ(progress_text(1'234, "records", 2.0, 0.25), "1234 records, 617/s, 25 %, 0:06 left");
    EXPECT_EQ(progress_text(600, "records", 60.0, 0.1), "600 records, 10/s, 10 %, 9:00 left");
    EXPECT_EQ(progress_text(50, "postings", 0.5, std::nullopt), "50 postings, 100/s");
    EXPECT_EQ(progress_text(0, "records", 0.0, 0.0), "0 records, 0 %");
}

}  // namespace
