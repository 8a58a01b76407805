#include "indexer/search/search.hpp"

#include "tests/search/indexed_postings.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <thread>

namespace {

using search::Query;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::paid;
using search_test::record;
using search_test::with_noc;
using support::day;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Search, finds_words_in_any_form_accent_and_gender) {
    IndexedPostings indexed;
    store::PostingRecord developer = with_noc(record("developer", "Software Developers"), 65200);
    developer.posting.duties = {"Designing databases", "Testing C++ programs"};
    store::PostingRecord nurse = with_noc(french_record("nurse", "Infirmière auxiliaire"), 65200);
    nurse.posting.description = "Soins aux aînés à l’hôpital";
    indexed.add(
        {developer,
         nurse,
         with_noc(french_record("electrician", "Électricien(ne) industriel"), 65200),
         with_noc(french_record("web", "Développeuse Web"), 65200)}
    );
    struct Case {
        std::string text;
        std::vector<std::string> found;
    };
    const std::vector<Case> cases{
        {"software developer", {"developer"}},
        {"SOFTWARE DEVELOPING", {"developer"}},
        {"database design", {"developer"}},
        {"c++", {"developer"}},
        {"infirmier", {"nurse"}},
        {"infirmieres", {"nurse"}},
        {"hôpital", {"nurse"}},
        {"hopital aines", {"nurse"}},
        {"electricien", {"electrician"}},
        {"électriciennes", {"electrician"}},
        {"electricien(ne)", {"electrician"}},
        {"développeur web", {"web"}},
        {"developpeur/euse", {"web"}},
        {"Montréal développeur", {"web"}},
        {"rive web", {"web"}},
        {"developer infirmier", {}},
        {"plumber", {}},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(indexed.find_text(one.text), one.found) << one.text;
    }
}

TEST(Search, finds_postings_of_an_occupation_in_the_other_language_after_those_that_name_it) {
    IndexedPostings indexed;
    indexed.add(
        {french_record("french", "Poste de nuit en atelier"), record("english", "Welder, nights")}
    );
    EXPECT_THAT(indexed.find_text("welder"), ElementsAre("english", "french"));
    EXPECT_THAT(indexed.find_text("soudeuse"), UnorderedElementsAre("english", "french"));
}

// Xapian counts the uses of its objects without atomics, so that none may be shared.
TEST(Search, is_asked_by_many_threads_at_once) {
    IndexedPostings indexed;
    indexed.add({record("welder", "Welder"), with_noc(record("cook", "Cook"), 63200)});
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) {
                EXPECT_EQ(indexed.page({.text = "remote:no"}).total, 2);
                EXPECT_EQ(indexed.page({.text = "-cook"}).total, 1);
                EXPECT_EQ(indexed.page({.text = "-title:cook remote:no"}).total, 1);
            }
        });
    }
}

TEST(Search, filters_with_or_inside_and_and_between) {
    IndexedPostings indexed;
    store::PostingRecord two_places = with_noc(record("both", "Cook"), 63200);
    two_places.posting.job_locations.emplace_back().province = domain::Province::BC;
    indexed.add(
        {paid(record("welder", "Welder"), 3000),
         paid(french_record("soudeur", "Soudeur"), 2500),
         two_places,
         with_noc(record("nurse", "Nurse"), 31301)}
    );
    using domain::Province;
    const auto noc = [](const int number) { return domain::NocCode::from_number(number); };
    EXPECT_THAT(indexed.find({.provinces = {Province::QC}}), ElementsAre("soudeur"));
    EXPECT_THAT(indexed.find({.provinces = {Province::BC}}), ElementsAre("both"));
    EXPECT_THAT(
        indexed.find({.provinces = {Province::BC, Province::QC}}),
        UnorderedElementsAre("both", "soudeur")
    );
    EXPECT_THAT(indexed.find({.provinces = {Province::NU}}), IsEmpty());
    EXPECT_THAT(
        indexed.find({.nocs = {noc(72106), noc(31301)}}),
        UnorderedElementsAre("welder", "soudeur", "nurse")
    );
    EXPECT_THAT(indexed.find({.teers = {3}}), ElementsAre("both"));
    EXPECT_THAT(indexed.find({.teers = {1, 3}}), UnorderedElementsAre("both", "nurse"));
    EXPECT_THAT(indexed.find({.hourly_pay_min = 2500}), UnorderedElementsAre("welder", "soudeur"));
    EXPECT_THAT(indexed.find({.hourly_pay_min = 2501}), ElementsAre("welder"));
    EXPECT_THAT(
        indexed.find({.text = "welder", .provinces = {Province::AB}, .hourly_pay_min = 100}),
        ElementsAre("welder")
    );
}

