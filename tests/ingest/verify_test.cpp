// What becomes of stored postings as days go by and people decide: they lapse, come back, are
// closed and are released; through the real pipeline, PostgreSQL and Xapian.

#include "tests/ingest/verifying.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using verification::CheckKind;
using verification::Liveness;
using verification::Verdict;

/// What is taken in on 2026-11-16 counts to `past(0)`.
std::string past(const int days) { return last_day_of("2026-11-16", days); }

std::function<std::optional<Liveness>(const domain::Posting&)> saying(
    const Liveness::State state, const std::string& on, const std::string& evidence
) {
    return [=](const domain::Posting&) {
        return std::optional{Liveness{.state = state, .day = day(on), .evidence = evidence}};
    };
}

TEST_F(Verify, finds_nothing_to_change_right_after_an_ingest) {
    take_in(
        {partner_record("a"),
         partner_record("held", {{"noc", "99999"}}),
         partner_record("dateless", {{"posted", "soon"}}),
         partner_record("board", {{"title", "Seasonal welder"}, {"pay", "much"}})},
        "2026-11-16"
    );
    const auto revision = postings_.revision();
    EXPECT_EQ(verify({.day = day("2026-11-16")}), "4 looked at");
    EXPECT_EQ(verify_due("2026-11-16"), "0 looked at");
    EXPECT_EQ(postings_.revision(), revision);
}

TEST_F(Verify, lets_a_posting_of_a_fetched_source_lapse_after_its_days) {
    take_in({partner_record("a"), partner_record("b")}, "2026-11-16");
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::pass);
    EXPECT_TRUE(is_served("a", past(0))) << "its last day";
    EXPECT_FALSE(is_served("a", past(1))) << "before anybody has verified it";
    EXPECT_EQ(verify_due(past(0)), "0 looked at");
    EXPECT_THAT(indexer_.found("welder"), SizeIs(2));

    EXPECT_EQ(verify_due(past(1)), "2 looked at 2 changed 2 lapsed");
    EXPECT_THAT(states("a"), ElementsAre("new", "lapsed"));
    EXPECT_THAT(last_reason("a"), HasSubstr(past(0)));
    EXPECT_THAT(indexer_.found("welder"), IsEmpty());
    expect_sound();
    const auto revision = postings_.revision();
    EXPECT_EQ(verify_due(past(2)), "2 looked at") << "it lapses once";
    EXPECT_EQ(postings_.revision(), revision);
}

TEST_F(Verify, renews_what_its_feed_has_again) {
    const std::vector<std::string> feed{partner_record("a")};
    take_in(feed, "2026-11-16");
    verify_due(past(1));
    take_in(feed, past(2));
    EXPECT_THAT(states("a"), ElementsAre("new", "lapsed", "renewed"));
    EXPECT_TRUE(is_served("a", past(3)));
    EXPECT_THAT(indexer_.found("welder"), SizeIs(1));
    EXPECT_EQ(verify_due(last_day_of(past(2))), "0 looked at");
    expect_sound();
}

TEST_F(Verify, keeps_what_its_feed_has_every_day_without_a_line_of_history) {
    for (const char* on : {"2026-11-16", "2026-11-17", "2026-11-18"}) {
        take_in({partner_record("a")}, on);
        EXPECT_EQ(verify_due(on), "0 looked at");
    }
    EXPECT_TRUE(is_served("a", last_day_of("2026-11-18")));
    EXPECT_FALSE(is_served("a", last_day_of("2026-11-18", 1)));
    EXPECT_THAT(states("a"), ElementsAre("new"));
}

TEST_F(Verify, never_lets_a_posting_of_a_file_lapse) {
    take_in({partner_record("a")}, "2026-11-16", false);
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::unknown);
    const auto never_asked = [](const domain::Posting&) -> std::optional<Liveness> {
        ADD_FAILURE() << "a file has no source to ask";
        return std::nullopt;
    };
    EXPECT_EQ(
        verify({.day = day("2026-12-20"), .due_only = true, .ask = never_asked}), "0 looked at"
    );
    EXPECT_EQ(verify({.day = day("2026-12-20"), .ask = never_asked}), "1 looked at");
    EXPECT_TRUE(is_served("a", "2026-12-20"));
}

TEST_F(Verify, renews_by_the_word_of_its_page) {
    take_in({partner_record("a")}, "2026-11-16");
    verify_due(past(1));
    const auto live = saying(Liveness::State::live, past(2), "its page still shows it");
    EXPECT_EQ(
        verify({.day = day(past(2)), .due_only = true, .ask = live}),
        "1 looked at 1 changed 1 renewed 1 asked"
    );
    EXPECT_THAT(states("a"), ElementsAre("new", "lapsed", "renewed"));
    EXPECT_TRUE(is_served("a", last_day_of(past(2))));
    EXPECT_FALSE(is_served("a", last_day_of(past(2), 1)));
    EXPECT_EQ(trust_.card(id_of("a"))->liveness->evidence, "its page still shows it");
    EXPECT_THAT(indexer_.found("welder"), SizeIs(1));
    expect_sound();
}

