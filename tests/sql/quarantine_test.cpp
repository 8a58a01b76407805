#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

namespace {

using store::QuarantinedRecord;

class Quarantine : public testing::Test {
protected:
    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
};

QuarantinedRecord unreadable(const std::string& raw) {
    return {
        .source = "sample",
        .file = "feed.ndjson",
        .line = 3,
        .field = "",
        .reason = "not JSON",
        .raw = raw,
        .sha256 = store::sha256(raw),
    };
}

TEST_F(Quarantine, keeps_a_record_once_however_often_it_comes) {
    const auto record = unreadable("{oops");
    EXPECT_EQ(to_text(postings_.quarantine({record, unreadable("{ouch")})), "2 0 0");
    auto moved = record;
    moved.file = "elsewhere.ndjson";
    EXPECT_EQ(to_text(postings_.quarantine({record, moved})), "0 0 2");
    EXPECT_EQ(postings_.totals().quarantined, 2);
    EXPECT_EQ(to_text(postings_.quarantine({})), "0 0 0");
}

TEST_F(Quarantine, takes_up_a_new_reason) {
    auto record = unreadable("{oops");
    postings_.quarantine({record});
    record.reason = "'{oops' is not JSON";
    EXPECT_EQ(to_text(postings_.quarantine({record})), "0 1 0");
    const auto reasons = postings_.quarantine_reasons();
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].reason, "'{oops' is not JSON");
}

TEST_F(Quarantine, holds_what_text_cannot_hold) {
    using namespace std::string_literals;
    EXPECT_EQ(to_text(postings_.quarantine({unreadable("\0"s)})), "1 0 0");
    EXPECT_EQ(to_text(postings_.quarantine({unreadable("\0"s)})), "0 0 1");
}

TEST_F(Quarantine, lets_a_record_go_that_can_be_stored_after_all) {
    postings_.quarantine({unreadable("{oops"), unreadable("{ouch")});
    postings_.write({record_of(small_posting("a"), "{oops")});
    EXPECT_EQ(postings_.totals().quarantined, 1);
}

TEST_F(Quarantine, holds_back_a_posting_until_it_is_verified) {
    postings_.write({held_back(record_of(small_posting("a"), "bad"))});
    auto totals = postings_.totals();
    EXPECT_EQ(totals.held_back, 1);
    EXPECT_EQ(totals.quarantined, 1);
    EXPECT_EQ(totals.verified, 0);

    auto still_bad = held_back(record_of(small_posting("a"), "still bad"));
    still_bad.quarantine_reason = "another reason";
    postings_.write({still_bad});
    ASSERT_EQ(postings_.quarantine_reasons().size(), 1U);
    EXPECT_EQ(postings_.quarantine_reasons()[0].reason, "another reason");

    postings_.write({record_of(small_posting("a"), "good")});
    totals = postings_.totals();
    EXPECT_EQ(totals.held_back, 0);
    EXPECT_EQ(totals.quarantined, 0);
    EXPECT_EQ(totals.verified, 1);
    EXPECT_EQ(totals.revision, 3);
}

TEST_F(Quarantine, tells_the_most_frequent_reasons_first) {
    auto rare = unreadable("x");
    rare.reason = "rare";
    postings_.quarantine({unreadable("a"), unreadable("b"), rare});
    postings_.write({held_back(record_of(small_posting("a")))});
    const auto reasons = postings_.quarantine_reasons();
    ASSERT_EQ(reasons.size(), 3U);
    EXPECT_EQ(reasons[0].reason, "not JSON");
    EXPECT_EQ(reasons[0].count, 2);
    EXPECT_EQ(reasons[0].source, "sample");
    EXPECT_EQ(reasons[1].field, "");
    EXPECT_EQ(reasons[2].field, "noc_2021");
}

TEST(Statistics, are_counted_apart_and_change_with_their_fingerprint) {
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo("jobscout_owner")}};
    store::PostingStore postings{database};
    store::StatisticRecord record{
        .posting = full_posting(), .sha256 = store::sha256("a"), .normaliser_version = 1};
    record.posting.hiring_organization.clear();
    auto bare = record;
    bare.posting = {};
    bare.posting.source = "sample";
    bare.posting.source_id = "bare";
    EXPECT_EQ(to_text(postings.write_statistics({record, bare, record})), "2 0 1");
    EXPECT_EQ(to_text(postings.write_statistics({record, bare})), "0 0 2");
    record.normaliser_version = 2;
    EXPECT_EQ(to_text(postings.write_statistics({record, bare})), "0 1 1");
    EXPECT_EQ(to_text(postings.write_statistics({})), "0 0 0");
    EXPECT_EQ(postings.totals().statistics, 2);
    EXPECT_EQ(postings.totals().verified, 0);
    EXPECT_EQ(postings.revision(), 0) << "statistics are not served";
    const auto known = postings.statistic_fingerprints("sample", {"P-1", "nobody"});
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].normaliser_version, 2);
}

}  // namespace
