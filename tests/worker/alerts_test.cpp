// Alerts from end to end: people save searches over the API, postings come, jobscout-worker and
// `jobscout batch` tell of them, and what they were told of is read over the API and as a feed.

#include "tests/worker/newsroom.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <pqxx/pqxx>

#include <memory>

namespace {

using api_test::header;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using worker_test::json_of;
using worker_test::Newsroom;
using worker_test::posting;

TEST(Alerts, tell_a_candidate_of_new_matches_once) {
    Newsroom room;
    const std::string search = room.save_matches("candidate-1");
    room.add({posting("new-engineer", "21231"), posting("new-helper", "65201")});
    EXPECT_EQ(room.work().status, 0);

    const auto digests = room.digests("candidate-1", search);
    ASSERT_EQ(digests.size(), 1U);
    EXPECT_EQ(digests[0].at("matching"), 1);
    EXPECT_EQ(digests[0].at("day"), "2026-11-16");
    const auto& announced = digests[0].at("postings").at(0);
    EXPECT_EQ(announced.at("title"), "new-engineer");
    EXPECT_GE(announced.at("fit").as_int64(), 70);
    EXPECT_EQ(announced.at("basis_points"), 50);
    // The same points stand side by side under the rules of the day.
    EXPECT_EQ(announced.at("lift").as_array().size(), 3U);
    EXPECT_EQ(announced.at("lift").at(1).at("points"), 0);

    EXPECT_EQ(room.work().status, 0);
    room.add({posting("new-engineer", "21231", "Senior engineer")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_EQ(room.digests("candidate-1", search).size(), 1U) << "a change is no news";

    room.add({posting("second-engineer", "21231")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(
        room.titles("candidate-1", search), ElementsAre("second-engineer", "Senior engineer")
    );
}

TEST(Alerts, tell_of_what_a_search_finds) {
    Newsroom room;
    const std::string words = room.save("advisor-1", R"({"name": "w", "query": {"q": "soudeur"}})");
    const std::string filters =
        room.save("advisor-1", R"({"name": "f", "query": {"province": ["ON"], "noc": ["72106"]}})");
    const std::string quiet =
        room.save("advisor-1", R"({"name": "q", "query": {"q": "soudeur"}, "notify": false})");
    room.add({posting("soudeuse-a", "72106", "Soudeuse"), posting("cook", "63200", "Cook")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", words), ElementsAre("Soudeuse"));
    EXPECT_THAT(room.titles("advisor-1", filters), ElementsAre("Soudeuse"));
    EXPECT_THAT(room.titles("advisor-1", quiet), IsEmpty());
    const auto digest = room.digests("advisor-1", words).at(0);
    EXPECT_TRUE(digest.at("postings").at(0).at("fit").is_null()) << "no candidate, no fit";
}

TEST(Alerts, tell_of_what_a_search_finds_by_points_and_by_place) {
    Newsroom room;
    const std::string points =
        room.save("advisor-1", R"({"name": "p", "query": {"q": "lift:200"}})");
    const std::string place =
        room.save("advisor-1", R"({"name": "n", "query": {"q": "near:Toronto,30km"}})");
    store::PostingRecord in_toronto = posting("cook", "63200", "Cook");
    in_toronto.posting.job_locations.front().gazetteer_id = 6167865;
    room.add({posting("chief", "00012", "Chief"), in_toronto});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", points), ElementsAre("Chief"));
    EXPECT_THAT(room.titles("advisor-1", place), ElementsAre("Cook"));
}

TEST(Alerts, hold_a_candidate_against_what_their_search_finds) {
    Newsroom room;
    const std::string search = room.save(
        "candidate-1",
        R"({"name": "both", "query": {"q": "welder"}, "candidate": ")" +
            room.candidate("candidate-1") + R"("})"
    );
    room.add({posting("a-welder", "72106", "Welder"), posting("engineer", "21231", "Engineer")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("candidate-1", search), ElementsAre("Welder"));
    const auto digest = room.digests("candidate-1", search).at(0);
    EXPECT_LT(digest.at("postings").at(0).at("fit").as_int64(), 70)
        << "whoever says what they look for is told of it, however it fits";
}

TEST(Alerts, never_tell_of_what_is_held_back_closed_or_excluded) {
    Newsroom room;
    const std::string search = room.save_matches(
        "candidate-1", R"~("exclusions": {"employers": ["Example excluded (fictional)"]},)~"
    );
    auto held = posting("held", "21231");
    held.verified = false;
    held.quarantine_field = "date_posted";
    held.quarantine_reason = "in the future";
    auto over = posting("over", "21231");
    over.posting.valid_through = domain::parse_date("2026-11-10").value();
    room.add({held, over, posting("excluded", "21231")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.digests("candidate-1", search), IsEmpty());

    held.verified = true;
    room.add({held});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("candidate-1", search), ElementsAre("held")) << "let in, it is news";
}

TEST(Alerts, wait_for_the_index_and_pass_nothing_over) {
    Newsroom room;
    const std::string words = room.save("advisor-1", R"({"name": "w", "query": {"q": "soudeur"}})");
    const std::string matches = room.save_matches("advisor-1");
    {
        store::Database owned{{.conninfo = room.stand.database().conninfo()}};
        store::PostingStore writable{owned};
        writable.write({posting("soudeuse-a", "72106", "Soudeuse"), posting("engineer-b", "21231")}
        );
    }
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", words), IsEmpty());
    room.add({posting("other", "65201")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", words), ElementsAre("Soudeuse"));
    EXPECT_THAT(room.titles("advisor-1", matches), ElementsAre("engineer-b"));
}

TEST(Alerts, wait_for_the_words_that_make_a_match_good_enough) {
    Newsroom room;
    const std::string matches = room.save_matches("advisor-1");
    room.add({posting("other", "65201")});
    // Of a neighbouring occupation: by its title alone it is worth an alert.
    {
        store::Database owned{{.conninfo = room.stand.database().conninfo()}};
        store::PostingStore writable{owned};
        writable.write({posting("developer", "21232", "Software engineer")});
    }
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", matches), IsEmpty());
    room.add({posting("another", "65201")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", matches), ElementsAre("Software engineer"));
}

TEST(Alerts, tell_whoever_asks_again_of_what_comes_from_then_on) {
    Newsroom room;
    const std::string quiet = R"({"name": "w", "query": {"q": "soudeur"}, "notify": false})";
    const std::string told = R"({"name": "w", "query": {"q": "soudeur"}, "notify": true})";
    const std::string search = room.save("advisor-1", quiet);
    room.add({posting("meanwhile", "72106", "Soudeuse")});
    EXPECT_EQ(room.stand.ask_as("advisor-1", "PUT", search, told).status, 200U);
    room.add({posting("later", "72106", "Soudeur")});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_THAT(room.titles("advisor-1", search), ElementsAre("Soudeur"));
}

TEST(Alerts, of_everybody_else_go_on_where_one_document_cannot_be_read) {
    Newsroom room;
    const std::string broken = room.save_matches("candidate-1");
    const std::string whole = room.save_matches("candidate-2");
    {
        pqxx::connection connection{room.stand.database().conninfo("postgres")};
        pqxx::work transaction{connection};
        transaction.exec("UPDATE candidate SET document = '{}' WHERE owner_id = 'candidate-1'");
        transaction.commit();
    }
    room.add({posting("new-engineer", "21231")});
    EXPECT_EQ(json_of(room.batch({})).at("refused"), 1);
    EXPECT_THAT(room.titles("candidate-2", whole), ElementsAre("new-engineer"));
}

TEST(Batch, looks_again_from_a_revision_and_repeats_nothing) {
    Newsroom room;
    room.save_matches("candidate-1");
    room.add({posting("new-engineer", "21231")});
    const auto usual = json_of(room.batch({}));
    EXPECT_EQ(usual.at("announced"), 1);
    const auto again = json_of(room.batch({"--since", "0"}));
    EXPECT_EQ(again.at("announced"), 1) << "the engineer of the stand, older than the search";
    EXPECT_EQ(again.at("postings"), 7);
    EXPECT_EQ(again.at("pairs"), 7);
    EXPECT_GT(again.at("pairs_skipped").as_int64(), 0);
    EXPECT_EQ(json_of(room.batch({"--since", "0"})).at("announced"), 0);
}

TEST(Batch, says_in_both_languages_what_it_did) {
    Newsroom room;
    room.save_matches("candidate-1");
    room.add({posting("new-engineer", "21231")});
    room.batch({});
    const auto english = room.batch({"--since", "0"}, {});
    EXPECT_THAT(
        english.out, HasSubstr("1 saved search of 1 candidate held against 7 new postings")
    );
    const auto french = room.batch({"--since", "0", "--lang", "fr"}, {});
    EXPECT_THAT(french.out, HasSubstr("1 recherche enregistrée"));
}

using XmlDocument = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

TEST(Feed, is_read_with_its_address_alone_until_it_is_closed) {
    Newsroom room;
    const std::string search = room.save_matches("candidate-1");
    room.add({posting("new-engineer", "21231", "R&D <engineer>")});
    room.work();
    const std::string feed_path = search + "/feed";
    const auto opened = room.stand.ask_as("candidate-1", "POST", feed_path, R"({"lang": "fr"})");
    ASSERT_EQ(opened.status, 201U) << opened.body;
    const std::string address = header(opened, "Location");

    const auto feed = room.stand.ask("GET", address);
    ASSERT_EQ(feed.status, 200U);
    EXPECT_EQ(feed.content_type, "application/atom+xml; charset=utf-8");
    EXPECT_THAT(feed.body, HasSubstr("R&amp;D &lt;engineer&gt;"));
    EXPECT_THAT(feed.body, HasSubstr("Adéquation"));
    EXPECT_THAT(feed.body, HasSubstr("xml:lang=\"fr\""));
    EXPECT_THAT(feed.body, Not(HasSubstr("candidate-1")));
    const XmlDocument document{
        xmlReadMemory(
            feed.body.data(), static_cast<int>(feed.body.size()), "feed", nullptr, XML_PARSE_NONET
        ),
        xmlFreeDoc};
    EXPECT_NE(document, nullptr);

    EXPECT_EQ(room.stand.ask("GET", address).body, feed.body) << "the same until something is new";
    EXPECT_EQ(
        room.stand.ask("GET", address, "", {{"If-None-Match", header(feed, "ETag")}}).status, 304U
    );
    EXPECT_EQ(
        room.stand.ask("GET", "/v1/feeds/" + std::string(64, '0') + "/alerts.atom").status, 404U
    );
    EXPECT_EQ(room.stand.ask_as("candidate-2", "DELETE", feed_path).status, 404U);
    EXPECT_EQ(room.stand.ask_as("candidate-1", "DELETE", feed_path).status, 204U);
    EXPECT_EQ(room.stand.ask("GET", address).status, 404U);
}

}  // namespace