TEST_F(Verify, asks_in_time_and_nothing_lapses) {
    take_in({partner_record("a")}, "2026-11-16");
    const auto live = saying(Liveness::State::live, past(1), "its page still shows it");
    EXPECT_EQ(
        verify({.day = day(past(1)), .due_only = true, .ask = live}),
        "1 looked at 1 changed 1 asked"
    );
    EXPECT_THAT(states("a"), ElementsAre("new"));
}

TEST_F(Verify, closes_what_its_page_says_is_closed_and_opens_it_when_its_feed_has_it_again) {
    take_in({partner_record("a")}, "2026-11-16");
    const auto closed = saying(Liveness::State::closed, past(1), "HTTP 410");
    EXPECT_EQ(
        verify({.day = day(past(1)), .due_only = true, .ask = closed}),
        "1 looked at 1 changed 1 asked 1 closed"
    );
    EXPECT_EQ(trust_.to_verify(id_of("a"))->posting.closed_on, day(past(1)));
    EXPECT_THAT(states("a"), ElementsAre("new", "closed"));
    EXPECT_EQ(last_reason("a"), "its page says: HTTP 410");
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::fail);
    EXPECT_EQ(check("a", CheckKind::liveness).evidence, "HTTP 410");
    EXPECT_THAT(indexer_.found("welder"), SizeIs(1)) << "it was open on the 16th";
    EXPECT_EQ(verify_due(past(2)), "0 looked at") << "nothing is left to prove";
    expect_sound();

    take_in({partner_record("a")}, past(3));
    EXPECT_THAT(states("a"), ElementsAre("new", "closed", "back_again"));
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::pass);
    EXPECT_FALSE(trust_.to_verify(id_of("a"))->posting.closed_on);
}

TEST_F(Verify, tells_of_a_lapsed_posting_that_it_is_closed_and_not_that_it_is_renewed) {
    take_in({partner_record("a")}, "2026-11-16");
    verify_due(past(1));
    const auto closed = saying(Liveness::State::closed, past(2), "HTTP 404");
    EXPECT_EQ(
        verify({.day = day(past(2)), .due_only = true, .ask = closed}),
        "1 looked at 1 changed 1 asked 1 closed"
    );
    EXPECT_THAT(states("a"), ElementsAre("new", "lapsed", "closed"));
    EXPECT_FALSE(trust_.card(id_of("a"))->lapsed_on) << "whoever has its link learns of it";
    EXPECT_EQ(verify_due(past(3)), "0 looked at");
    expect_sound();
}

TEST_F(Verify, believes_no_uncertain_answer) {
    take_in({partner_record("a")}, "2026-11-16");
    const auto uncertain = saying(Liveness::State::uncertain, past(1), "the host does not answer");
    EXPECT_EQ(
        verify({.day = day(past(1)), .due_only = true, .ask = uncertain}),
        "1 looked at 1 changed 1 lapsed 1 asked"
    );
    EXPECT_FALSE(trust_.to_verify(id_of("a"))->posting.closed_on) << "it is not closed by it";
    EXPECT_THAT(states("a"), ElementsAre("new", "lapsed"));
    const auto liveness = trust_.card(id_of("a"))->liveness.value();
    EXPECT_EQ(liveness.state, "uncertain");
    EXPECT_EQ(liveness.evidence, "the host does not answer");
    EXPECT_EQ(liveness.until, day(past(0))) << "what was proven runs out when it would have";
}

TEST_F(Verify, asks_of_nothing_that_is_over_or_still_counts) {
    take_in(
        {partner_record("over", {{"posted", "2026-09-01"}}), partner_record("open")}, "2026-11-16"
    );
    std::vector<std::string> asked;
    const auto ask = [&](const domain::Posting& posting) -> std::optional<Liveness> {
        asked.push_back(posting.source_id);
        return std::nullopt;  // The budget of its host is spent.
    };
    verify({.day = day(past(-1)), .ask = ask});
    EXPECT_THAT(asked, IsEmpty());
    EXPECT_EQ(verify({.day = day(past(0)), .ask = ask}), "2 looked at");
    EXPECT_THAT(asked, ElementsAre("open")) << "its last day";
    asked.clear();
    EXPECT_EQ(verify({.day = day(past(1)), .ask = ask}), "2 looked at 1 changed 1 lapsed");
    EXPECT_THAT(asked, ElementsAre("open"));
    EXPECT_THAT(states("over"), ElementsAre("new")) << "it is over by its own dates";
}

