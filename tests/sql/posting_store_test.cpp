#include "sql/store/posting_store.hpp"

#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <thread>

namespace {

using store::PostingRecord;
using testing::ElementsAre;

constexpr store::Revision from_the_start = 0;

class Postings : public testing::Test {
protected:
    /// What one column of one row holds.
    std::string sql(const std::string& statement) {
        pqxx::connection connection{test_database_.conninfo()};
        return pqxx::work{connection}.exec1(statement)[0].c_str();
    }

    std::vector<store::StoredPosting> all() {
        return postings_.changed_since(from_the_start, 0, 1000);
    }

    domain::PostingId only_id() {
        const auto stored = all();
        EXPECT_EQ(stored.size(), 1U);
        return stored.at(0).posting.id;
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
};

void expect_equal(const domain::Posting& left, const domain::Posting& right) {
    EXPECT_EQ(left.source, right.source);
    EXPECT_EQ(left.source_id, right.source_id);
    EXPECT_EQ(left.url, right.url);
    EXPECT_EQ(left.title, right.title);
    EXPECT_EQ(left.original_title, right.original_title);
    EXPECT_EQ(left.text_language, right.text_language);
    EXPECT_EQ(left.hiring_organization, right.hiring_organization);
    EXPECT_EQ(left.job_locations, right.job_locations);
    EXPECT_EQ(left.remote, right.remote);
    EXPECT_EQ(left.date_posted, right.date_posted);
    EXPECT_EQ(left.valid_through, right.valid_through);
    EXPECT_EQ(left.closed_on, right.closed_on);
    EXPECT_EQ(left.starts_on, right.starts_on);
    EXPECT_EQ(left.for_students, right.for_students);
    EXPECT_EQ(left.noc, right.noc);
    EXPECT_EQ(left.noc_2016, right.noc_2016);
    EXPECT_EQ(left.base_salary, right.base_salary);
    EXPECT_EQ(left.work_hours, right.work_hours);
    EXPECT_EQ(left.term, right.term);
    EXPECT_EQ(left.term_ends, right.term_ends);
    EXPECT_EQ(left.work_time, right.work_time);
    EXPECT_EQ(left.working_language, right.working_language);
    EXPECT_EQ(left.asks_other_language, right.asks_other_language);
    EXPECT_EQ(left.education_asked, right.education_asked);
    EXPECT_EQ(left.equivalent_experience_accepted, right.equivalent_experience_accepted);
    EXPECT_EQ(left.experience_asked, right.experience_asked);
    EXPECT_EQ(left.credentials, right.credentials);
    EXPECT_EQ(left.licence_asked, right.licence_asked);
    EXPECT_EQ(left.refuses_outside_canada, right.refuses_outside_canada);
    EXPECT_EQ(left.refusal_quote, right.refusal_quote);
    EXPECT_EQ(left.lmia, right.lmia);
    EXPECT_EQ(left.sponsorship, right.sponsorship);
    EXPECT_EQ(left.sponsorship_quote, right.sponsorship_quote);
    EXPECT_EQ(left.vacancies, right.vacancies);
    EXPECT_EQ(left.duties, right.duties);
    EXPECT_EQ(left.skills, right.skills);
    EXPECT_EQ(left.description, right.description);
}

TEST_F(Postings, come_back_as_they_were_written) {
    EXPECT_EQ(to_text(postings_.write({record_of(full_posting())}).counts), "1 0 0");
    const auto found = postings_.find({only_id()});
    ASSERT_EQ(found.size(), 1U);
    expect_equal(found[0], full_posting());
}

TEST_F(Postings, come_back_absent_where_they_said_nothing) {
    postings_.write({record_of(small_posting("P-2"))});
    const auto found = postings_.find({only_id()});
    ASSERT_EQ(found.size(), 1U);
    expect_equal(found[0], small_posting("P-2"));
}

TEST_F(Postings, show_every_word_of_every_enumeration) {
    std::vector<PostingRecord> batch;
    for (int index = 0; index < domain::education_levels; ++index) {
        auto posting = full_posting();
        posting.source_id = std::to_string(index);
        posting.education_asked = static_cast<domain::EducationLevel>(index);
        posting.base_salary->period = static_cast<domain::PayPeriod>(index % 6);
        posting.term = static_cast<domain::EmploymentTerm>(index % 5);
        posting.work_time = static_cast<domain::WorkTime>(index % 3);
        posting.working_language = static_cast<domain::WorkingLanguage>(index % 5);
        posting.licence_asked = static_cast<domain::Licence>(index % 7);
        posting.lmia = static_cast<domain::LmiaStatement>(index % 3);
        batch.push_back(record_of(posting));
    }
    postings_.write(batch);
    const auto stored = all();
    ASSERT_EQ(stored.size(), batch.size());
    for (const auto& row : stored) {
        const auto index = static_cast<std::size_t>(std::stoi(row.posting.source_id));
        expect_equal(row.posting, batch[index].posting);
    }
}

TEST_F(Postings, are_found_in_the_order_asked_and_only_if_verified) {
    postings_.write(
        {record_of(small_posting("a")),
         record_of(small_posting("b")),
         held_back(record_of(small_posting("c")))}
    );
    std::vector<domain::PostingId> ids{999999};
    for (const auto& stored : all()) {
        ids.insert(ids.begin(), stored.posting.id);
    }
    std::vector<domain::PostingId> found;
    for (const auto& posting : postings_.find(ids)) {
        found.push_back(posting.id);
    }
    EXPECT_EQ(found, (std::vector{ids[1], ids[2]}));
    EXPECT_TRUE(postings_.find({}).empty());
}

TEST_F(Postings, take_no_revision_where_nothing_changed) {
    const auto record = record_of(full_posting());
    EXPECT_EQ(postings_.revision(), 0);
    EXPECT_EQ(to_text(postings_.write({record}).counts), "1 0 0");
    EXPECT_EQ(postings_.revision(), 1);
    EXPECT_EQ(to_text(postings_.write({record}).counts), "0 0 1");
    EXPECT_EQ(to_text(postings_.write({}).counts), "0 0 0");
    EXPECT_EQ(postings_.revision(), 1);
}

TEST_F(Postings, change_with_their_record_or_their_normaliser) {
    auto record = record_of(full_posting(), "first");
    postings_.write({record});
    const auto id = only_id();

    record = record_of(small_posting("P-1"), "second");
    record.verdicts.letters = "p";
    record.verdicts.details = "";
    EXPECT_EQ(to_text(postings_.write({record}).counts), "0 1 0");
    EXPECT_EQ(only_id(), id);
    expect_equal(postings_.find({id}).at(0), small_posting("P-1"));
    EXPECT_EQ(sql("SELECT verdicts || coalesce(details::text, '') FROM posting_trust"), "p");

    record.normaliser_version = 2;
    EXPECT_EQ(to_text(postings_.write({record}).counts), "0 1 0");
    EXPECT_EQ(to_text(postings_.write({record}).counts), "0 0 1");
    EXPECT_EQ(postings_.revision(), 3);
}

TEST_F(Postings, of_one_source_id_in_one_batch_are_written_once_and_the_last_counts) {
    auto first = record_of(small_posting("a"), "first");
    auto last = record_of(small_posting("a"), "last");
    last.posting.title = "Boilermaker";
    EXPECT_EQ(to_text(postings_.write({first, last}).counts), "1 0 1");
    EXPECT_EQ(postings_.find({only_id()}).at(0).title, "Boilermaker");
    EXPECT_EQ(to_text(postings_.write({first, last}).counts), "0 0 2");
}

TEST_F(Postings, of_one_id_in_two_sources_are_two) {
    auto other = small_posting("a");
    other.source = "partner";
    EXPECT_EQ(
        to_text(postings_.write({record_of(small_posting("a")), record_of(other)}).counts), "2 0 0"
    );
    EXPECT_EQ(
        to_text(postings_.write({record_of(small_posting("a")), record_of(other)}).counts), "0 0 2"
    );
}

TEST_F(Postings, share_an_employer_whose_name_differs_in_case_and_spaces_only) {
    auto upper = small_posting("b");
    upper.hiring_organization = " EXEMPLE \n Inc. ";
    postings_.write({record_of(small_posting("a")), record_of(upper)});
    EXPECT_EQ(sql("SELECT count(*) FROM employer"), "1");
    EXPECT_EQ(sql("SELECT count(DISTINCT employer_id) FROM posting"), "1");
}

TEST_F(Postings, keep_their_raw_record) {
    postings_.write({record_of(full_posting(), "<raw>é</raw>")});
    EXPECT_EQ(sql("SELECT raw FROM posting_record"), "<raw>é</raw>");
}

TEST_F(Postings, keep_text_that_postgresql_cannot_hold_as_a_replacement) {
    using namespace std::string_literals;
    auto posting = small_posting("a\0b"s);
    posting.title = "\0Welder\0"s;
    posting.duties = {"\\u0000 as text"};
    auto record = record_of(posting, "raw\0raw"s);
    EXPECT_EQ(to_text(postings_.write({record}).counts), "1 0 0");
    EXPECT_EQ(to_text(postings_.write({record}).counts), "0 0 1");
    const auto found = postings_.find({only_id()}).at(0);
    EXPECT_EQ(found.source_id, "a\uFFFDb");
    EXPECT_EQ(found.title, "\uFFFDWelder\uFFFD");
    EXPECT_THAT(found.duties, ElementsAre("\\u0000 as text"));
    EXPECT_EQ(sql("SELECT raw FROM posting_record"), "raw\uFFFDraw");
    EXPECT_EQ(sql("SELECT sha256 FROM posting_record"), store::sha256("raw\0raw"s));
}

TEST_F(Postings, keep_coordinates_to_the_last_bit) {
    std::vector<PostingRecord> batch;
    for (int index = 0; index < 1000; ++index) {
        auto posting = small_posting(std::to_string(index));
        posting.job_locations[0].coordinates = domain::Coordinates{
            .latitude = 41.7 + index * 0.0412345678901, .longitude = -52.6 - index / 11.3};
        batch.push_back(record_of(posting));
    }
    postings_.write(batch);
    for (const auto& stored : all()) {
        const auto index = static_cast<std::size_t>(std::stoi(stored.posting.source_id));
        EXPECT_EQ(
            stored.posting.job_locations[0].coordinates,
            batch[index].posting.job_locations[0].coordinates
        );
    }
}

TEST_F(Postings, have_fingerprints) {
    postings_.write({record_of(small_posting("a"), "A"), record_of(small_posting("b"), "B")});
    const auto known = postings_.fingerprints("sample", {"b", "nobody"});
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].source_id, "b");
    EXPECT_EQ(known[0].sha256, store::sha256("B"));
    EXPECT_EQ(known[0].normaliser_version, 1);
    EXPECT_TRUE(postings_.fingerprints("partner", {"a"}).empty());
}

