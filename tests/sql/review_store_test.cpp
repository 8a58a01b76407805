// What readers report and reviewers decide, as the API's role writes it.

#include "sql/store/review_store.hpp"

#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const domain::Date today = domain::parse_date("2026-11-16").value();

/// A posting that a check of its text holds back: dates is the third of the checks.
store::PostingRecord failing(const std::string& source_id, const std::string& raw = "{}") {
    auto record = held_back(record_of(small_posting(source_id), raw));
    record.verdicts.letters = "ppf";
    record.quarantine_field = "description";
    record.quarantine_reason = "\"send $50 first\"";
    return record;
}

class Reviews : public testing::Test {
protected:
    domain::PostingId put(const store::PostingRecord& record) {
        postings_.write({record});
        return postings_.history(record.posting.source_id).at(0).posting.id;
    }

    void decide(
        const domain::PostingId id,
        const std::string& decision,
        const std::string& check,
        const std::string& reviewer
    ) {
        EXPECT_TRUE(reviews_.decide(
            id,
            {.decision = decision,
             .check = check,
             .reviewer = reviewer,
             .words = "because",
             .made_at = ""},
            today
        ));
    }

    std::vector<std::string> waiting() {
        std::vector<std::string> lines;
        for (const auto& each : reviews_.queue(0, 100)) {
            lines.push_back(
                each.title + " " + std::to_string(each.reports) + (each.verified ? "+" : "-")
            );
        }
        return lines;
    }

    std::vector<std::string> cleared(const domain::PostingId id) {
        return reviews_.posting(id)->cleared;
    }

    bool is_served(const domain::PostingId id) {
        return !postings_.find_served({id}, today).empty();
    }

    store::Fingerprint fingerprint(const std::string& source_id) {
        return postings_.fingerprints("sample", {source_id}).at(0);
    }

    support::TestDatabase test_database_;
    store::Database owned_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::Database api_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::PostingStore postings_{owned_};
    store::ReviewStore reviews_{api_};
};

