// Verdicts beside their postings: written, found again, due to be made anew, and what becomes of a
// posting by them.

#include "tests/sql/trusted.hpp"
#include "tests/support/values.hpp"

namespace {

using store::Verification;
using support::day;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Trust, is_found_again_as_it_was_written_with_its_posting) {
    auto record = record_of(small_posting("a"));
    record.verdicts = {
        .letters = "pwu",
        .details = R"([{"check":"dates","evidence":"« l'été » \\ \"quoted\""}])",
        .verified_on = day("2026-11-16"),
        .basis = trust_.basis(R"({"checks":1})"),
        .expires_on = day("2026-12-01")};
    record.liveness = store::StoredLiveness{
        .state = "live",
        .day = day("2026-11-16"),
        .evidence = "its source offered it",
        .until = day("2026-11-17")};
    const auto id = put(record);

    const auto card = trust_.card(id).value();
    EXPECT_EQ(card.source, "sample");
    EXPECT_EQ(card.file, "sample/feed.ndjson");
    EXPECT_EQ(card.line, 17);
    EXPECT_EQ(card.sha256, record.sha256);
    EXPECT_THAT(card.fetched_at, testing::MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"));
    ASSERT_TRUE(card.verdicts);
    EXPECT_EQ(card.verdicts->letters, record.verdicts.letters);
    EXPECT_EQ(card.verdicts->details, record.verdicts.details);
    EXPECT_EQ(card.verdicts->verified_on, record.verdicts.verified_on);
    EXPECT_EQ(card.verdicts->expires_on, record.verdicts.expires_on);
    EXPECT_EQ(card.basis, R"({"checks":1})");
    EXPECT_EQ(card.liveness, record.liveness);
    EXPECT_TRUE(card.verified);
    EXPECT_FALSE(card.lapsed_on);
    EXPECT_THAT(card.cleared, IsEmpty());

    const auto stored = trust_.to_verify(id).value();
    EXPECT_EQ(stored.verdicts, record.verdicts);
    EXPECT_EQ(stored.liveness, record.liveness);
    EXPECT_EQ(stored.sha256, record.sha256);
    EXPECT_EQ(stored.posting.title, "Welder");
    EXPECT_EQ(stored.review_known, 0);
    EXPECT_EQ(stored.review_latest, 0);
    EXPECT_FALSE(stored.rejected);

    const auto summaries = trust_.summaries({999'999, id});
    ASSERT_EQ(summaries.size(), 1U);
    EXPECT_EQ(summaries[0].id, id);
    EXPECT_EQ(summaries[0].letters, "pwu");
    EXPECT_EQ(summaries[0].verified_on, day("2026-11-16"));
    EXPECT_EQ(summaries[0].expires_on, day("2026-11-17")) << "the first of the two";
    EXPECT_EQ(summaries[0].live_state, "live");
    EXPECT_THAT(trust_.summaries({}), IsEmpty());
    EXPECT_FALSE(trust_.card(999'999));
    EXPECT_FALSE(trust_.to_verify(999'999));
}

TEST_F(Trust, of_a_file_has_no_word_on_liveness_and_no_end) {
    const auto id = put(record_of(small_posting("a")));
    EXPECT_FALSE(trust_.card(id)->liveness);
    EXPECT_EQ(trust_.card(id)->basis, "");
    EXPECT_FALSE(trust_.summaries({id}).at(0).expires_on);
    EXPECT_EQ(trust_.summaries({id}).at(0).live_state, "");
}

TEST_F(Trust, tells_the_pay_against_the_median_that_a_check_worked_out) {
    const auto pay_of = [&](const std::string& source_id, const std::string& statement) {
        auto record = record_of(small_posting(source_id));
        record.verdicts.details = statement.empty()
                                      ? ""
                                      : R"([{"check": "hours", "values": {"least": 1}}, )"
                                        R"({"check": "median_wage", )" +
                                            statement + "}]";
        return trust_.summaries({put(record)}).at(0).pay;
    };
    const auto within = pay_of("a", R"("values": {"least": 92, "most": 118})");
    ASSERT_TRUE(within);
    EXPECT_EQ(within->least, 92);
    EXPECT_EQ(within->most, 118);
    const auto below = pay_of("b", R"("code": "below", "values": {"percent": 61})");
    ASSERT_TRUE(below);
    EXPECT_EQ(below->least, std::nullopt);
    EXPECT_EQ(below->most, 61);
    const auto above = pay_of("c", R"("code": "far_above", "values": {"percent": 240})");
    ASSERT_TRUE(above);
    EXPECT_EQ(above->least, 240);
    EXPECT_FALSE(pay_of("d", R"("code": "unlikely", "values": {"percent": 900})"));
    EXPECT_FALSE(pay_of("e", ""));
}

TEST_F(Trust, counts_each_verdict_of_each_check_by_source) {
    auto partner = small_posting("c");
    partner.source = "partner";
    auto warned = record_of(small_posting("b"));
    warned.verdicts.letters = "pw";
    postings_.write({record_of(small_posting("a")), warned, record_of(partner)});
    std::vector<std::string> lines;
    for (const auto& each : trust_.counts()) {
        lines.push_back(
            each.source + " " + std::to_string(each.place) + each.verdict + " " +
            std::to_string(each.count)
        );
    }
    EXPECT_THAT(
        lines,
        ElementsAre("partner 1p 1", "partner 2u 1", "sample 1p 2", "sample 2u 1", "sample 2w 1")
    );
}

TEST_F(Trust, rests_on_one_row_for_all_that_were_verified_against_the_same) {
    const auto first = trust_.basis(R"({"checks":1})");
    EXPECT_GT(first, 0);
    EXPECT_NE(trust_.basis(R"({"checks":2})"), first);
    EXPECT_EQ(trust_.basis(R"({"checks":1})"), first);
}

TEST_F(Trust, closes_a_posting_once_with_its_reason_and_lifts_its_lapse) {
    const auto id = put(record_of(small_posting("a")));
    trust_.write(
        {with_state(id, {.verified = true, .lapsed_on = day("2026-11-18"), .history = "lapsed"})},
        day("2026-11-18")
    );
    Verification closing{
        .id = id,
        .verdicts = trust_.to_verify(id)->verdicts,
        .closed_because = "its page says: HTTP 410"};
    const auto before = postings_.revision();
    EXPECT_EQ(trust_.write({closing}, day("2026-11-19")), before + 1);
    EXPECT_THAT(history(id), ElementsAre("new: ", "lapsed: ", "closed: its page says: HTTP 410"));
    EXPECT_EQ(trust_.to_verify(id)->posting.closed_on, day("2026-11-19"));
    EXPECT_FALSE(trust_.card(id)->lapsed_on);
    EXPECT_EQ(trust_.write({closing}, day("2026-11-20")), 0);
    EXPECT_EQ(postings_.revision(), before + 1);
    EXPECT_THAT(postings_.contradictions(), IsEmpty());
}

TEST_F(Trust, moves_postings_under_one_revision_with_history_and_quarantine) {
    const auto a = put(record_of(small_posting("a")));
    const auto b = put(record_of(small_posting("b")));
    const auto untouched = put(record_of(small_posting("c")));
    const auto before = postings_.revision();

    const auto revision = trust_.write(
        {with_state(
             a,
             {.verified = false,
              .history = "held_back",
              .field = "description",
              .reason = "\"send $50 first\""}
         ),
         with_state(
             b,
             {.verified = true,
              .lapsed_on = day("2026-11-20"),
              .history = "lapsed",
              .reason = "it ran out"}
         ),
         {.id = untouched, .verdicts = trust_.to_verify(untouched)->verdicts}},
        day("2026-11-20")
    );
    EXPECT_EQ(revision, before + 1);
    EXPECT_EQ(postings_.revision(), revision);
    EXPECT_THAT(history(a), ElementsAre("new: ", "held_back: \"send $50 first\""));
    EXPECT_THAT(history(b), ElementsAre("new: ", "lapsed: it ran out"));
    EXPECT_THAT(history(untouched), ElementsAre("new: "));
    EXPECT_EQ(postings_.history("a").at(0).changes.back().day, day("2026-11-20"));
    EXPECT_EQ(postings_.history("a").at(0).changes.back().revision, revision);
    const auto reasons = postings_.quarantine_reasons();
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].field, "description");
    EXPECT_EQ(reasons[0].reason, "\"send $50 first\"");
    EXPECT_EQ(trust_.card(b)->lapsed_on, day("2026-11-20"));
    EXPECT_THAT(postings_.contradictions(), IsEmpty());
    std::vector<std::string> dropped;
    for (const auto& changed : postings_.changed_since(before, 0, 10)) {
        dropped.push_back(changed.posting.source_id + (changed.verified ? "+" : "-"));
    }
    EXPECT_THAT(dropped, ElementsAre("a-", "b-")) << "index and ranking columns let go of both";

    trust_.write(
        {with_state(a, {.verified = true, .history = "released"}),
         with_state(b, {.verified = true, .history = "renewed"})},
        day("2026-11-21")
    );
    EXPECT_THAT(postings_.quarantine_reasons(), IsEmpty());
    EXPECT_THAT(postings_.find_served({a, b}, day("2026-11-21")), testing::SizeIs(2));
    EXPECT_THAT(postings_.contradictions(), IsEmpty());
    EXPECT_EQ(trust_.write({}, day("2026-11-21")), 0);
}

TEST_F(Trust, keeps_what_a_source_said_where_there_is_no_news_of_it) {
    const auto id = put(counting(record_of(small_posting("a")), std::nullopt, "2026-11-20"));
    const auto before = trust_.to_verify(id).value();
    Verification again{.id = id, .verdicts = before.verdicts};
    trust_.write({again}, day("2026-11-21"));
    EXPECT_EQ(trust_.to_verify(id)->liveness, before.liveness);

    // A closed posting has nothing left to prove.
    again.liveness =
        store::StoredLiveness{.state = "closed", .day = day("2026-11-21"), .evidence = "HTTP 410"};
    trust_.write({again}, day("2026-11-21"));
    EXPECT_EQ(trust_.to_verify(id)->liveness, again.liveness);
}

store::StoredLiveness answer(const std::string& state, const std::string& until) {
    return {
        .state = state,
        .day = day("2026-11-16"),
        .evidence = "« L'offre \"7\" »",
        .until = until.empty() ? std::nullopt : std::optional{day(until)}};
}

TEST_F(Trust, keeps_what_the_page_of_the_employer_said_as_it_is_written) {
    auto record = record_of(small_posting("a"));
    const auto none = put(record);
    EXPECT_EQ(trust_.to_verify(none)->employer_page, store::EmployerPage{});
    record = record_of(small_posting("b"));
    record.employer_page = "https://exemple.example/7";
    const auto id = put(record);
    EXPECT_EQ(
        trust_.to_verify(id)->employer_page, (store::EmployerPage{.url = record.employer_page})
    );
    Verification now{.id = id, .verdicts = trust_.to_verify(id)->verdicts};
    for (const auto& said :
         {std::optional{answer("live", "2026-12-16")},
          std::optional{answer("uncertain", "2026-11-23")},
          std::optional{answer("closed", "")}}) {
        now.employer_page = {.url = record.employer_page, .said = said};
        trust_.write({now}, day("2026-11-16"));
        EXPECT_EQ(trust_.to_verify(id)->employer_page, now.employer_page);
    }
    now.employer_page = {};
    trust_.write({now}, day("2026-11-16"));
    EXPECT_EQ(trust_.to_verify(id)->employer_page, store::EmployerPage{});
}

TEST_F(Trust, keeps_the_answer_of_an_employer_through_ingests_for_as_long_as_it_is_the_same_page) {
    auto record = record_of(small_posting("a"));
    record.employer_page = "https://exemple.example/7";
    record.verdicts.basis = trust_.basis(R"({"checks":1})");
    const auto id = put(record);
    const store::EmployerPage asked{
        .url = record.employer_page, .said = answer("live", "2026-12-16")};
    trust_.write(
        {{.id = id, .verdicts = record.verdicts, .employer_page = asked}}, day("2026-11-16")
    );
    EXPECT_THAT(due("2026-11-17"), IsEmpty());
    postings_.mark_seen({id}, day("2026-11-17"), answer("live", "2026-11-20"));
    EXPECT_EQ(trust_.to_verify(id)->employer_page, asked) << "seen again, and the same";

    const auto changed = [&](const std::string& raw, const std::string& page) {
        auto other = record_of(small_posting("a"), raw);
        other.employer_page = page;
        other.verdicts.basis = record.verdicts.basis;
        put(other);
        return trust_.to_verify(id)->employer_page;
    };
    EXPECT_EQ(changed(R"({"changed":1})", asked.url), asked);
    EXPECT_THAT(due("2026-11-17"), ElementsAre("a")) << "its verdicts do not know of the answer";
    const store::EmployerPage elsewhere{.url = "https://exemple.example/8"};
    EXPECT_EQ(changed(R"({"changed":2})", elsewhere.url), elsewhere) << "another page said it";
    EXPECT_THAT(due("2026-11-17"), IsEmpty());
    EXPECT_EQ(changed(R"({"changed":3})", ""), store::EmployerPage{});
}

TEST_F(Trust, refuses_an_answer_of_no_page_and_one_that_is_not_whole) {
    put(record_of(small_posting("a")));
    const std::string said =
        "employer_state = 'live', employer_on = '2026-11-16', employer_evidence = 'x'";
    refuse("UPDATE posting_trust SET " + said, "posting_trust_employer_asked");
    refuse(
        "UPDATE posting_trust SET employer_page = 'x', employer_state = 'live'",
        "posting_trust_employer_whole"
    );
    refuse(
        "UPDATE posting_trust SET employer_page = 'x', employer_until = '2026-11-16'",
        "posting_trust_employer_until_seen"
    );
    refuse(
        "UPDATE posting_trust SET employer_page = 'x', employer_on = '2026-11-16', "
        "employer_evidence = 'x', employer_state = 'open'",
        "posting_trust_employer_state_known"
    );
}

TEST_F(Trust, of_what_its_feed_has_again_counts_on_and_never_goes_back_to_an_older_day) {
    const auto id = put(counting(record_of(small_posting("a")), std::nullopt, "2026-11-20"));
    const store::StoredLiveness seen{
        .state = "live",
        .day = day("2026-11-22"),
        .evidence = "its source offered it",
        .until = day("2026-11-23")};
    postings_.mark_seen({id}, seen.day, seen);
    EXPECT_EQ(trust_.to_verify(id)->liveness, seen);
    auto older = seen;
    older.day = day("2026-11-21");
    older.until = day("2026-11-22");
    postings_.mark_seen({id}, older.day, older);
    EXPECT_EQ(trust_.to_verify(id)->liveness, seen);
}

TEST_F(Trust, decides_by_the_day_what_is_served) {
    struct Case {
        std::string id;
        std::optional<std::string> expires_on;
        std::optional<std::string> live_until;
        std::string last;  ///< The last day on which it is served; empty: every day.
    };
    const std::vector<Case> all{
        {"endless", std::nullopt, std::nullopt, ""},
        {"lists", "2026-11-20", std::nullopt, "2026-11-20"},
        {"source", std::nullopt, "2026-11-20", "2026-11-20"},
        {"source_first", "2026-12-20", "2026-11-20", "2026-11-20"},
        {"lists_first", "2026-11-20", "2026-12-20", "2026-11-20"},
    };
    for (const Case& one : all) {
        SCOPED_TRACE(one.id);
        const auto id =
            put(counting(record_of(small_posting(one.id)), one.expires_on, one.live_until));
        EXPECT_THAT(postings_.find_served({id}, day("2026-11-19")), testing::SizeIs(1));
        EXPECT_THAT(postings_.find_served({id}, day("2026-11-20")), testing::SizeIs(1));
        EXPECT_THAT(
            postings_.find_served({id}, day("2026-11-21")),
            testing::SizeIs(one.last.empty() ? 1 : 0)
        );
    }
    const auto lapsed = put(record_of(small_posting("lapsed")));
    trust_.write(
        {with_state(
            lapsed, {.verified = true, .lapsed_on = day("2026-11-18"), .history = "lapsed"}
        )},
        day("2026-11-18")
    );
    EXPECT_THAT(postings_.find_served({lapsed}, day("2026-11-17")), IsEmpty());
    const auto held = put(held_back(record_of(small_posting("held"))));
    EXPECT_THAT(postings_.find_served({held}, day("2026-11-17")), IsEmpty());
}

TEST_F(Trust, leaves_a_history_that_nobody_can_rewrite) {
    const auto id = put(record_of(small_posting("a")));
    reviews_.decide(
        id,
        {.decision = "note", .check = "", .reviewer = "one", .words = "seen", .made_at = ""},
        day("2026-11-16")
    );
    for (const std::string table : {"posting_history", "posting_review"}) {
        const std::string why = table + " is appended to and never changed";
        refuse("UPDATE " + table + " SET posting_id = posting_id", why);
        refuse("DELETE FROM " + table, why);
        refuse("TRUNCATE " + table, why);
        refuse("TRUNCATE posting CASCADE", "is appended to and never changed");
    }
    EXPECT_THAT(history(id), ElementsAre("new: "));
    EXPECT_THAT(reviews_.decisions(id), testing::SizeIs(1));
}

}  // namespace