TEST_F(Postings, are_refused_by_the_database_where_they_break_a_promise) {
    auto record = record_of(small_posting("a"));
    record.posting.noc = std::nullopt;
    EXPECT_THROW(postings_.write({record}), store::RecordRefused);
    record = record_of(full_posting());
    record.posting.base_salary->min = 0;
    EXPECT_THROW(postings_.write({record}), store::RecordRefused);
    record = record_of(full_posting());
    record.posting.valid_through = domain::parse_date("2026-10-31").value();
    EXPECT_THROW(postings_.write({record}), store::RecordRefused);
    EXPECT_EQ(to_text(postings_.write({held_back(record)}).counts), "1 0 0");
    EXPECT_EQ(postings_.revision(), 1);
}

TEST_F(Postings, are_read_in_pages_by_revision_and_id) {
    postings_.write({record_of(small_posting("a")), record_of(small_posting("b"))});
    postings_.write({record_of(small_posting("c"))});
    postings_.write({held_back(record_of(small_posting("a"), "worse"))});
    std::vector<std::string> seen;
    store::Revision revision = 0;
    domain::PostingId id = 0;
    for (auto page = postings_.changed_since(revision, id, 1); !page.empty();
         page = postings_.changed_since(revision, id, 1)) {
        revision = page[0].revision;
        id = page[0].posting.id;
        seen.push_back(
            std::to_string(revision) + page[0].posting.source_id + (page[0].verified ? "+" : "-")
        );
    }
    EXPECT_THAT(seen, ElementsAre("1b+", "2c+", "3a-"));
    EXPECT_EQ(postings_.changed_since(2, 0, 10).size(), 1U) << "all of revision 2 has been seen";
    EXPECT_TRUE(postings_.changed_since(3, 0, 10).empty());
}

