// What the pages of employers say of stored postings: asked once, kept, asked again when it has run
// out, and never what a posting lapses by; through the real pipeline, PostgreSQL and Xapian.

#include "indexer/verification/employer_page.hpp"
#include "tests/ingest/verifying.hpp"

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using verification::CheckKind;
using verification::Liveness;
using verification::Verdict;
using State = Liveness::State;

/// The host of every test's postings (https://partner.example/jobs/a) carries this name.
constexpr const char* owner = "Partner Ltd.";

const std::string linked = "https://northernlights.example/jobs/7";

class VerifyEmployer : public Verify {
protected:
    /// One that links to a page of its employer's, elsewhere than at its own link.
    static std::string linking(const std::string& id, const std::string& more = "") {
        return partner_record(id, {{"description", "Apply: " + linked + " " + more}});
    }
    /// One whose own link is its employer's page.
    static std::string owned(const std::string& id) {
        return partner_record(id, {{"employer", owner}});
    }

    /// Whoever is asked says this on the day, and is noted.
    ingest::VerifyOptions asking(
        const std::string& on, const State state, const std::string& evidence = "HTTP 200"
    ) {
        const Liveness said{.state = state, .day = day(on), .evidence = evidence};
        return {
            .day = day(on),
            .due_only = true,
            .ask = [this, said](const domain::Posting& posting) -> std::optional<Liveness> {
                asked_.push_back(posting.url);
                return said;
            },
            .ask_employer = [this, said](
                                const domain::Posting&, const std::string& page
                            ) -> std::optional<Liveness> {
                asked_.push_back(page);
                return said;
            }};
    }

    /// What is told of the employer's page: `pass live`.
    std::string told_of(const std::string& source_id) {
        const auto found = check(source_id, CheckKind::employer_page);
        const std::string verdict{verification::name(found.verdict)};
        return found.code.empty() ? verdict : verdict + " " + found.code;
    }

    store::EmployerPage page_of(const std::string& source_id) {
        return trust_.to_verify(id_of(source_id))->employer_page;
    }

    std::vector<std::string> asked_;
};

TEST_F(VerifyEmployer, asks_once_what_its_feed_has_every_day) {
    take_in({linking("a")}, "2026-11-16");
    EXPECT_EQ(told_of("a"), "unknown linked");
    EXPECT_EQ(page_of("a"), store::EmployerPage{.url = linked});
    EXPECT_EQ(verify(asking("2026-11-16", State::live)), "1 looked at 1 changed 1 employers asked");
    EXPECT_THAT(asked_, ElementsAre(linked));
    EXPECT_EQ(told_of("a"), "pass live");
    EXPECT_EQ(check("a", CheckKind::employer_page).evidence, linked);
    EXPECT_EQ(check("a", CheckKind::employer_page).source_on, day("2026-11-16"));
    const auto kept = page_of("a");
    for (const char* on : {"2026-11-17", "2026-11-18"}) {
        take_in({linking("a")}, on);
        EXPECT_EQ(verify(asking(on, State::live)), "0 looked at");
        EXPECT_EQ(page_of("a"), kept);
    }
    EXPECT_THAT(asked_, SizeIs(1));
    EXPECT_THAT(states("a"), ElementsAre("new"));
    expect_sound();
}

TEST_F(VerifyEmployer, asks_nobody_unless_it_is_told_to) {
    take_in({linking("a"), owned("b")}, "2026-11-16");
    EXPECT_EQ(verify_due("2026-11-16"), "0 looked at");
    EXPECT_EQ(verify({.day = day("2026-11-16")}), "2 looked at");
    EXPECT_EQ(told_of("a"), "unknown linked");
    EXPECT_EQ(told_of("b"), "pass");
}

