// What employers say of candidates: to whom it can be said, who reads it, and what a reviewer
// answers.

#include "sql/store/interest_store.hpp"

#include "tests/sql/employers.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using domain::ErrorKind;
using testing::IsEmpty;
using testing::SizeIs;

const store::InterestStore::Decision no{
    .interested = false, .reason = "experience", .words = "two years were asked"};
const store::InterestStore::Decision yes{.interested = true, .reason = "language", .words = ""};

class Interests : public testing::Test {
protected:
    Interests() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        for (const domain::PostingId posting : {1, 2}) {
            give_posting(test_database_, posting == 1 ? hr_ : rival_, posting);
        }
        consents_.give(ana, anas_, "1").value();
        alias_ = consents_.record(viewer_, {{anas_, 80}})->at(0);
    }

    store::InterestStore::Interest say(const store::InterestStore::Decision& decision) {
        return interests_.say(viewer_, anas_, decision, explanation_).value();
    }

    std::vector<store::InterestStore::Interest> anas() {
        return interests_.list(ana, anas_).value();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::ConsentStore consents_{database_};
    store::InterestStore interests_{database_};
    std::string hr_ = add_employer(test_database_, "hr");
    std::string rival_ = add_employer(test_database_, "rival");
    store::Viewer viewer_{.id = hr_, .posting = 1};
    std::string anas_ = candidates_.create(ana, R"({"resume": {"basics": {"name": "Zelda"}}})").id;
    std::string alias_;
    store::InterestStore::Explanation explanation_{
        .fit = 80,
        .document = R"({"en": {"fit": 80}})",
        .rules = "2022-11-16",
        .revision = 3,
        .day = domain::parse_date("2026-11-16").value()};
};

TEST_F(Interests, are_kept_with_what_they_were_made_on) {
    const auto shown = interests_.find_shown(viewer_, alias_).value();
    EXPECT_EQ(shown.id, anas_);
    EXPECT_THAT(shown.document, testing::Not(testing::HasSubstr("Zelda")));
    const auto said = say(no);
    EXPECT_EQ(say(no).id, said.id) << "the same again is no other decision";
    ASSERT_THAT(anas(), SizeIs(1));
    const auto kept = anas().at(0);
    EXPECT_FALSE(kept.decision.interested);
    EXPECT_EQ(kept.decision.reason, "experience");
    EXPECT_EQ(kept.decision.words, "two years were asked");
    EXPECT_EQ(kept.employer, "Exemple inc.");
    EXPECT_EQ(kept.explanation, R"({"en": {"fit": 80}})");
    EXPECT_EQ(kept.rules, "2022-11-16");
    EXPECT_EQ(kept.revision, 3);
    EXPECT_EQ(kept.explained_on, "2026-11-16");
    EXPECT_EQ(consents_.views(ana, anas_, std::nullopt, 10).at(0).what, "shown");

    const auto changed = say(yes);
    ASSERT_THAT(anas(), SizeIs(2));
    EXPECT_EQ(anas().at(0).id, changed.id);
    EXPECT_TRUE(anas().at(0).current);
    EXPECT_FALSE(anas().at(1).current);
    const auto last = interests_.last_words(viewer_, {alias_});
    ASSERT_THAT(last, SizeIs(1));
    EXPECT_EQ(last[0].first, alias_);
    EXPECT_TRUE(last[0].second.decision.interested);
    EXPECT_THAT(interests_.last_words(viewer_, {}), IsEmpty());
}

TEST_F(Interests, are_said_of_and_read_by_those_whom_they_are_about) {
    say(no);
    const store::Viewer rival{.id = rival_, .posting = 1};
    EXPECT_FALSE(interests_.find_shown(rival, alias_));
    EXPECT_FALSE(interests_.say(rival, anas_, no, explanation_));
    EXPECT_THAT(interests_.last_words(rival, {alias_}), IsEmpty());
    EXPECT_FALSE(interests_.say({.id = rival_, .posting = 2}, alias_, no, explanation_))
        << "an alias is no candidate";
    EXPECT_EQ(interests_.list(ben, anas_).error().kind, ErrorKind::not_found);
}

TEST_F(Interests, are_the_candidates_alone_once_the_consent_is_taken_back) {
    say(no);
    ASSERT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_THAT(interests_.last_words(viewer_, {alias_}), IsEmpty());
    EXPECT_FALSE(interests_.find_shown(viewer_, alias_));
    EXPECT_FALSE(interests_.say(viewer_, anas_, yes, explanation_));
    EXPECT_THAT(anas(), SizeIs(1));
}