TEST(Search, shows_postings_from_the_day_posted_to_the_last_day_open) {
    IndexedPostings indexed;
    store::PostingRecord dated = record("dated", "Welder");
    dated.posting.valid_through = day("2026-11-20");
    store::PostingRecord closed = record("closed", "Welder");
    closed.posting.closed_on = day("2026-11-10");
    indexed.add({dated, closed, record("open", "Welder")});
    struct Case {
        std::string as_of;
        std::vector<std::string> found;
    };
    const std::vector<Case> cases{
        {"2026-11-01", {}},
        {"2026-11-02", {"closed", "dated", "open"}},
        {"2026-11-09", {"closed", "dated", "open"}},
        {"2026-11-10", {"dated", "open"}},
        {"2026-11-20", {"dated", "open"}},
        {"2026-11-21", {"open"}},
        {"2027-01-01", {"open"}},
        {"2027-01-02", {}},
    };
    for (const Case& one : cases) {
        for (const std::string text : {"", "welder"}) {
            auto found = indexed.find({.text = text, .as_of = day(one.as_of)});
            std::sort(found.begin(), found.end());
            EXPECT_EQ(found, one.found) << one.as_of << ' ' << text;
        }
    }
}

TEST(Search, orders_by_text_then_newest_then_id) {
    IndexedPostings indexed;
    store::PostingRecord mentions = with_noc(record("mentions", "Shop helper"), 65200);
    mentions.posting.duties = {"Help the machinist", "Sweep", "Carry", "Paint"};
    store::PostingRecord newer = with_noc(record("newer", "Machinist"), 65200);
    newer.posting.date_posted = day("2026-11-05");
    indexed.add(
        {mentions,
         with_noc(record("first", "Machinist"), 65200),
         with_noc(record("second", "Machinist"), 65200),
         newer}
    );
    EXPECT_THAT(
        indexed.find_text("machinist"), ElementsAre("newer", "first", "second", "mentions")
    );
    EXPECT_THAT(indexed.find_text(""), ElementsAre("newer", "first", "mentions", "second"));
}

std::vector<store::PostingRecord> many(const int count) {
    std::vector<store::PostingRecord> records;
    for (int number = 0; number < count; ++number) {
        records.push_back(record("m" + std::to_string(number), "Welder"));
        records.back().posting.date_posted = day("2026-10-01") + std::chrono::days{number * 7 % 30};
        records.back().posting.duties = {std::string(static_cast<std::size_t>(number % 3), 'x')};
    }
    return records;
}

TEST(Search, pages_show_every_hit_once_in_one_order) {
    IndexedPostings indexed;
    indexed.add(many(137));
    for (const std::string text : {"", "welder"}) {
        for (const std::size_t limit : {1U, 7U, 100U}) {
            const Query query{.text = text, .as_of = day("2026-11-16"), .limit = limit};
            std::vector<domain::PostingId> ids;
            for (const search::Hit& hit : indexed.all_hits(query)) {
                ids.push_back(hit.id);
            }
            Query whole = query;
            whole.limit = 100;
            const search::Page first = search::search(indexed.index(), whole).value();
            EXPECT_EQ(first.total, 137);
            EXPECT_EQ(ids.size(), 137U) << text << limit;
            EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << text << limit;
            for (std::size_t at = 0; at < first.hits.size(); ++at) {
                EXPECT_EQ(ids[at], first.hits[at].id) << text << limit;
            }
        }
    }
}

TEST(SearchAll, is_every_hit_by_id) {
    IndexedPostings indexed;
    indexed.add(many(137));
    indexed.add({with_noc(record("cook", "Cook"), 63200)});
    for (const std::string text : {"", "welder", "-cook", "title:\"welder\"", "cook", "nobody"}) {
        const Query query{.text = text, .as_of = day("2026-11-16"), .limit = 100};
        std::vector<domain::PostingId> ids;
        for (const search::Hit& hit : indexed.all_hits(query)) {
            ids.push_back(hit.id);
        }
        std::ranges::sort(ids);
        EXPECT_EQ(search::search_all(indexed.index(), query).value(), ids) << text;
    }
    const Query refused{.text = "nocc:1", .as_of = day("2026-11-16")};
    EXPECT_EQ(search::search_all(indexed.index(), refused).error().field, "q");
}

TEST(Search, pages_without_text_miss_nothing_while_postings_arrive) {
    IndexedPostings indexed;
    indexed.add(many(20));
    Query query{.as_of = day("2026-11-16"), .limit = 8};
    const search::Page first = search::search(indexed.index(), query).value();
    store::PostingRecord newest = record("newest", "Welder");
    newest.posting.date_posted = day("2026-11-15");
    indexed.add({newest});
    query.cursor = first.next_cursor;
    std::set<domain::PostingId> ids;
    for (const search::Hit& hit : first.hits) {
        ids.insert(hit.id);
    }
    for (const search::Hit& hit : indexed.all_hits(query)) {
        EXPECT_TRUE(ids.insert(hit.id).second) << hit.id;
    }
    EXPECT_EQ(ids.size(), 20U);
}

