#include "services/matching/shelf.hpp"

#include "indexer/employers.hpp"
#include "tests/matching/stored.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Shelf : public testing::Test {
protected:
    /// Its id.
    domain::PostingId store(const domain::Posting& posting, const std::string& raw = "1") {
        std::vector<store::PostingRecord> batch{record_of(posting, raw)};
        ingest::EmployerKeys{postings_}.key(batch);
        return postings_.write(batch).postings.at(0).id;
    }

    std::vector<std::string> titles(
        matching::Shelf& shelf, const std::vector<domain::PostingId>& ids
    ) {
        std::vector<std::string> result;
        for (const auto& served : shelf.served(ids, as_of)) {
            result.push_back(served.shelved->posting().title);
        }
        return result;
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
    store::TrustStore trust_{database_};
};

TEST_F(Shelf, keeps_a_posting_until_it_changes) {
    matching::Shelf shelf{postings_, trust_};
    domain::Posting posting = posting_of("one", "21231");
    const domain::PostingId id = store(posting);
    const auto first = shelf.served({id}, as_of).at(0).shelved;
    EXPECT_EQ(shelf.served({id}, as_of).at(0).shelved, first);
    EXPECT_EQ(shelf.use().postings, 1U);
    EXPECT_EQ(shelf.use().found, 1U);
    EXPECT_EQ(shelf.use().missed, 1U);

    posting.title = "Example, changed";
    ASSERT_EQ(store(posting, "2"), id);
    EXPECT_THAT(titles(shelf, {id}), ElementsAre("Example, changed"));
    EXPECT_EQ(first->posting().title, "Example one") << "whoever holds it has it as it was";
}

TEST_F(Shelf, serves_nothing_that_the_store_does_not) {
    matching::Shelf shelf{postings_, trust_};
    const domain::PostingId id = store(posting_of("one", "21231"));
    EXPECT_THAT(titles(shelf, {id, 999'999}), ElementsAre("Example one"));
    auto held = record_of(posting_of("one", "21231"), "2");
    held.verified = false;
    held.quarantine_field = "base_salary";
    held.quarantine_reason = "pay is not above zero";
    postings_.write({held});
    EXPECT_THAT(titles(shelf, {id}), IsEmpty());
}

TEST_F(Shelf, serves_in_the_order_asked_what_it_has_and_what_it_has_not) {
    matching::Shelf shelf{postings_, trust_};
    const auto one = store(posting_of("one", "21231"));
    const auto two = store(posting_of("two", "21231"));
    const auto three = store(posting_of("three", "21231"));
    EXPECT_THAT(titles(shelf, {two}), ElementsAre("Example two"));
    EXPECT_THAT(
        titles(shelf, {three, two, one}), ElementsAre("Example three", "Example two", "Example one")
    );
}

TEST_F(Shelf, keeps_what_is_asked_for_again_and_lets_the_rest_go) {
    matching::Shelf shelf{postings_, trust_, 4};
    std::vector<domain::PostingId> ids;
    for (const char* const key : {"a", "b", "c", "d", "e", "f", "g"}) {
        ids.push_back(store(posting_of(key, "21231")));
    }
    const auto first = shelf.served({ids[0]}, as_of).at(0).shelved;
    const std::weak_ptr<const matching::Shelved> second =
        shelf.served({ids[1]}, as_of).at(0).shelved;
    for (std::size_t at = 2; at < ids.size(); ++at) {
        titles(shelf, {ids[at]});
        EXPECT_EQ(shelf.served({ids[0]}, as_of).at(0).shelved, first) << at;
    }
    EXPECT_TRUE(second.expired());
}

TEST_F(Shelf, is_shared_by_threads) {
    matching::Shelf shelf{postings_, trust_, 4};
    std::vector<domain::PostingId> ids;
    for (const char* const key : {"a", "b", "c", "d", "e", "f", "g"}) {
        ids.push_back(store(posting_of(key, "21231")));
    }
    const auto write = [](const domain::Posting& posting) { return posting.title; };
    std::vector<std::jthread> threads;
    for (int each = 0; each < 3; ++each) {
        threads.emplace_back([&] {
            for (int round = 0; round < 30; ++round) {
                for (const auto& served : shelf.served(ids, as_of)) {
                    EXPECT_EQ(served.shelved->written(write), served.shelved->posting().title);
                }
            }
        });
    }
}

}  // namespace