TEST_F(Verify, changes_nothing_the_second_time) {
    take_in(
        {partner_record("a"),
         partner_record("b", {{"title", "Cook"}}),
         partner_record("held", {{"noc", "99999"}})},
        "2026-11-16"
    );
    verify({.day = day(past(3))});
    const auto revision = postings_.revision();
    EXPECT_EQ(verify({.day = day(past(3))}), "3 looked at");
    EXPECT_EQ(verify({.day = day(past(4))}), "3 looked at") << "a later day is no news";
    EXPECT_EQ(postings_.revision(), revision);
}

TEST_F(Verify, finishes_what_was_stopped_between_two_batches) {
    std::vector<std::string> feed;
    for (int number = 0; number < 7; ++number) {
        feed.push_back(partner_record("p" + std::to_string(number)));
    }
    take_in(feed, "2026-11-16");
    ingest::VerifyOptions options{.day = day(past(1)), .due_only = true, .batch_size = 2};
    options.progress = [](const std::int64_t looked_at) {
        if (looked_at >= 4) {
            throw std::runtime_error{"stopped"};
        }
    };
    EXPECT_THROW(ingest::verify(database_, reference_, options), std::runtime_error);
    EXPECT_THAT(states("p3"), ElementsAre("new", "lapsed"));
    EXPECT_THAT(states("p4"), ElementsAre("new"));
    options.progress = {};
    verify(options);
    for (int number = 0; number < 7; ++number) {
        EXPECT_THAT(states("p" + std::to_string(number)), ElementsAre("new", "lapsed"));
    }
    EXPECT_THAT(indexer_.found("welder"), IsEmpty());
    expect_sound();
}

TEST_F(Verify, closes_again_what_was_stopped_before_its_verdict_was_written) {
    take_in({partner_record("a"), partner_record("b")}, "2026-11-16");
    const auto dying = [](const domain::Posting& posting) -> std::optional<Liveness> {
        if (posting.source_id == "b") {
            throw std::runtime_error{"stopped"};
        }
        return Liveness{
            .state = Liveness::State::closed, .day = day(past(1)), .evidence = "HTTP 410"};
    };
    EXPECT_THROW(verify({.day = day(past(1)), .due_only = true, .ask = dying}), std::runtime_error);
    verify(
        {.day = day(past(1)),
         .due_only = true,
         .ask = saying(Liveness::State::closed, past(1), "HTTP 410")}
    );
    for (const char* id : {"a", "b"}) {
        EXPECT_THAT(states(id), ElementsAre("new", "closed"));
        EXPECT_EQ(check(id, CheckKind::liveness).verdict, Verdict::fail) << id;
    }
    expect_sound();
}

TEST_F(Verify, verifies_one_posting_due_or_not) {
    take_in({partner_record("a"), partner_record("b")}, "2026-11-16");
    const auto one = ingest::verify_one(database_, reference_, id_of("a"), {.day = day(past(1))});
    ASSERT_TRUE(one);
    EXPECT_EQ(to_text(*one), "1 looked at 1 changed 1 lapsed");
    EXPECT_THAT(states("b"), ElementsAre("new"));
    EXPECT_FALSE(ingest::verify_one(database_, reference_, 999'999, {.day = day(past(1))}));
}

TEST_F(Verify, lets_nothing_lapse_by_the_ingest_of_another_source) {
    take_in({partner_record("a")}, "2026-11-16");
    take_in({partner_record("b")}, past(1));
    EXPECT_THAT(states("a"), ElementsAre("new")) << "its page can still be asked";
    EXPECT_FALSE(is_served("a", past(1)));
    EXPECT_EQ(verify_due(past(1)), "1 looked at 1 changed 1 lapsed");
}

TEST_F(Verify, is_a_command_with_a_report) {
    take_in({partner_record("a")}, "2026-11-16");
    const auto outcome = indexer_.run({"verify", "--due", "--json", "--as-of", past(1)});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto report = boost::json::parse(outcome.out);
    EXPECT_EQ(report.at("looked_at"), 1);
    EXPECT_EQ(report.at("lapsed"), 1);
    EXPECT_EQ(report.at("asked"), 0);
    EXPECT_EQ(report.at("employers_asked"), 0);
    EXPECT_THAT(indexer_.found("welder"), IsEmpty());
    const std::string id = std::to_string(id_of("a"));
    EXPECT_EQ(indexer_.run({"verify", id, "--as-of", past(1)}).status, 0);
    EXPECT_THAT(
        indexer_.run({"verify", "--all", "--as-of", past(1)}).out, HasSubstr("1 looked at")
    );
    const auto nobody = indexer_.run({"verify", "999999", "--as-of", past(1)});
    EXPECT_EQ(nobody.status, 1);
    EXPECT_THAT(nobody.err, HasSubstr("999999 is no posting's id"));

    const auto table = boost::json::parse(indexer_.run({"verdicts", "--json"}).out);
    EXPECT_EQ(table.at("partner").as_object().size(), verification::checks_count);
    EXPECT_EQ(table.at("*").at("provenance").at("pass"), 1);
    EXPECT_THAT(indexer_.run({"verdicts"}).out, HasSubstr("employer_page"));
}

}  // namespace
