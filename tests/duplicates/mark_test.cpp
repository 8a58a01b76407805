// Duplicates in a real database: found incrementally, whatever order files come in, and shown
// through the one that is served.

#include "indexer/duplicates/mark.hpp"

#include "indexer/employers.hpp"
#include "indexer/merge.hpp"
#include "indexer/normalise/employer_name.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using store::PostingRecord;

PostingRecord record(
    const std::string& source,
    const std::string& source_id,
    const std::string& employer,
    const std::string& date
) {
    PostingRecord record;
    domain::Posting& posting = record.posting;
    posting.source = source;
    posting.source_id = source_id;
    posting.url = "https://" + source + ".example/" + source_id;
    posting.title = "Industrial Welder";
    posting.hiring_organization = employer;
    posting.job_locations = {
        {.province = domain::Province::NS,
         .city = "Sydney",
         .postal_code = "",
         .gazetteer_id = std::nullopt,
         .coordinates = std::nullopt}};
    posting.date_posted = domain::parse_date(date).value();
    posting.valid_through = domain::parse_date("2026-12-31").value();
    posting.noc = domain::NocCode::parse("72106").value();
    posting.base_salary = domain::Pay{
        .min = 3000,
        .max = std::nullopt,
        .period = domain::PayPeriod::hour,
        .hours_assumed = true,
        .hourly_min = 3000,
        .hourly_max = 3000,
        .yearly_min = 6'240'000,
        .yearly_max = 6'240'000};
    record.verified = true;
    record.raw = source + source_id;
    record.sha256 = store::sha256(record.raw);
    return record;
}

/// Boards of one job, of its neighbours in kind, and of nothing like it.
std::vector<PostingRecord> records() {
    std::vector<PostingRecord> all{
        record("one", "a", "Fictional Works Ltd.", "2026-11-02"),
        record("two", "b", "FICTIONAL WORKS", "2026-11-03"),
        record("three", "c", "Fictional Works Ltd o/a The Works", "2026-11-04"),
        record("one", "elsewhere", "Fictional Works Ltd.", "2026-11-02"),
        record("two", "paid-better", "Fictional Works Ltd.", "2026-11-02"),
        record("one", "other-employer", "Imaginary Works Ltd.", "2026-11-02"),
        record("two", "link-1", "Linked Fiction", "2026-10-01"),
        record("two", "link-2", "Linked Fiction", "2026-11-01"),
    };
    all[3].posting.job_locations[0].city = "Truro";
    all[4].posting.base_salary->min = all[4].posting.base_salary->hourly_min = 4100;
    all[4].posting.base_salary->hourly_max = 4100;
    all[4].posting.title = "Industrial Welder";
    all[6].posting.url = all[7].posting.url = "https://two.example/the-same";
    for (int number = 0; number < 40; ++number) {
        all.push_back(record(
            "one", "n" + std::to_string(number), "Employer " + std::to_string(number), "2026-11-05"
        ));
    }
    return all;
}

class Marks : public testing::Test {
protected:
    void write(const std::vector<PostingRecord>& batch) {
        ingest::EmployerKeys{postings_}.key(batch);
        postings_.write(batch);
    }

    duplicates::Marked mark(const std::size_t batch_size = 7) {
        return duplicates::mark(duplicates_, {.batch_size = batch_size});
    }

    /// Source and id of each posting that is served -> of those that stand behind it.
    std::map<std::string, std::set<std::string>> jobs() {
        std::map<std::string, std::set<std::string>> jobs;
        for (const auto& stored : postings_.changed_since(0, 0, 1000)) {
            const auto name = [](const auto& posting) {
                return posting.source + "/" + posting.source_id;
            };
            if (!stored.verified) {
                continue;
            }
            for (const auto& appearance : duplicates_.appearances(stored.posting.id)) {
                if (appearance.id != stored.posting.id) {
                    jobs[name(stored.posting)].insert(name(appearance));
                }
            }
        }
        return jobs;
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo()}};
    store::PostingStore postings_{database_};
    store::DuplicateStore duplicates_{database_};
};

const std::map<std::string, std::set<std::string>> expected{
    {"one/a", {"two/b", "three/c"}}, {"two/link-1", {"two/link-2"}}};

TEST_F(Marks, do_not_depend_on_the_order_of_files_and_of_runs) {
    constexpr unsigned seed = 20261125;
    std::mt19937 random{seed};
    for (int round = 0; round < 4; ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
        const support::TestDatabase test_database;
        store::Database database{{.conninfo = test_database.conninfo()}};
        store::PostingStore postings{database};
        store::DuplicateStore duplicates{database};
        auto all = records();
        std::shuffle(all.begin(), all.end(), random);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.size(), at + 1 + random() % 20);
            const std::vector<PostingRecord> batch(
                all.begin() + static_cast<std::ptrdiff_t>(at),
                all.begin() + static_cast<std::ptrdiff_t>(end)
            );
            ingest::EmployerKeys{postings}.key(batch);
            postings.write(batch);
            duplicates::mark(duplicates, {.batch_size = 1 + random() % 9});
            at = end;
        }
        std::set<std::string> served;
        for (const auto& stored : postings.changed_since(0, 0, 1000)) {
            if (stored.verified) {
                served.insert(stored.posting.source + "/" + stored.posting.source_id);
            }
        }
        EXPECT_EQ(served.size(), all.size() - 3);
        EXPECT_TRUE(served.contains("one/a"));
        EXPECT_FALSE(served.contains("two/b"));
        EXPECT_FALSE(served.contains("three/c"));
        EXPECT_TRUE(served.contains("two/paid-better"));
        EXPECT_TRUE(served.contains("one/elsewhere"));
    }
}