TEST_F(Interests, are_looked_at_by_a_person_where_the_candidate_asks) {
    const auto said = say(no);
    EXPECT_THAT(interests_.waiting(reviewer, 0, 10), IsEmpty());
    EXPECT_FALSE(interests_.ask_for_person(ben, anas_, said.id, "x"));
    const auto asked = interests_.ask_for_person(ana, anas_, said.id, "I have six years").value();
    EXPECT_TRUE(asked.now);
    EXPECT_FALSE(interests_.ask_for_person(ana, anas_, said.id, "again")->now);
    const auto waiting = interests_.waiting(reviewer, 0, 10);
    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting[0].title, "Welder");

    const auto read = interests_.read(reviewer, waiting[0].id).value();
    EXPECT_EQ(read.id, said.id);
    EXPECT_EQ(read.review->words, "I have six years");
    const auto line = consents_.views(ana, anas_, std::nullopt, 1).at(0);
    EXPECT_EQ(line.what + " " + line.viewer_role, "decision reviewer");

    ASSERT_TRUE(interests_.answer(reviewer, waiting[0].id, "they will call you"));
    EXPECT_EQ(anas().at(0).review->answer, "they will call you");
    EXPECT_EQ(interests_.answer(reviewer, waiting[0].id, "no").error().kind, ErrorKind::conflict);
    EXPECT_THAT(interests_.waiting(reviewer, 0, 10), IsEmpty());
}

TEST_F(Interests, are_read_by_no_other_role_and_by_no_reviewer_unasked) {
    const auto said = say(no);
    EXPECT_FALSE(interests_.read(reviewer, 1)) << "nobody has asked";
    ASSERT_TRUE(interests_.ask_for_person(ana, anas_, said.id, ""));
    for (const store::Reviewer& other : std::vector<store::Reviewer>{
             {.id = "operator-1", .role = "operator"},
             {.id = "ben", .role = "candidate"},
             {.id = rival_, .role = "employer"}}) {
        EXPECT_THAT(interests_.waiting(other, 0, 10), IsEmpty()) << other.role;
        EXPECT_THROW(
            {
                const auto read = interests_.read(other, 1);
                if (!read) {
                    throw std::runtime_error{"nothing"};
                }
            },
            std::exception
        ) << other.role;
    }
    EXPECT_EQ(consents_.views(ana, anas_, std::nullopt, 1).at(0).what, "shown");
}

/// A decision is shown to no reviewer without a line that the candidate sees, and is never changed.
TEST_F(Interests, are_held_by_the_database_whatever_a_query_asks) {
    const auto said = say(no);
    ASSERT_TRUE(interests_.ask_for_person(ana, anas_, said.id, ""));
    pqxx::connection api{test_database_.conninfo("jobscout_api")};
    const auto count = [&](const std::string& principal, const std::string& role) {
        pqxx::work transaction{api};
        transaction.exec(
            "SELECT set_config('jobscout.principal', '" + principal +
            "', true), set_config('jobscout.role', '" + role +
            "', true), set_config('jobscout.posting', '1', true)"
        );
        return transaction.exec("SELECT FROM candidate_interest").size();
    };
    EXPECT_EQ(count("reviewer-1", "reviewer"), 0);
    EXPECT_EQ(count("operator-1", "operator"), 0);
    EXPECT_EQ(count(rival_, "employer"), 0);
    EXPECT_EQ(count("ben", ""), 0);
    EXPECT_EQ(count(hr_, ""), 1);
    EXPECT_EQ(count("ana", ""), 1);
    pqxx::connection super{test_database_.conninfo()};
    pqxx::work transaction{super};
    EXPECT_THROW(
        transaction.exec("UPDATE candidate_interest SET words = ''"), pqxx::restrict_violation
    );
}

TEST_F(Interests, go_with_the_candidate) {
    const auto said = say(no);
    ASSERT_TRUE(interests_.ask_for_person(ana, anas_, said.id, "x"));
    const auto removed = candidates_
                             .remove(
                                 ana,
                                 anas_,
                                 domain::parse_date("2026-11-16").value(),
                                 store::CandidateStore::LoneSearches::kept
                             )
                             .value();
    EXPECT_EQ(removed.interests, 1);
    pqxx::connection super{test_database_.conninfo()};
    pqxx::work transaction{super};
    EXPECT_EQ(transaction.exec("SELECT FROM candidate_interest").size(), 0);
    EXPECT_EQ(transaction.exec("SELECT FROM candidate_interest_review").size(), 0);
}

}  // namespace