TEST_F(VerifyEmployer, keeps_the_answer_of_a_posting_that_its_source_has_changed) {
    take_in({linking("a")}, "2026-11-16");
    verify(asking("2026-11-16", State::closed, "HTTP 410"));
    const auto kept = page_of("a");
    take_in({linking("a", "Overtime is paid.")}, "2026-11-17");
    EXPECT_THAT(states("a"), ElementsAre("new", "changed"));
    EXPECT_EQ(page_of("a"), kept);
    EXPECT_EQ(told_of("a"), "warn closed") << "at the end of the ingest";
    EXPECT_EQ(check("a", CheckKind::employer_page).evidence, "HTTP 410");
    EXPECT_EQ(verify(asking("2026-11-17", State::live)), "0 looked at");

    take_in({partner_record("a", {{"description", "Apply: " + linked + "0"}})}, "2026-11-18");
    EXPECT_EQ(told_of("a"), "unknown linked") << "it links to another page";
    EXPECT_EQ(page_of("a"), store::EmployerPage{.url = linked + "0"});
    take_in({partner_record("a")}, "2026-11-19");
    EXPECT_EQ(told_of("a"), "unknown");
    EXPECT_EQ(page_of("a"), store::EmployerPage{});
}

TEST_F(VerifyEmployer, is_asked_again_when_its_answer_has_run_out_and_lapses_by_none) {
    take_in({linking("a")}, "2026-11-16", false);
    verify(asking("2026-11-16", State::uncertain, "HTTP 503"));
    EXPECT_EQ(told_of("a"), "unknown uncertain");
    EXPECT_EQ(check("a", CheckKind::employer_page).evidence, "HTTP 503");
    EXPECT_EQ(verify(asking("2026-11-23", State::live)), "0 looked at") << "its last day";
    EXPECT_EQ(verify_due("2026-11-24"), "1 looked at 1 changed") << "nobody is asked";
    EXPECT_EQ(told_of("a"), "unknown linked");
    EXPECT_TRUE(is_served("a", "2026-11-24"));
    EXPECT_EQ(verify_due("2026-11-24"), "0 looked at");
    EXPECT_EQ(verify(asking("2026-11-25", State::live)), "1 looked at 1 changed 1 employers asked");
    EXPECT_EQ(told_of("a"), "pass live");
    EXPECT_TRUE(is_served("a", "2026-12-20"));
    EXPECT_THAT(states("a"), ElementsAre("new"));
    EXPECT_THAT(asked_, ElementsAre(linked, linked));
    expect_sound();
}

TEST_F(VerifyEmployer, asks_its_own_link_once_for_both) {
    take_in({owned("a")}, "2026-11-16");
    const std::string url = "https://partner.example/jobs/a";
    EXPECT_EQ(page_of("a").url, url);
    const auto until = [&] { return trust_.card(id_of("a"))->liveness->until; };
    EXPECT_EQ(verify(asking("2026-11-17", State::live)), "1 looked at 1 changed 1 employers asked");
    EXPECT_EQ(until(), day(last_day_of("2026-11-17"))) << "its source has said so, too";
    EXPECT_EQ(told_of("a"), "pass live");
    const std::string last = last_day_of("2026-11-17");
    EXPECT_EQ(verify(asking(last, State::live)), "1 looked at 1 changed 1 asked");
    EXPECT_EQ(page_of("a").said->day, day(last)) << "its employer has said so, too";
    EXPECT_THAT(asked_, ElementsAre(url, url));
}

TEST_F(VerifyEmployer, takes_no_proof_away_by_an_uncertain_answer) {
    take_in({owned("a")}, "2026-11-16");
    verify(asking("2026-11-17", State::uncertain, "HTTP 503"));
    EXPECT_EQ(told_of("a"), "unknown uncertain");
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::pass) << "its feed had it";
    EXPECT_EQ(trust_.card(id_of("a"))->liveness->until, day(last_day_of("2026-11-16")));
    EXPECT_EQ(
        verify(asking(last_day_of("2026-11-16"), State::uncertain, "HTTP 503")),
        "1 looked at 1 changed 1 asked"
    );
    EXPECT_EQ(check("a", CheckKind::liveness).verdict, Verdict::pass) << "its last day";
    EXPECT_THAT(asked_, SizeIs(2));

    take_in({owned("b")}, "2026-11-18");
    verify(asking("2026-11-18", State::live));
    const auto live = page_of("b");
    verify(asking(last_day_of("2026-11-18", 1), State::uncertain, "HTTP 503"));
    EXPECT_EQ(page_of("b"), live) << "a month has not passed";
    EXPECT_EQ(told_of("b"), "pass live");
}

