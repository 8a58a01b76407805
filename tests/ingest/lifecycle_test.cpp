// What becomes of postings over time: new, changed, gone, closed, expired, back again.

#include "tests/ingest/indexer.hpp"

#include <gmock/gmock.h>

namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

json::object history(
    const Indexer& indexer, const std::string& id, const std::string& as_of = "2026-11-16"
) {
    const auto outcome = indexer.run({"history", "--json", "--as-of", as_of, id});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return json::parse(outcome.out).at("postings").at(0).as_object();
}

std::vector<std::string> states(const json::object& history) {
    std::vector<std::string> states;
    for (const auto& change : history.at("history").as_array()) {
        states.emplace_back(change.at("state").as_string());
    }
    return states;
}

/// An ingest of a feed that holds all that its source offers.
json::object ingest_complete(
    const Indexer& indexer, const std::vector<std::string>& lines, const std::string& day
) {
    return indexer.ingest({indexer.feed(lines), "--complete", "--as-of", day});
}

TEST(Lifecycle, tells_what_changed) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("a")}), "--as-of", "2026-11-14"});
    indexer.ingest({indexer.feed({partner_record("a", {{"title", "Fitter"}, {"pay", ""}})})});
    const auto told = history(indexer, "a");
    EXPECT_THAT(states(told), ElementsAre("new", "changed"));
    const auto& change = told.at("history").at(1).as_object();
    EXPECT_EQ(change.at("day"), "2026-11-16");
    EXPECT_EQ(change.at("changes").at("title"), (json::array{"Welder", "Fitter"}));
    EXPECT_EQ(change.at("changes").at("pay_min"), (json::array{3000, nullptr}));
    EXPECT_FALSE(change.at("changes").as_object().contains("hiring_organization"));
    EXPECT_EQ(told.at("first_seen"), "2026-11-14");
    EXPECT_EQ(told.at("last_seen"), "2026-11-16");
    EXPECT_THAT(indexer.run({"history", "a"}).out, HasSubstr("\"Welder\" -> \"Fitter\""));
    const auto id = told.at("id").as_string();
    EXPECT_EQ(states(history(indexer, {id.data(), id.size()})), states(told));
}

TEST(Lifecycle, of_what_has_not_changed_moves_only_the_day_it_was_last_seen) {
    const Indexer indexer;
    const std::string feed = indexer.feed({partner_record("a")});
    indexer.ingest({feed, "--as-of", "2026-11-14"});
    indexer.ingest({feed, "--as-of", "2026-11-16"});
    const auto told = history(indexer, "a");
    EXPECT_THAT(states(told), ElementsAre("new"));
    EXPECT_EQ(told.at("first_seen"), "2026-11-14");
    EXPECT_EQ(told.at("last_seen"), "2026-11-16");
}

TEST(Lifecycle, says_expired_as_of_the_day_asked_and_stores_nothing_of_it) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("a")})});
    EXPECT_EQ(history(indexer, "a", "2026-12-31").at("state"), "open");
    EXPECT_EQ(history(indexer, "a", "2027-01-02").at("state"), "expired");
    EXPECT_THAT(
        indexer.run({"history", "a", "--as-of", "2027-02-01"}).out,
        HasSubstr("2027-01-01  was its last day")
    );
}

TEST(Lifecycle, closes_what_a_complete_feed_has_no_longer_and_opens_it_when_it_is_back) {
    const Indexer indexer;
    const std::vector<std::string> all{
        partner_record("a"), partner_record("b"), partner_record("c")};
    ingest_complete(indexer, all, "2026-11-14");
    const auto report = ingest_complete(indexer, {all[0], all[2]}, "2026-11-15");
    EXPECT_EQ(report.at("missing").at(0).at("closed"), 1);
    EXPECT_EQ(history(indexer, "b").at("state"), "gone");
    EXPECT_EQ(history(indexer, "b").at("closed_on"), "2026-11-15");
    EXPECT_THAT(indexer.found("welder"), SizeIs(2));

    // Missing still, it is not closed again.
    EXPECT_EQ(
        ingest_complete(indexer, {all[0], all[2]}, "2026-11-16").at("missing").at(0).at("closed"), 0
    );
    const auto back = ingest_complete(indexer, all, "2026-11-16");
    EXPECT_EQ(back.at("sources").at(0).at("changed"), 1);
    EXPECT_THAT(states(history(indexer, "b")), ElementsAre("new", "gone", "back_again"));
    EXPECT_EQ(history(indexer, "b").at("state"), "open");
    EXPECT_EQ(history(indexer, "b").at("gone_on"), nullptr);
    EXPECT_THAT(indexer.found("welder"), SizeIs(3));
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

TEST(Lifecycle, closes_nothing_by_a_feed_that_is_not_said_to_be_complete) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("a"), partner_record("b")})});
    const auto report = indexer.ingest({indexer.feed({partner_record("a")})});
    EXPECT_THAT(report.at("missing").as_array(), IsEmpty());
    EXPECT_THAT(indexer.found("welder"), SizeIs(2));
}