TEST_F(Reviews, take_reports_of_what_is_served_and_of_nothing_else) {
    const auto served = put(record_of(small_posting("a")));
    const auto held = put(failing("b"));
    EXPECT_TRUE(reviews_.report(served, "fee_asked", "« 50 $ »\nfirst"));
    EXPECT_TRUE(reviews_.report(served, "closed", ""));
    EXPECT_FALSE(reviews_.report(held, "closed", ""));
    EXPECT_FALSE(reviews_.report(999'999, "closed", ""));
    const auto reports = reviews_.reports(served);
    ASSERT_THAT(reports, SizeIs(2));
    EXPECT_EQ(reports[0].kind, "fee_asked");
    EXPECT_EQ(reports[0].words, "« 50 $ »\nfirst");
    EXPECT_THAT(reports[0].made_at, testing::EndsWith("Z"));
    EXPECT_THAT(reviews_.reports(held), IsEmpty());
}

TEST_F(Reviews, wait_for_what_is_held_back_or_reported_until_somebody_has_decided) {
    auto fine = small_posting("fine");
    auto reported = small_posting("reported");
    auto bad = failing("bad");
    fine.title = "Fine";
    reported.title = "Reported";
    bad.posting.title = "Bad";
    put(record_of(fine));
    const auto reported_id = put(record_of(reported));
    const auto bad_id = put(bad);
    reviews_.report(reported_id, "closed", "");
    reviews_.report(reported_id, "other", "odd");
    EXPECT_THAT(waiting(), ElementsAre("Reported 2+", "Bad 0-"));

    const auto page = reviews_.queue(reported_id, 1);
    ASSERT_THAT(page, SizeIs(1));
    EXPECT_EQ(page[0].id, bad_id);
    EXPECT_EQ(page[0].field, "description");
    EXPECT_EQ(page[0].reason, "\"send $50 first\"");
    EXPECT_EQ(page[0].letters, "ppf");
    EXPECT_EQ(page[0].hiring_organization, "Exemple inc.");
    EXPECT_EQ(page[0].source, "sample");
    EXPECT_THAT(reviews_.queue(0, 1), SizeIs(1));

    decide(reported_id, "note", "", "one");
    decide(bad_id, "note", "", "one");
    EXPECT_THAT(waiting(), ElementsAre("Reported 2+", "Bad 0-")) << "a note decides nothing";
    decide(reported_id, "confirm", "fees", "one");
    decide(bad_id, "confirm", "dates", "one");
    EXPECT_THAT(waiting(), IsEmpty());
    reviews_.report(reported_id, "closed", "");
    EXPECT_THAT(waiting(), ElementsAre("Reported 1+"));

    put(failing("bad", "{\"changed\": true}"));
    EXPECT_THAT(waiting(), ElementsAre("Reported 1+", "Welder 0-")) << "another record is anew";
}

TEST_F(Reviews, take_a_rejected_posting_out_at_once) {
    const auto id = put(record_of(small_posting("a")));
    const auto before = postings_.revision();
    decide(id, "reject", "", "one");
    EXPECT_FALSE(is_served(id));
    EXPECT_EQ(postings_.revision(), before + 1);
    const auto told = postings_.history("a").at(0).changes.back();
    EXPECT_EQ(told.state, "held_back");
    EXPECT_EQ(told.reason, "a reviewer has taken it out");
    EXPECT_EQ(told.day, today);
    EXPECT_EQ(postings_.quarantine_reasons().at(0).reason, "a reviewer has taken it out");
    EXPECT_THAT(postings_.contradictions(), IsEmpty());
    EXPECT_TRUE(reviews_.posting(id)->rejected);

    decide(id, "reject", "", "two");
    EXPECT_EQ(postings_.revision(), before + 1) << "it was out already";
    EXPECT_FALSE(reviews_.decide(
        999'999,
        {.decision = "reject", .check = "", .reviewer = "one", .words = "w", .made_at = ""},
        today
    ));
    const auto decisions = reviews_.decisions(id);
    ASSERT_THAT(decisions, SizeIs(2));
    EXPECT_EQ(decisions[0].decision, "reject");
    EXPECT_EQ(decisions[0].reviewer, "one");
    EXPECT_EQ(decisions[0].words, "because");
    EXPECT_TRUE(decisions[0].of_this_record);
}

TEST_F(Reviews, reject_the_posting_and_not_one_record_of_it) {
    const auto id = put(record_of(small_posting("a"), "first"));
    decide(id, "reject", "", "one");
    EXPECT_TRUE(fingerprint("a").rejected);
    postings_.write({held_back(record_of(small_posting("a"), "second"))});
    EXPECT_TRUE(fingerprint("a").rejected);
    EXPECT_TRUE(reviews_.posting(id)->rejected);
}

TEST_F(Reviews, clear_a_finding_when_two_different_people_have_said_so) {
    const auto id = put(failing("a"));
    decide(id, "clear", "dates", "one");
    EXPECT_THAT(cleared(id), IsEmpty());
    decide(id, "clear", "dates", "one");
    EXPECT_THAT(cleared(id), IsEmpty()) << "one person twice is one person";
    decide(id, "clear", "fees", "two");
    EXPECT_THAT(cleared(id), IsEmpty()) << "of another finding";
    decide(id, "clear", "dates", "two");
    EXPECT_THAT(cleared(id), ElementsAre("dates"));
    EXPECT_THAT(fingerprint("a").cleared, ElementsAre("dates"));
    EXPECT_THAT(reviews_.card(id)->cleared, ElementsAre("dates"));
    EXPECT_FALSE(is_served(id)) << "only the indexer lets it back in";
}

TEST_F(Reviews, let_anybody_uphold_a_finding_after_it_was_cleared) {
    const auto id = put(failing("a"));
    decide(id, "clear", "dates", "one");
    decide(id, "clear", "dates", "two");
    decide(id, "confirm", "dates", "three");
    EXPECT_THAT(cleared(id), IsEmpty());
    decide(id, "clear", "dates", "one");
    EXPECT_THAT(cleared(id), IsEmpty()) << "it takes two again";
    decide(id, "clear", "dates", "two");
    EXPECT_THAT(cleared(id), ElementsAre("dates"));
}

TEST_F(Reviews, clear_a_finding_on_one_record_and_not_on_the_next) {
    const auto id = put(failing("a", "first"));
    decide(id, "clear", "dates", "one");
    decide(id, "clear", "dates", "two");
    put(failing("a", "second"));
    EXPECT_THAT(cleared(id), IsEmpty());
    EXPECT_THAT(fingerprint("a").cleared, IsEmpty());
    EXPECT_FALSE(reviews_.decisions(id).at(0).of_this_record);
    decide(id, "clear", "dates", "one");
    EXPECT_THAT(cleared(id), IsEmpty()) << "of each record there are two";
}

TEST_F(Reviews, lift_a_rejection_when_two_people_have_looked_at_the_record_that_stands) {
    const auto id = put(record_of(small_posting("a"), "first"));
    decide(id, "reject", "", "one");
    decide(id, "clear", "review", "two");
    EXPECT_TRUE(reviews_.posting(id)->rejected);
    decide(id, "clear", "review", "three");
    EXPECT_FALSE(reviews_.posting(id)->rejected);
    decide(id, "reject", "", "four");
    EXPECT_TRUE(reviews_.posting(id)->rejected) << "rejected after it was cleared";
    decide(id, "clear", "review", "two");
    decide(id, "clear", "review", "three");
    EXPECT_FALSE(reviews_.posting(id)->rejected);
    put(held_back(record_of(small_posting("a"), "second")));
    EXPECT_TRUE(reviews_.posting(id)->rejected) << "nobody has looked at this record";
}

}  // namespace
