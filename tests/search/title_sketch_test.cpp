// The sketches of titles never promise less than a title has in common with a résumé, and seldom
// more.

#include "indexer/search/title_sketch.hpp"

#include "indexer/search/relevance.hpp"
#include "tests/search/indexed_postings.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace {

using search::Relevance;
using search::SearchedIndex;
using search::TitleSketches;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::record;

constexpr unsigned sketch_seed = 20'261'130;
constexpr std::size_t resume_words_max = 100;

std::size_t any_up_to(std::mt19937& random, const std::size_t last) {
    return std::uniform_int_distribution<std::size_t>{0, last}(random);
}

std::string any_title(std::mt19937& random) {
    const std::vector<std::string> words{
        "manager",    "welder",   "night", "senior",    "cuisinière", "cook",      "restaurant",
        "infirmière", "software", "truck", "chauffeur", "of",         "health",    "assistant",
        "(Fiction)",  "-",        "HVAC",  "line",      "chef",       "greenhouse"};
    std::string title;
    for (std::size_t count = 1 + any_up_to(random, 5); count > 0; --count) {
        title += (title.empty() ? "" : " ") + words[any_up_to(random, words.size() - 1)];
    }
    return title;
}

std::vector<store::PostingRecord> titled_records(std::mt19937& random, const int count) {
    std::vector<store::PostingRecord> all;
    for (int number = 0; number < count; ++number) {
        const std::string key = "k" + std::to_string(number);
        const std::string title = any_title(random);
        all.push_back(any_up_to(random, 1) == 0 ? french_record(key, title) : record(key, title));
        if (any_up_to(random, 2) == 0) {
            all.back().posting.original_title = any_title(random);
        }
    }
    return all;
}

std::vector<search::ResumeText> any_resume(std::mt19937& random) {
    std::vector<search::ResumeText> texts{{.text = any_title(random)}};
    for (std::size_t count = 1 + any_up_to(random, 2); count > 0; --count) {
        texts.push_back({.text = any_title(random), .weight = 3, .is_title = true});
    }
    return texts;
}

std::vector<domain::PostingId> ids_up_to(const domain::PostingId last) {
    std::vector<domain::PostingId> ids(static_cast<std::size_t>(last));
    std::generate(ids.begin(), ids.end(), [next = 1]() mutable { return next++; });
    return ids;
}

class Sketches : public testing::TestWithParam<std::size_t> {};

TEST_P(Sketches, promise_what_a_title_has_and_seldom_more) {
    std::mt19937 random{sketch_seed};
    IndexedPostings indexed{GetParam()};
    indexed.add(titled_records(random, 200));
    const SearchedIndex kept{indexed.index(), SearchedIndex::Columns::kept};
    kept.refresh();
    const auto ids = ids_up_to(200);
    std::size_t equal = 0;
    std::size_t compared = 0;
    for (int round = 0; round < 40; ++round) {
        const auto texts = any_resume(random);
        Relevance relevance{kept, texts, resume_words_max};
        const auto most = relevance.likeness_max(ids);
        const auto found = relevance.likeness(ids);
        for (std::size_t at = 0; at < ids.size(); ++at) {
            ASSERT_GE(most[at].weight, found[at].weight);
            ASSERT_GE(most[at].title_permille, found[at].title_permille) << ids[at];
            ASSERT_GE(most[at].title_known_permille, found[at].title_known_permille) << ids[at];
            equal += most[at].title_permille == found[at].title_permille &&
                             most[at].title_known_permille == found[at].title_known_permille
                         ? 1
                         : 0;
            ++compared;
        }
    }
    EXPECT_GT(100 * equal, 98 * compared);
}

INSTANTIATE_TEST_SUITE_P(Shards, Sketches, testing::Values(1U, 3U));

TEST(Sketches, promise_everything_where_nothing_is_kept_of_this_state) {
    std::mt19937 random{sketch_seed};
    IndexedPostings indexed;
    indexed.add(titled_records(random, 20));
    const SearchedIndex kept{indexed.index(), SearchedIndex::Columns::kept};
    const std::vector<search::ResumeText> texts{{.text = "astronomer", .is_title = true}};
    const auto title_permille = [&](const SearchedIndex& index) {
        const auto ids = ids_up_to(1);
        return Relevance{index, texts, resume_words_max}.likeness_max(ids).front().title_permille;
    };
    EXPECT_EQ(title_permille(kept), 1000) << "not read yet";
    kept.refresh();
    EXPECT_EQ(title_permille(kept), 0);
    indexed.add(titled_records(random, 25));
    EXPECT_EQ(title_permille(kept), 1000) << "of the state before";
    kept.refresh();
    EXPECT_EQ(title_permille(kept), 0);
    EXPECT_EQ(title_permille(SearchedIndex{indexed.index()}), 1000);
}

TEST(TitleSketches, leave_out_what_is_no_value_of_theirs) {
    using namespace std::string_literals;
    TitleSketches sketches{5};
    sketches.add(1, ""s);
    sketches.add(2, "\x01\x01\x00\x00"s);              // The term is missing.
    sketches.add(3, "\x01\x01\x00\x00\x07\x08\x09"s);  // Half of a term is there.
    sketches.add(6, "\x01\x01\x00\x00\x07\x08"s);      // There is no such posting.
    for (domain::PostingId id = 0; id < 8; ++id) {
        EXPECT_FALSE(sketches.find(id).has_value()) << id;
    }
    sketches.add(4, "\x01\x01\x00\x01\x07\x08\x05\x06"s);
    const auto found = sketches.find(4);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->called_words, 1);
    EXPECT_THAT(found->called, testing::ElementsAre(0x0807));
    EXPECT_THAT(found->called_concepts, testing::IsEmpty());
    EXPECT_THAT(found->title_concepts, testing::ElementsAre(0x0605));
}

}  // namespace
