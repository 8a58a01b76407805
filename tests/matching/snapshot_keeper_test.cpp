#include "services/matching/snapshot_keeper.hpp"

#include "tests/matching/stored.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace {

using testing::ElementsAre;

class SnapshotKeeper : public testing::Test {
protected:
    std::vector<std::int32_t> nocs() {
        std::vector<std::int32_t> result;
        for (const ranking::Row& row : keeper_.current()->rows()) {
            result.push_back(row.noc);
        }
        return result;
    }

    support::TestDatabase test_database_;
    store::Database database_{
        {.conninfo = test_database_.conninfo("jobscout_owner"),
         .statement_timeout = std::chrono::milliseconds{0}}};
    store::PostingStore postings_{database_};
    matching::SnapshotKeeper keeper_{postings_};
};

TEST_F(SnapshotKeeper, begins_empty_and_stays_so_while_nothing_is_stored) {
    EXPECT_EQ(keeper_.current()->revision(), 0);
    keeper_.refresh();
    EXPECT_EQ(keeper_.current()->revision(), 0);
    EXPECT_TRUE(keeper_.current()->rows().empty());
}

TEST_F(SnapshotKeeper, takes_up_what_is_added_changed_and_held_back) {
    postings_.write({record_of(posting_of("a", "72106")), record_of(posting_of("b", "21231"))});
    keeper_.refresh();
    EXPECT_THAT(nocs(), ElementsAre(21231, 72106));
    EXPECT_EQ(keeper_.current()->revision(), postings_.revision());

    postings_.write({record_of(posting_of("a", "00012"), "2"), record_of(posting_of("c", "31301"))}
    );
    keeper_.refresh();
    EXPECT_THAT(nocs(), ElementsAre(12, 21231, 31301));

    auto held_back = record_of(posting_of("b", "21231"), "2");
    held_back.verified = false;
    held_back.quarantine_field = "base_salary";
    held_back.quarantine_reason = "pay is not above zero";
    postings_.write({held_back});
    keeper_.refresh();
    EXPECT_THAT(nocs(), ElementsAre(12, 31301));
    EXPECT_EQ(keeper_.current()->revision(), postings_.revision());
}

TEST_F(SnapshotKeeper, keeps_the_same_snapshot_while_nothing_changes) {
    postings_.write({record_of(posting_of("a", "72106"))});
    keeper_.refresh();
    const auto first = keeper_.current();
    postings_.write({record_of(posting_of("a", "72106"))});
    keeper_.refresh();
    EXPECT_EQ(keeper_.current(), first);
}

TEST_F(SnapshotKeeper, reads_one_revision_of_several_pages_to_its_end) {
    constexpr int count = 4'500;
    std::vector<store::PostingRecord> batch;
    for (int index = 0; index < count; ++index) {
        batch.push_back(record_of(posting_of(std::to_string(index), "72106")));
    }
    postings_.write(batch);
    keeper_.refresh();
    EXPECT_EQ(keeper_.current()->rows().size(), static_cast<std::size_t>(count));
}

TEST_F(SnapshotKeeper, leaves_a_reader_the_snapshot_it_holds) {
    postings_.write({record_of(posting_of("a", "72106"))});
    keeper_.refresh();
    const auto held = keeper_.current();
    std::atomic<bool> written = false;
    std::thread writer{[&] {
        for (int version = 2; version < 32; ++version) {
            postings_.write({record_of(posting_of("a", "21231"), std::to_string(version))});
            keeper_.refresh();
        }
        written = true;
    }};
    std::int64_t seen = 0;
    while (!written) {
        const auto now = keeper_.current();
        EXPECT_GE(now->revision(), seen);
        EXPECT_EQ(now->rows().size(), 1U);
        seen = now->revision();
    }
    writer.join();
    EXPECT_EQ(held->rows().front().noc, 72106);
    EXPECT_THAT(nocs(), ElementsAre(21231));
}

}  // namespace