TEST(Lifecycle, closes_nothing_where_too_much_is_missing_at_once) {
    const Indexer indexer;
    const std::vector<std::string> all{
        partner_record("a"), partner_record("b"), partner_record("c")};
    ingest_complete(indexer, all, "2026-11-15");
    const auto report = ingest_complete(indexer, {all[0]}, "2026-11-16");
    EXPECT_EQ(report.at("missing").at(0).at("closed"), 0);
    EXPECT_EQ(report.at("missing").at(0).at("missing"), 2);
    EXPECT_THAT(
        std::string{report.at("missing").at(0).at("kept_because").as_string()},
        HasSubstr("2 of 3 open postings are missing at once, more than 50 %")
    );
    EXPECT_THAT(indexer.found("welder"), SizeIs(3));
    const auto allowed =
        indexer.ingest({indexer.feed({all[0]}), "--complete", "--missing-max", "70"});
    EXPECT_EQ(allowed.at("missing").at(0).at("closed"), 2);
    EXPECT_THAT(indexer.found("welder"), SizeIs(1));
}

TEST(Lifecycle, closes_nothing_by_a_feed_that_could_not_be_read_whole) {
    const Indexer indexer;
    const std::vector<std::string> all{
        partner_record("a"), partner_record("b"), partner_record("c")};
    ingest_complete(indexer, all, "2026-11-15");
    const auto report =
        ingest_complete(indexer, {all[0], all[1], "{\"id\": \"c\", "}, "2026-11-16");
    EXPECT_EQ(report.at("missing").at(0).at("closed"), 0);
    EXPECT_THAT(
        std::string{report.at("missing").at(0).at("kept_because").as_string()},
        HasSubstr("could not be read")
    );
    EXPECT_EQ(history(indexer, "c").at("state"), "open");
}

TEST(Lifecycle, tells_of_postings_that_are_held_back_and_released) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("a")})});
    indexer.ingest({indexer.feed({partner_record("a", {{"noc", "99999"}})})});
    EXPECT_EQ(history(indexer, "a").at("state"), "held_back");
    indexer.ingest({indexer.feed({partner_record("a")})});
    const auto told = history(indexer, "a");
    EXPECT_THAT(states(told), ElementsAre("new", "held_back", "released"));
    EXPECT_THAT(
        std::string{told.at("history").at(1).at("reason").as_string()}, HasSubstr("noc_2021: ")
    );
}

