// A search finds the same whether it reads the index or the columns that are kept of it.

#include "indexer/search/columns.hpp"

#include "indexer/search/reader.hpp"
#include "tests/search/indexed_postings.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>

#include <random>

namespace {

using domain::Province;
using search::Page;
using search::Query;
using search::SearchedIndex;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::paid;
using search_test::record;
using support::day;

constexpr unsigned seed = 20'261'130;

int up_to(std::mt19937& random, const int last) {
    return std::uniform_int_distribution{0, last}(random);
}

std::vector<store::PostingRecord> any_records(std::mt19937& random, const int count) {
    const std::vector<int> nocs{72106, 63200, 21231, 12, 85121};
    std::vector<store::PostingRecord> all;
    for (int number = 0; number < count; ++number) {
        const std::string key = "k" + std::to_string(number);
        const std::string title = (up_to(random, 2) == 0 ? "Night welder " : "Cook ") + key;
        all.push_back(up_to(random, 2) == 0 ? french_record(key, title) : record(key, title));
        domain::Posting& posting = all.back().posting;
        posting.date_posted = day("2026-10-01") + std::chrono::days{up_to(random, 60)};
        posting.valid_through = *posting.date_posted + std::chrono::days{up_to(random, 40)};
        posting.remote = up_to(random, 3) == 0;
        posting.noc = domain::NocCode::from_number(
            nocs[static_cast<std::size_t>(up_to(random, static_cast<int>(nocs.size()) - 1))]
        );
        if (up_to(random, 2) != 0) {
            all.back() = paid(all.back(), 1'500 + 100 * up_to(random, 30));
        }
    }
    return all;
}

Query any_query(std::mt19937& random) {
    const std::vector<std::string> texts{
        "",
        "",
        "welder",
        "cook -night",
        "\"night welder\"",
        "remote:yes",
        "-province:QC",
        "teer:<=2 cook",
        "pay:>=20/h",
        "posted:7d",
        "lang:fr",
        "the",
        "plumber"};
    Query query{
        .text = texts[static_cast<std::size_t>(up_to(random, static_cast<int>(texts.size()) - 1))],
        .as_of = day("2026-10-20") + std::chrono::days{up_to(random, 40)},
        .limit = static_cast<std::size_t>(1 + up_to(random, 11)),
        .facets = up_to(random, 1) == 0};
    if (up_to(random, 2) == 0) {
        query.provinces = {Province::QC};
    }
    if (up_to(random, 3) == 0) {
        query.provinces.push_back(Province::AB);
    }
    if (up_to(random, 3) == 0) {
        query.teers = {up_to(random, 5), 2};
    }
    if (up_to(random, 4) == 0) {
        query.nocs = {domain::NocCode::from_number(63200), domain::NocCode::from_number(12)};
    }
    if (up_to(random, 2) == 0) {
        query.hourly_pay_min = 1'500 + 100 * up_to(random, 30);
    }
    return query;
}

void expect_same(const Page& kept, const Page& read) {
    ASSERT_EQ(kept.hits.size(), read.hits.size());
    for (std::size_t at = 0; at < kept.hits.size(); ++at) {
        EXPECT_EQ(kept.hits[at].id, read.hits[at].id);
        EXPECT_EQ(kept.hits[at].text_score, read.hits[at].text_score);
    }
    EXPECT_EQ(kept.total, read.total);
    EXPECT_EQ(kept.total_exact, read.total_exact);
    EXPECT_EQ(kept.next_cursor, read.next_cursor);
    EXPECT_EQ(kept.revision, read.revision);
    EXPECT_EQ(kept.moved, read.moved);
    EXPECT_EQ(kept.did_you_mean, read.did_you_mean);
    EXPECT_EQ(kept.facets_exact, read.facets_exact);
    ASSERT_EQ(kept.facets.has_value(), read.facets.has_value());
    if (kept.facets) {
        EXPECT_EQ(kept.facets->total(), read.facets->total());
        EXPECT_EQ(kept.facets->provinces(), read.facets->provinces());
        EXPECT_EQ(kept.facets->teers(), read.facets->teers());
        EXPECT_EQ(kept.facets->languages(), read.facets->languages());
        EXPECT_EQ(kept.facets->remote(), read.facets->remote());
        EXPECT_EQ(kept.facets->top_nocs(10), read.facets->top_nocs(10));
    }
}

void expect_same_answers(const SearchedIndex& kept, std::mt19937& random) {
    for (int round = 0; round < 150; ++round) {
        Query query = any_query(random);
        SCOPED_TRACE("'" + query.text + "' in round " + std::to_string(round));
        EXPECT_EQ(
            search::search_all(kept, query).value(),
            search::search_all(kept.location(), query).value()
        );
        do {
            const Page page = search::search(kept, query).value();
            expect_same(page, search::search(kept.location(), query).value());
            query.cursor = page.next_cursor;
        } while (!query.cursor.empty() && !testing::Test::HasFailure());
        if (testing::Test::HasFailure()) {
            return;
        }
    }
}

class KeptColumns : public testing::TestWithParam<std::size_t> {};

TEST_P(KeptColumns, find_what_the_index_finds) {
    std::mt19937 random{seed};
    IndexedPostings indexed{GetParam()};
    const SearchedIndex kept{indexed.index(), SearchedIndex::Columns::kept};
    kept.refresh();  // There is no index yet.
    indexed.add(any_records(random, 120));
    const auto state = [&] {
        return search::with_index(indexed.index(), [](const search::OpenIndex& index) {
            return index.state;
        });
    };
    EXPECT_EQ(kept.columns(state()), nullptr);
    kept.refresh();
    ASSERT_NE(kept.columns(state()), nullptr);
    expect_same_answers(kept, random);

    // What has changed since is not answered from columns of before.
    indexed.add(any_records(random, 150));
    EXPECT_EQ(kept.columns(state()), nullptr);
    expect_same_answers(kept, random);
    kept.refresh();
    ASSERT_NE(kept.columns(state()), nullptr);
    expect_same_answers(kept, random);
}

INSTANTIATE_TEST_SUITE_P(Shards, KeptColumns, testing::Values(1U, 3U));

TEST(Columns, are_not_kept_of_an_index_that_is_searched_once) {
    IndexedPostings indexed;
    indexed.add({record("a", "Welder")});
    const SearchedIndex once{indexed.index()};
    once.refresh();
    search::with_index(indexed.index(), [&](const search::OpenIndex& index) {
        EXPECT_EQ(once.columns(index.state), nullptr);
    });
}

}  // namespace
