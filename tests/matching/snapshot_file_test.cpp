// Columns that outlast the program, on a real database and a real disk.

#include "services/matching/snapshot_file.hpp"

#include "matcher/ranking/columns_file.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "tests/matching/stored.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using matching::SnapshotFile;
using support::content_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void put(const std::filesystem::path& path, const std::string& content) {
    std::ofstream{path, std::ios::binary} << content;
}

ranking::Snapshot snapshot_of(const int rows, const store::Revision revision) {
    std::vector<ranking::Row> all;
    for (int id = 1; id <= rows; ++id) {
        ranking::Row& row = all.emplace_back();
        row.id = id;
        row.noc = 21231;
        row.provinces = 1;
    }
    return {std::move(all), revision};
}

TEST(SnapshotFile, says_that_there_is_none) {
    const support::TemporaryFolder folder;
    const SnapshotFile file{folder.path() / "columns.bin", "a database"};
    EXPECT_THAT(file.read().error().message, HasSubstr("columns.bin: No such file"));
    std::filesystem::create_directory(folder.path() / "folder");
    const SnapshotFile no_file{folder.path() / "folder", "a database"};
    EXPECT_THAT(no_file.read().error().message, HasSubstr("folder: cannot be read"));
}

TEST(SnapshotFile, is_the_old_one_or_the_new_one_whenever_its_writer_is_killed) {
    const support::TemporaryFolder folder;
    const SnapshotFile file{folder.path() / "columns.bin", "a database"};
    file.write(snapshot_of(20'000, 1));
    for (int kill_after_us = 0; kill_after_us < 20'000; kill_after_us += 500) {
        const pid_t writer = fork();
        ASSERT_GE(writer, 0);
        if (writer == 0) {
            for (int revision = 2;; ++revision) {
                file.write(snapshot_of(20'000 + revision % 2, revision));
            }
        }
        usleep(static_cast<useconds_t>(kill_after_us));
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
        const auto read = file.read();
        ASSERT_TRUE(read) << read.error().message << " after " << kill_after_us << " us";
    }
    file.write(snapshot_of(3, 99));  // What was left beside it is in nobody's way.
    EXPECT_EQ(file.read()->revision(), 99);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "columns.bin.part"));
}

TEST(SnapshotFile, stays_as_it_is_where_it_cannot_be_written) {
    const support::TemporaryFolder folder;
    const SnapshotFile file{folder.path() / "columns.bin", "a database"};
    file.write(snapshot_of(2, 1));
    std::filesystem::create_directory(folder.path() / "columns.bin.part");
    EXPECT_THROW(file.write(snapshot_of(3, 2)), std::system_error);
    EXPECT_EQ(file.read()->revision(), 1);
}

class StoredColumns : public testing::Test {
protected:
    /// As a program that starts now would keep them.
    std::unique_ptr<matching::SnapshotKeeper> started(
        const matching::SnapshotKeeper::Access access =
            matching::SnapshotKeeper::Access::read_and_write
    ) {
        return std::make_unique<matching::SnapshotKeeper>(
            postings_,
            matching::SnapshotKeeper::Storage{
                .path = path_,
                .access = access,
                .warn = [this](const std::string& why) { warnings_.push_back(why); }}
        );
    }

    /// Takes the columns of the file where it counts, else from the store: which it was, the file
    /// tells by a row that no posting has.
    std::vector<ranking::Row> rows_at_start() {
        const auto keeper = started(matching::SnapshotKeeper::Access::read);
        keeper->refresh();
        return keeper->current()->rows();
    }

    /// Writes a file that the store would not make, to tell it from the store.
    void put_marked(const store::Revision revision) {
        SnapshotFile{path_, postings_.position().database}.write(snapshot_of(7, revision));
    }

    void store_some(const int from, const int to, const std::string& raw = "1") {
        std::vector<store::PostingRecord> batch;
        for (int index = from; index < to; ++index) {
            batch.push_back(record_of(posting_of(std::to_string(index), "72106"), raw));
        }
        postings_.write(batch);
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
    support::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "columns.bin";
    std::vector<std::string> warnings_;
};

TEST_F(StoredColumns, are_written_after_a_full_load_and_taken_at_the_next_start) {
    store_some(0, 1'000);
    const auto first = started();
    first->refresh();
    ASSERT_TRUE(std::filesystem::exists(path_));
    const auto second = started();
    second->refresh();
    EXPECT_EQ(second->current()->rows(), first->current()->rows());
    EXPECT_EQ(second->current()->revision(), postings_.revision());
    EXPECT_THAT(warnings_, IsEmpty());

    put_marked(postings_.revision());
    EXPECT_EQ(rows_at_start().size(), 7U) << "the file counts, whatever the store would say";
    EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(StoredColumns, take_up_what_has_changed_since_the_file) {
    store_some(0, 1'000);
    started()->refresh();
    store_some(0, 2, "2");
    store_some(1'000, 1'003);
    auto held_back = record_of(posting_of("5", "72106"), "2");
    held_back.verified = false;
    held_back.quarantine_field = "base_salary";
    held_back.quarantine_reason = "pay is not above zero";
    postings_.write({held_back});

    const auto keeper = started();
    keeper->refresh();
    EXPECT_EQ(keeper->current()->rows().size(), 1'002U);
    EXPECT_EQ(keeper->current()->revision(), postings_.revision());
    matching::SnapshotKeeper from_the_store{postings_};
    from_the_store.refresh();
    EXPECT_EQ(keeper->current()->rows(), from_the_store.current()->rows());
}

TEST_F(StoredColumns, are_written_anew_when_much_has_changed_or_the_program_ends) {
    store_some(0, 1'000);
    const auto keeper = started();
    keeper->refresh();
    const SnapshotFile file{path_, postings_.position().database};
    const auto written = file.read()->revision();
    store_some(0, 999, "2");
    keeper->refresh();
    EXPECT_EQ(file.read()->revision(), written) << "999 are few";
    store_some(0, 1, "3");
    keeper->refresh();
    EXPECT_EQ(file.read()->revision(), postings_.revision()) << "1,000 are many";

    store_some(0, 1, "4");
    keeper->refresh();
    EXPECT_LT(file.read()->revision(), postings_.revision());
    keeper->save();
    EXPECT_EQ(file.read()->revision(), postings_.revision());
    std::filesystem::remove(path_);
    keeper->save();
    EXPECT_FALSE(std::filesystem::exists(path_)) << "it was not behind";
}

TEST_F(StoredColumns, are_read_from_the_store_where_the_file_does_not_count) {
    store_some(0, 3);
    put_marked(postings_.revision());
    const std::string whole = content_of(path_);
    const auto flipped = [&](const std::size_t at) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        return bytes;
    };
    struct Case {
        std::string content;
        const char* why;
    };
    for (const auto& [content, why] : {
             Case{whole.substr(0, whole.size() - 1), "is to have 7 rows and has"},
             Case{whole.substr(0, 20), "is cut short"},
             Case{"", "is cut short"},
             Case{flipped(0), "is no file of columns"},
             Case{flipped(8), "was written by another version"},
             Case{flipped(16), "is damaged: the checksum of its header"},
             Case{flipped(whole.size() - 1), "is damaged: the checksum of its rows"},
             Case{ranking::columns_file({}, 1, "another"), "belongs to another database"},
             Case{
                 ranking::columns_file({}, postings_.revision() + 1, postings_.position().database),
                 "ahead of the postings at "},
         }) {
        put(path_, content);
        warnings_.clear();
        EXPECT_EQ(rows_at_start().size(), 3U) << why;
        EXPECT_THAT(
            warnings_, ElementsAre(testing::AllOf(HasSubstr("columns.bin: "), HasSubstr(why)))
        );
        EXPECT_EQ(content_of(path_), content) << "who only reads writes nothing";
    }
    // Who may write puts a good one in its place, at its end at the latest.
    const auto keeper = started();
    keeper->refresh();
    keeper->save();
    warnings_.clear();
    EXPECT_EQ(rows_at_start().size(), 3U);
    EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(StoredColumns, go_on_without_a_file_where_the_disk_refuses) {
    path_ = folder_.path() / "absent/columns.bin";
    store_some(0, 1'000);
    const auto keeper = started();
    keeper->refresh();
    EXPECT_EQ(keeper->current()->rows().size(), 1'000U);
    EXPECT_THAT(warnings_, ElementsAre(HasSubstr("columns.bin.part")));
    keeper->refresh();
    EXPECT_EQ(warnings_.size(), 1U) << "it is not asked again every second";
}

TEST_F(StoredColumns, are_of_one_database_as_the_role_of_the_api_sees_it) {
    store::Database as_api{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::PostingStore postings{as_api};
    EXPECT_EQ(postings.position().database, postings_.position().database);
    EXPECT_LE(postings.position().database.size(), ranking::database_name_max);
    const support::TestDatabase another;
    store::Database other{{.conninfo = another.conninfo("jobscout_api")}};
    EXPECT_NE(store::PostingStore{other}.position().database, postings.position().database);
}

}  // namespace
