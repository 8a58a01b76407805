#include "sql/store/fetch_store.hpp"

#include "sql/store/operation_store.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>

namespace {

using store::FetchedPage;
using store::SourceRun;
using testing::IsEmpty;
using testing::SizeIs;

domain::Instant at(const std::string_view text) { return domain::parse_instant(text).value(); }

class FetchStore : public testing::Test {
protected:
    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::FetchStore store_{database_};
};

FetchedPage page(const std::string& url) {
    return {
        .url = url,
        .etag = "\"v1\"",
        .last_modified = "Mon, 16 Nov 2026 08:00:00 GMT",
        .next_page = url + "2",
        .sha256 = store::sha256(url),
        .bytes = 5'000'000'000};
}

TEST_F(FetchStore, keeps_the_pages_of_each_source_in_their_order) {
    EXPECT_THAT(store_.pages("one"), IsEmpty());
    store_.keep("one", 2, page("https://jobs.example/b"));
    store_.keep("one", 1, page("https://jobs.example/a"));
    store_.keep("other", 1, page("https://jobs.example/c"));
    const auto pages = store_.pages("one");
    ASSERT_THAT(pages, SizeIs(2));
    EXPECT_EQ(pages[0].url, "https://jobs.example/a");
    EXPECT_EQ(pages[0].etag, "\"v1\"");
    EXPECT_EQ(pages[0].last_modified, "Mon, 16 Nov 2026 08:00:00 GMT");
    EXPECT_EQ(pages[0].next_page, "https://jobs.example/a2");
    EXPECT_EQ(pages[0].sha256, store::sha256("https://jobs.example/a"));
    EXPECT_EQ(pages[0].bytes, 5'000'000'000);

    FetchedPage moved = page("https://jobs.example/x");
    moved.etag.clear();
    store_.keep("one", 1, moved);
    EXPECT_EQ(store_.pages("one")[0].url, "https://jobs.example/x");
    EXPECT_EQ(store_.pages("one")[0].etag, "");
    store_.drop_pages("one", 1);
    EXPECT_THAT(store_.pages("one"), SizeIs(1));
    EXPECT_THAT(store_.pages("other"), SizeIs(1));
}

TEST_F(FetchStore, remembers_the_last_run_of_each_source) {
    SourceRun run{
        .source = "one",
        .started_at = at("2026-11-16T08:00:00Z"),
        .finished_at = at("2026-11-16T08:00:07Z"),
        .succeeded_at = at("2026-11-16T08:00:07Z"),
        .failures = 0,
        .error = "",
        .not_before = {},
        .ingested = "name",
        .records = 12,
        .quarantined = 3,
        .posting_source = "One"};
    store_.record(run);
    ASSERT_THAT(store_.runs(), SizeIs(1));
    EXPECT_EQ(store_.runs()[0].started_at, run.started_at);
    EXPECT_EQ(store_.runs()[0].finished_at, run.finished_at);
    EXPECT_EQ(store_.runs()[0].succeeded_at, run.succeeded_at);
    EXPECT_EQ(store_.runs()[0].not_before, std::nullopt);
    EXPECT_EQ(store_.runs()[0].ingested, "name");
    EXPECT_EQ(store_.runs()[0].records, 12);
    EXPECT_EQ(store_.runs()[0].quarantined, 3);
    EXPECT_EQ(store_.runs()[0].posting_source, "One");

    run.succeeded_at.reset();
    run.failures = 2;
    run.error = "n'est plus annonc\xC3\xA9";
    run.not_before = at("2026-11-16T20:00:00Z");
    store_.record(run);
    run.source = "another";
    store_.record(run);
    ASSERT_THAT(store_.runs(), SizeIs(2));
    EXPECT_EQ(store_.runs()[0].source, "another");
    EXPECT_EQ(store_.runs()[1].succeeded_at, std::nullopt);
    EXPECT_EQ(store_.runs()[1].failures, 2);
    EXPECT_EQ(store_.runs()[1].error, run.error);
    EXPECT_EQ(store_.runs()[1].not_before, run.not_before);
}

TEST_F(FetchStore, keeps_the_list_as_it_is_now) {
    const auto due = at("2026-11-17T04:30:00Z");
    const store::ListedSource daily{
        .name = "daily",
        .fetched = false,
        .address = "/var/feeds",
        .complete = false,
        .every_minutes = {},
        .daily_at = "04:30",
        .due_at = due};
    store::ListedSource often{
        .name = "often",
        .fetched = true,
        .address = "https://jobs.example/feed",
        .complete = true,
        .every_minutes = 30,
        .daily_at = {},
        .due_at = due};
    store_.keep_list({daily, often});
    store::OperationStore operation{database_};
    const auto sources = [&] {
        return operation.sources({"op", "operator"}, domain::Date{}, "", 100);
    };
    ASSERT_THAT(sources(), SizeIs(2));
    EXPECT_EQ(sources()[0].listed->daily_at, "04:30");
    EXPECT_EQ(sources()[1].listed->every_minutes, 30);

    often.every_minutes = 60;
    store_.keep_list({often});
    store_.set_due("often", at("2026-11-18T00:00:00Z"));
    store_.set_due("daily", at("2026-11-18T00:00:00Z"));
    ASSERT_THAT(sources(), SizeIs(1));
    EXPECT_EQ(sources()[0].name, "often");
    EXPECT_EQ(sources()[0].listed->every_minutes, 60);
    EXPECT_EQ(sources()[0].listed->due_at, "2026-11-18T00:00:00Z");
    store_.keep_list({});
    EXPECT_THAT(sources(), IsEmpty());
}

TEST(Sha256, is_the_same_whatever_the_pieces) {
    store::Sha256 pieces;
    pieces.update("a");
    pieces.update("");
    pieces.update("bc");
    // FIPS 180-4, the example of one block.
    EXPECT_EQ(pieces.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(
        store::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

}  // namespace