TEST(Search, refuses_a_cursor_that_it_has_not_made_for_this_query) {
    IndexedPostings indexed;
    indexed.add(many(5));
    const Query query{.text = "welder", .as_of = day("2026-11-16"), .limit = 2};
    const std::string cursor = search::search(indexed.index(), query).value().next_cursor;
    const auto field_of = [&](Query other, const std::string& text) {
        other.cursor = text;
        const auto page = search::search(indexed.index(), other);
        return page ? std::string{} : page.error().field;
    };
    EXPECT_EQ(field_of(query, cursor), "");
    Query wider = query;
    wider.limit = 50;
    EXPECT_EQ(field_of(wider, cursor), "");
    Query other_text = query;
    other_text.text = "welders";
    EXPECT_EQ(field_of(other_text, cursor), "cursor");
    Query other_day = query;
    other_day.as_of += std::chrono::days{1};
    EXPECT_EQ(field_of(other_day, cursor), "cursor");
    Query other_province = query;
    other_province.provinces = {domain::Province::ON};
    EXPECT_EQ(field_of(other_province, cursor), "cursor");
    for (const std::string& text :
         {std::string{"0"},
          cursor + "0",
          cursor.substr(1),
          std::string(64, 'g'),
          std::string(64, '0'),
          std::string{"\0", 1}}) {
        EXPECT_EQ(field_of(query, text), "cursor") << text;
    }
    // A position of the caller's own making is only a place in the list.
    EXPECT_EQ(field_of(query, cursor.substr(0, 16) + std::string(48, 'f')), "");
}

TEST(Search, refuses_a_limit_out_of_range) {
    IndexedPostings indexed;
    indexed.add({record("one", "Welder")});
    for (const std::size_t limit : {std::size_t{0}, std::size_t{101}}) {
        const auto page = search::search(indexed.index(), {.limit = limit});
        ASSERT_FALSE(page);
        EXPECT_EQ(page.error().field, "limit");
    }
}

TEST(Search, takes_signs_without_meaning_as_plain_text) {
    IndexedPostings indexed;
    indexed.add({record("one", "Welder"), record("two", "Soudage OR welding")});
    EXPECT_THAT(indexed.find_text("(welder) AND NOT"), IsEmpty());
    EXPECT_THAT(indexed.find_text("weld*"), ElementsAre("two"));
    EXPECT_THAT(indexed.find_text("*"), IsEmpty());
    EXPECT_THAT(indexed.find_text("the"), IsEmpty());
    EXPECT_THAT(indexed.find_text(" \t\n"), UnorderedElementsAre("one", "two"));
    EXPECT_THAT(indexed.find_text(std::string(60'000, '*')), IsEmpty());
    EXPECT_THAT(indexed.find_text(std::string(30'000, 'a') + " welder"), ElementsAre("one", "two"));
    EXPECT_THAT(indexed.find_text("note: welder - night"), IsEmpty());
    EXPECT_THAT(indexed.find_text("- welder"), ElementsAre("one", "two"));
}

TEST(Search, answers_or_refuses_whatever_it_is_asked) {
    IndexedPostings indexed;
    indexed.add({record("one", "Welder"), record("two", "Soudage OR welding")});
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    static constexpr std::array<std::string_view, 30> pieces{
        "welder", "\"",      "-",     " ",        "title:", "teer:",    "pay:", ">=",
        "40/h",   "near:",   ",",     "\xC3\xA9", "\xFF",   "«",        "»",    "(",
        "AND",    "*",       "lang:", "fr",       "lift:",  "..",       "7d",   "posted:",
        "noc:",   "remote:", "yes",   "\0",       "rn",     "province:"};
    std::uniform_int_distribution<std::size_t> at{0, pieces.size() - 1};
    int answered = 0;
    for (int round = 0; round < 600; ++round) {
        std::string text;
        for (int count = round % 12; count >= 0; --count) {
            text += pieces[at(random)];
        }
        const auto page =
            search::search(indexed.index(), {.text = text, .as_of = day("2026-11-16")});
        answered += page ? 1 : 0;
        EXPECT_TRUE(page || page.error().field == "q") << testing::PrintToString(text);
    }
    EXPECT_GT(answered, 50);
    EXPECT_LT(answered, 600);
}

TEST(Search, throws_where_there_is_no_index_and_says_revision_0) {
    const support::TemporaryFolder folder;
    const std::string index = folder.path() / "index";
    EXPECT_THROW(search::search(index, {.as_of = day("2026-11-16")}), search::IndexError);
    EXPECT_EQ(search::revision(index), 0);
}

}  // namespace