TEST_F(VerifyEmployer, closes_what_its_own_link_closes_and_nothing_else) {
    take_in({owned("own"), linking("linking")}, "2026-11-16");
    EXPECT_EQ(
        verify(asking("2026-11-17", State::closed, "HTTP 410")),
        "2 looked at 2 changed 1 closed 2 employers asked"
    );
    EXPECT_THAT(states("own"), ElementsAre("new", "closed"));
    EXPECT_EQ(last_reason("own"), "its page says: HTTP 410");
    EXPECT_THAT(states("linking"), ElementsAre("new"));
    EXPECT_TRUE(is_served("linking", "2026-11-17"));
    EXPECT_EQ(told_of("linking"), "warn closed");
    take_in({owned("own"), linking("linking")}, "2026-11-18");
    EXPECT_THAT(states("own"), ElementsAre("new", "closed", "back_again"));
    EXPECT_EQ(told_of("own"), "warn closed") << "though its source has it again";
    expect_sound();
}

TEST_F(VerifyEmployer, closes_nothing_that_came_in_a_file) {
    take_in({owned("a")}, "2026-11-16", false);
    EXPECT_EQ(
        verify(asking("2026-11-17", State::closed, "HTTP 404")),
        "1 looked at 1 changed 1 employers asked"
    );
    EXPECT_EQ(told_of("a"), "warn closed");
    EXPECT_FALSE(trust_.card(id_of("a"))->liveness) << "a file has no source to ask";
    EXPECT_TRUE(is_served("a", "2026-12-01"));
    EXPECT_THAT(states("a"), ElementsAre("new"));
}

TEST_F(VerifyEmployer, asks_the_next_time_what_could_not_be_asked_now) {
    take_in({linking("a"), linking("b"), linking("c"), linking("d")}, "2026-11-16");
    auto options = asking("2026-11-16", State::live);
    options.batch_size = 2;
    options.employer_pages_max = 3;
    const auto answer = options.ask_employer;
    options.ask_employer = [&](const domain::Posting& posting, const std::string& page) {
        return posting.source_id == "b" ? std::nullopt : answer(posting, page);
    };
    EXPECT_EQ(verify(options), "3 looked at 3 changed 3 employers asked");
    EXPECT_EQ(told_of("b"), "unknown linked") << "its host has no budget left";
    options.ask_employer = answer;
    EXPECT_EQ(verify(options), "1 looked at 1 changed 1 employers asked");
    EXPECT_EQ(told_of("b"), "pass live");
    take_in({linking("e"), linking("f"), linking("g"), linking("h")}, "2026-11-16");
    EXPECT_EQ(verify(options), "3 looked at 3 changed 3 employers asked") << "and no more";
}

TEST_F(VerifyEmployer, asks_of_nothing_that_is_over_held_back_or_lapsed) {
    take_in(
        {partner_record("over", {{"posted", "2026-09-01"}, {"description", linked}}),
         partner_record("held", {{"noc", "99999"}, {"description", linked}}),
         linking("lapsed")},
        "2026-11-16"
    );
    const std::string later = last_day_of("2026-11-16", 1);
    verify_due(later);
    EXPECT_THAT(states("lapsed"), ElementsAre("new", "lapsed"));
    auto options = asking(later, State::live);
    options.ask = {};
    EXPECT_EQ(verify(options), "2 looked at") << "whose feed has not had them since";
    EXPECT_THAT(asked_, IsEmpty());
}

TEST_F(VerifyEmployer, asks_for_one_posting_as_for_all) {
    take_in({linking("a"), linking("b")}, "2026-11-16");
    const auto counts =
        ingest::verify_one(database_, reference_, id_of("a"), asking("2026-11-16", State::live));
    EXPECT_EQ(to_text(counts.value()), "2 looked at 1 changed 1 employers asked");
    EXPECT_EQ(told_of("a"), "pass live");
    EXPECT_EQ(told_of("b"), "unknown linked");
    ingest::verify_one(database_, reference_, id_of("a"), asking("2026-11-17", State::live));
    EXPECT_THAT(asked_, SizeIs(1));
}

}  // namespace
