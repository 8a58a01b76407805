// The matcher against what people graded, on the candidates that are tuned on:
// tests/quality/README.md.

#include "tests/quality/corpus_of_tests.hpp"
#include "tests/quality/evaluation.hpp"
#include "tests/quality/floors.hpp"
#include "tests/quality/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

namespace floors = quality::floors;

class Quality : public testing::Test {
protected:
    void SetUp() override {
        if (!quality::has_archive()) {
            GTEST_SKIP() << "../shared absent";
        }
        members_ = quality::groups(tuned()).front().members;
    }

    static const std::vector<quality::Asked>& tuned() {
        static const std::vector<quality::Asked> all = quality::ask_all(
            quality::ours_of_tests(),
            quality::corpus_of_tests(),
            quality::read_cases(quality::Set::tuned)
        );
        return all;
    }

    quality::Figures ours() const { return quality::figures(members_, quality::our_name); }

    std::vector<const quality::Asked*> members_;
};

TEST(QualityCases, have_grades_each) {
    for (const quality::Set set : {quality::Set::tuned, quality::Set::held_out}) {
        for (const quality::Case& one : quality::read_cases(set)) {
            EXPECT_GT(one.judgments.size(), 30U) << one.name;
        }
    }
}

TEST_F(Quality, asks_over_nearly_all_postings_and_judgments) {
    const auto& corpus = quality::corpus_of_tests();
    EXPECT_GT(corpus.postings().size(), corpus.counts().named * 99 / 100);
    for (const quality::Asked* const each : members_) {
        EXPECT_GT(
            each->judged.postings.size() + each->judged.merged,
            each->asked.judgments.size() * 9 / 10
        ) << each->asked.name;
    }
}

TEST_F(Quality, gets_open_postings_once_each_from_every_system_and_a_hundred_from_ours) {
    for (const quality::Asked* const each : members_) {
        EXPECT_EQ(each->rankings.at(quality::our_name).size(), quality::ranked_max);
        for (const auto& [system, ranking] : each->rankings) {
            SCOPED_TRACE(each->asked.name + ", " + system);
            EXPECT_FALSE(ranking.empty());
            EXPECT_LE(ranking.size(), quality::ranked_max);
            EXPECT_EQ(std::set(ranking.begin(), ranking.end()).size(), ranking.size());
            EXPECT_TRUE(std::ranges::all_of(ranking, [](const domain::PostingId id) {
                return quality::corpus_of_tests().postings().contains(id);
            }));
        }
    }
}

TEST_F(Quality, shows_next_to_nothing_that_a_hard_fact_rules_out) {
    EXPECT_LE(ours().violations_sum, floors::violations_max);
}

TEST_F(Quality, puts_what_people_would_apply_to_first) {
    EXPECT_GE(ours().ndcg.mean, floors::ndcg_min);
}

TEST_F(Quality, finds_what_people_would_apply_to) {
    EXPECT_GE(ours().recall.mean, floors::recall_min);
}

TEST_F(Quality, is_ahead_of_every_baseline) {
    for (const std::string& system : quality::system_names()) {
        if (system != quality::our_name) {
            EXPECT_GE(quality::ahead(members_, system).mean, floors::ahead_min) << system;
        }
    }
}

}  // namespace