TEST_F(Postings, of_a_later_revision_cannot_become_visible_before_those_of_an_earlier_one) {
    pqxx::connection slow{test_database_.conninfo()};
    pqxx::work open{slow};
    // A writer that has its revision and has not committed yet.
    open.exec("UPDATE revision_counter SET revision = revision + 1");
    open.exec(
        "INSERT INTO quarantine (source, file, line, field, reason, sha256, raw) VALUES "
        "('sample', 'f', 1, '', 'the first writer was here', repeat('0', 64), '')"
    );
    std::thread later{[&] { postings_.write({record_of(small_posting("later"))}); }};
    // Wait until the later writer stands at the lock; then it has shown nothing.
    const std::string waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
        "wait_event_type = 'Lock'";
    while (sql(waiting) == "0") {
        std::this_thread::yield();
    }
    EXPECT_EQ(sql("SELECT count(*) FROM posting"), "0");
    open.commit();
    later.join();
    const auto stored = all();
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].revision, 2);
}

TEST_F(Postings, written_by_two_at_once_are_all_there_and_have_revisions_without_a_gap) {
    const auto write_many = [&](const std::string& prefix) {
        for (int index = 0; index < 20; ++index) {
            postings_.write(
                {record_of(small_posting(prefix + std::to_string(index))),
                 record_of(small_posting("both"), prefix + std::to_string(index))}
            );
        }
    };
    std::thread left{write_many, "l"};
    std::thread right{write_many, "r"};
    left.join();
    right.join();
    EXPECT_EQ(postings_.revision(), 40);
    EXPECT_EQ(all().size(), 41U);
}

TEST_F(Postings, have_one_writer_at_a_time) {
    auto lock = postings_.try_writer_lock();
    ASSERT_TRUE(lock);
    store::Database other{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    EXPECT_FALSE(store::PostingStore{other}.try_writer_lock());
    auto moved = std::move(lock);
    EXPECT_FALSE(store::PostingStore{other}.try_writer_lock());
    moved.reset();
    // At once, though a server takes a moment to end a session.
    for (int round = 0; round < 50; ++round) {
        EXPECT_TRUE(store::PostingStore{other}.try_writer_lock()) << round;
    }
}

}  // namespace