TEST(Lifecycle, of_records_with_one_id_far_apart_in_a_file_keeps_the_last) {
    const Indexer indexer;
    std::vector<std::string> lines{partner_record("a", {{"title", "Baker"}})};
    for (int number = 0; number < 30; ++number) {
        lines.push_back(partner_record("n" + std::to_string(number)));
    }
    lines.push_back(partner_record("a"));
    const std::string feed = indexer.feed(lines);
    const auto first = indexer.ingest({feed, "--batch-size", "10"}).at("sources").at(0);
    EXPECT_EQ(first.at("stored"), 31);
    EXPECT_EQ(first.at("quarantined"), 1);
    EXPECT_THAT(indexer.found("baker"), IsEmpty());
    EXPECT_EQ(history(indexer, "a").at("title"), "Welder");
    for (const char* batch_size : {"10", "1000"}) {
        const auto again = indexer.ingest({feed, "--batch-size", batch_size}).at("sources").at(0);
        EXPECT_EQ(again.at("stored"), 31);
        EXPECT_EQ(again.at("quarantined"), 1);
        EXPECT_EQ(again.at("unchanged"), 32);
        EXPECT_EQ(again.at("reasons"), first.at("reasons"));
    }
    // The one that lost comes alone: now it counts.
    const auto alone = indexer.ingest({indexer.feed({lines.front()})}).at("sources").at(0);
    EXPECT_EQ(alone.at("changed"), 1);
    EXPECT_THAT(indexer.found("baker"), SizeIs(1));
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

TEST(Lifecycle, of_a_record_that_stands_twice_in_a_file_keeps_one) {
    const Indexer indexer;
    std::vector<std::string> lines{partner_record("a"), partner_record("b"), partner_record("a")};
    for (const char* batch_size : {"1", "2", "1000"}) {
        const auto source =
            indexer.ingest({indexer.feed(lines), "--batch-size", batch_size}).at("sources").at(0);
        EXPECT_EQ(source.at("stored"), 2);
        EXPECT_EQ(source.at("quarantined"), 1);
    }
    EXPECT_EQ(history(indexer, "a").at("history").as_array().size(), 1U);
}

/// A saved page, as the argument that `ingest` takes.
std::string saved_page(
    const Indexer& indexer, const std::string& posting, const std::string& heading
) {
    return indexer.folder()
        .write(
            posting + ".html",
            "<html><head><link rel=\"canonical\" href=\"https://partner.example/jobs/" + posting +
                "\"></head><body><h1>" + heading + "</h1></body></html>"
        )
        .string();
}

TEST(Lifecycle, closes_a_posting_whose_page_says_that_it_is_no_longer_advertised) {
    const Indexer indexer;
    indexer.ingest(
        {indexer.feed({partner_record("a"), partner_record("b"), partner_record("c")}),
         "--as-of",
         "2026-11-14"}
    );
    const std::vector<std::string> pages{
        saved_page(indexer, "a", "Job posting no longer advertised"),
        saved_page(indexer, "b", "Cette offre d\u2019emploi n\u2019est plus annoncée"),
        saved_page(indexer, "unknown", "Job posting no longer advertised")};
    const auto report = indexer.ingest(pages);
    EXPECT_EQ(report.at("sources").at(0).at("closed"), 1);
    EXPECT_EQ(report.at("sources").at(1).at("closed"), 1);
    EXPECT_EQ(report.at("sources").at(2).at("closed"), 0);
    EXPECT_EQ(report.at("sources").at(2).at("quarantined"), 1);

    const auto english = history(indexer, "a");
    EXPECT_EQ(english.at("state"), "closed");
    EXPECT_EQ(english.at("closed_on"), "2026-11-16");
    EXPECT_THAT(states(english), ElementsAre("new", "closed"));
    EXPECT_EQ(
        english.at("history").at(1).at("reason"), "its page says: Job posting no longer advertised"
    );
    const auto french = history(indexer, "b");
    EXPECT_EQ(french.at("state"), "closed");
    EXPECT_THAT(
        std::string{french.at("history").at(1).at("reason").as_string()},
        HasSubstr("n\u2019est plus annoncée")
    );
    EXPECT_EQ(history(indexer, "c").at("state"), "open");
    EXPECT_THAT(indexer.found("welder"), SizeIs(1));

    // Said again, it is no news.
    const auto again = indexer.ingest({pages[0], "--as-of", "2026-11-17"});
    EXPECT_EQ(again.at("sources").at(0).at("unchanged"), 1);
    EXPECT_THAT(states(history(indexer, "a")), ElementsAre("new", "closed"));
    EXPECT_EQ(history(indexer, "a").at("closed_on"), "2026-11-16");
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

TEST(Lifecycle, is_told_of_no_posting_that_does_not_exist) {
    const Indexer indexer;
    const auto outcome = indexer.run({"history", "nobody"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("'nobody' is no posting's id"));
}

TEST(Runs, are_told_with_their_counts_and_how_they_ended) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("a"), "no json"})});
    EXPECT_EQ(indexer.run({"ingest", indexer.folder().path() / "absent.ndjson"}).status, 1);
    const auto outcome = indexer.run({"runs", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto told = json::parse(outcome.out).at("runs").as_array();
    ASSERT_THAT(told, SizeIs(2));
    EXPECT_EQ(told[0].at("outcome"), "refused");
    EXPECT_FALSE(told[0].at("message").as_string().empty());
    EXPECT_EQ(told[1].at("outcome"), "done");
    EXPECT_EQ(told[1].at("source"), "partner");
    EXPECT_EQ(told[1].at("counts").at("records"), 2);
    EXPECT_EQ(told[1].at("counts").at("quarantined"), 1);
    EXPECT_THAT(indexer.run({"runs"}).out, HasSubstr("2 records, 1 stored, 1 quarantined"));
}

}  // namespace
