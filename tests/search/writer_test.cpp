#include "indexer/search/writer.hpp"

#include "tests/search/indexed_postings.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <thread>

namespace {

using search_test::french_record;
using search_test::IndexedPostings;
using search_test::record;
using support::day;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

store::PostingRecord held_back(store::PostingRecord record) {
    record.verified = false;
    record.raw += " and now bad";
    record.sha256.back() = record.sha256.back() == '0' ? '1' : '0';
    record.quarantine_field = "pay_min";
    record.quarantine_reason = "0 is not above zero";
    return record;
}

TEST(Index, shows_verified_postings_at_the_revision_of_the_store) {
    IndexedPostings indexed;
    indexed.add({record("good", "Welder"), held_back(record("bad", "Welder"))});
    EXPECT_THAT(indexed.find_text("welder"), ElementsAre("good"));
    EXPECT_EQ(search::revision(indexed.index()), indexed.postings().revision());
    EXPECT_EQ(search::status(indexed.index()).documents, 1);
    EXPECT_EQ(indexed.update().documents_written, 0);
}

TEST(Index, follows_postings_that_change_turn_bad_and_recover) {
    IndexedPostings indexed;
    store::PostingRecord changing = record("one", "Welder");
    indexed.add({changing, record("two", "Cook")});
    changing.posting.title = "Machinist";
    changing.sha256 = std::string(64, 'a');
    indexed.add({changing});
    EXPECT_THAT(indexed.find_text("machinist"), ElementsAre("one"));

    indexed.postings().write({held_back(changing)});
    const search::IndexReport removing = indexed.update();
    EXPECT_EQ(removing.documents_removed, 1);
    EXPECT_EQ(removing.documents_written, 0);
    EXPECT_EQ(removing.revision, indexed.postings().revision());
    EXPECT_THAT(indexed.find_text(""), ElementsAre("two"));

    indexed.add({changing});
    EXPECT_THAT(indexed.find_text(""), UnorderedElementsAre("one", "two"));
}

TEST(Index, built_anew_answers_as_one_that_has_followed_every_change) {
    IndexedPostings indexed;
    for (int round = 0; round < 12; ++round) {
        const std::string key = std::to_string(round % 5);
        store::PostingRecord changed =
            round % 2 == 0 ? record(key, "Welder " + key) : french_record(key, "Soudeuse " + key);
        changed.sha256 = store::PostingRecord{changed}.sha256.substr(2) + (round < 10 ? "0" : "") +
                         std::to_string(round);
        changed.posting.date_posted = day("2026-10-01") + std::chrono::days{round};
        indexed.add({round == 7 ? held_back(changed) : changed});
    }
    const auto answers = [&] {
        std::vector<std::vector<std::string>> found;
        for (const std::string text : {"", "welder", "soudeur", "1", "calgary", "montreal"}) {
            found.push_back(indexed.find_text(text));
        }
        return found;
    };
    const auto followed = answers();
    const search::IndexReport built = indexed.rebuild();
    EXPECT_EQ(answers(), followed);
    EXPECT_EQ(built.revision, indexed.postings().revision());
    EXPECT_THAT(followed.front(), testing::Not(IsEmpty()));
}

TEST(Index, is_built_anew_where_it_belongs_to_another_database) {
    IndexedPostings ahead;
    ahead.add({record("one", "Welder")});
    ahead.add({record("two", "Welder")});
    IndexedPostings indexed;
    indexed.postings().write({record("own", "Welder")});
    std::filesystem::copy(
        ahead.index_folder(), indexed.index_folder(), std::filesystem::copy_options::recursive
    );
    indexed.update();
    EXPECT_THAT(indexed.find_text("welder"), ElementsAre("own"));
    EXPECT_EQ(search::status(indexed.index()).documents, 1);
}

TEST(Index, keeps_one_generation_on_the_disk) {
    IndexedPostings indexed;
    indexed.add({record("one", "Welder")});
    indexed.rebuild();
    // What a rebuild that was killed leaves behind goes with the next one.
    std::filesystem::create_directory(
        std::filesystem::path{indexed.index_folder()} / "generation-9"
    );
    indexed.rebuild();
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{indexed.index_folder()}) {
        names.push_back(entry.path().filename().string());
    }
    EXPECT_THAT(names, UnorderedElementsAre("XAPIANDB", "generation-10"));
    EXPECT_THAT(indexed.find_text("welder"), ElementsAre("one"));
}

TEST(Index, tells_how_far_it_has_come) {
    IndexedPostings indexed;
    indexed.postings().write({record("one", "Welder"), record("two", "Welder")});
    std::int64_t documents_done = 0;
    search::update_index(indexed.index(), indexed.postings(), [&](const std::int64_t done) {
        documents_done = done;
    });
    EXPECT_EQ(documents_done, 2);
}

/// Each commit of the store holds a pair; a reader that sees one without the other has seen half
/// a revision.
TEST(Index, is_read_whole_while_it_is_written_and_built_anew) {
    IndexedPostings indexed;
    indexed.add({record("a0", "Welder"), record("b0", "Welder")});
    std::atomic<bool> written = false;
    std::atomic<int> searches = 0;
    const auto read = [&] {
        std::int64_t last_revision = 0;
        while (!written || searches < 50) {
            const search::Page page =
                search::search(indexed.index(), {.text = "welder", .as_of = day("2026-11-16")})
                    .value();
            EXPECT_EQ(page.total % 2, 0);
            EXPECT_EQ(page.total, 2 * page.revision);
            EXPECT_GE(page.revision, last_revision);
            last_revision = page.revision;
            ++searches;
        }
    };
    std::thread one{read};
    std::thread other{read};
    for (int round = 1; round <= 60; ++round) {
        const std::string number = std::to_string(round);
        indexed.add({record("a" + number, "Welder"), record("b" + number, "Welder")});
        if (round % 6 == 0) {
            indexed.rebuild();
        }
    }
    written = true;
    one.join();
    other.join();
    EXPECT_GE(searches, 50);
}

}  // namespace