TEST_F(Marks, made_while_postings_come_in_are_those_of_the_end_and_told_by_revision) {
    std::vector<store::Revision> told;
    ingest::Merge merge{
        database_,
        postings_,
        {.at_once = 6, .changed = [&](const auto revision, const auto& changes) {
             told.push_back(revision);
             EXPECT_FALSE(changes.empty());
             for (const store::StoredPosting& change : changes) {
                 EXPECT_EQ(change.revision, revision);
             }
         }}};
    const auto all = records();
    std::set<store::Revision> written;
    for (std::size_t at = 0; at < all.size(); at += 4) {
        const auto end = std::min(all.size(), at + 4);
        write(
            {all.begin() + static_cast<std::ptrdiff_t>(at),
             all.begin() + static_cast<std::ptrdiff_t>(end)}
        );
        written.insert(postings_.revision());
        merge.stored(end - at);
    }
    EXPECT_FALSE(told.empty()) << "nothing was marked before the end";
    const ingest::Merged merged = merge.finish();
    EXPECT_EQ(merged.merged, 3);
    EXPECT_EQ(jobs(), expected);
    // Each revision is one that a batch took, or one that was told.
    written.insert(told.begin(), told.end());
    EXPECT_EQ(written.size(), static_cast<std::size_t>(postings_.revision()));
}

TEST_F(Marks, find_nothing_to_do_the_second_time) {
    write(records());
    EXPECT_EQ(mark().marked, 3);
    EXPECT_EQ(duplicates_.merged(), 3);
    EXPECT_EQ(jobs(), expected);
    const auto revision = postings_.revision();
    const auto again = mark();
    EXPECT_EQ(again.looked_at, 0);
    EXPECT_EQ(again.marked, 0);
    EXPECT_EQ(postings_.revision(), revision);
}

TEST_F(Marks, follow_a_posting_that_changes_or_is_held_back) {
    auto all = records();
    write(all);
    mark();
    // The one that is served is held back: another takes its place.
    all[0].verified = false;
    all[0].quarantine_field = "title";
    all[0].quarantine_reason = "no more";
    all[0].sha256 = store::sha256("held back");
    write({all[0]});
    mark();
    EXPECT_EQ(jobs().at("three/c"), std::set<std::string>{"two/b"});
    // Another is now paid otherwise, and stands for itself.
    all[2].posting.base_salary->min = all[2].posting.base_salary->hourly_min = 5000;
    all[2].posting.base_salary->hourly_max = 5000;
    all[2].sha256 = store::sha256("paid otherwise");
    write({all[2]});
    mark();
    EXPECT_EQ(jobs().count("three/c"), 0U);
    EXPECT_EQ(duplicates_.merged(), 1);
    // And back again.
    write(records());
    mark();
    EXPECT_EQ(jobs(), expected);
}

TEST_F(Marks, show_every_appearance_of_a_job_from_each_of_its_postings) {
    write(records());
    mark();
    for (const auto& stored : postings_.changed_since(0, 0, 1000)) {
        if (stored.posting.source_id != "b") {
            continue;
        }
        EXPECT_FALSE(stored.verified) << "another is served in its place";
        const auto appearances = duplicates_.appearances(stored.posting.id);
        ASSERT_EQ(appearances.size(), 3U);
        EXPECT_EQ(appearances[0].url, "https://one.example/a");
        EXPECT_EQ(domain::to_string(*appearances[1].date_posted), "2026-11-03");
        EXPECT_TRUE(appearances[0].is_canonical);
        EXPECT_FALSE(appearances[1].is_canonical);
        EXPECT_FALSE(appearances[2].is_canonical);
    }
}

TEST_F(Marks, know_one_employer_under_all_spellings) {
    write(records());
    const auto names = postings_.spellings_not_keyed_by(normalise::employer_key_version + 1, 100);
    EXPECT_THAT(names, testing::IsSupersetOf({"Fictional Works Ltd.", "FICTIONAL WORKS"}));
    EXPECT_TRUE(postings_.spellings_not_keyed_by(normalise::employer_key_version, 100).empty());
}

/// A store that was filled before employers had keys.
TEST_F(Marks, key_the_employers_of_an_old_database_anew) {
    postings_.write(records());  // Without EmployerKeys: each spelling is an employer of its own.
    EXPECT_FALSE(postings_.spellings_not_keyed_by(normalise::employer_key_version, 100).empty());
    mark();
    EXPECT_EQ(duplicates_.merged(), 1) << "only the same link tells";
    ingest::key_employers_anew(postings_);
    EXPECT_TRUE(postings_.spellings_not_keyed_by(normalise::employer_key_version, 100).empty());
    duplicates_.start_over(0);
    mark();
    EXPECT_EQ(jobs(), expected);
}

}  // namespace
