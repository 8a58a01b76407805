#include "sql/store/fetch_store.hpp"

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
        .quarantined = 3};
    store_.record(run);
    ASSERT_THAT(store_.runs(), SizeIs(1));
    EXPECT_EQ(store_.runs()[0].started_at, run.started_at);
    EXPECT_EQ(store_.runs()[0].finished_at, run.finished_at);
    EXPECT_EQ(store_.runs()[0].succeeded_at, run.succeeded_at);
    EXPECT_EQ(store_.runs()[0].not_before, std::nullopt);
    EXPECT_EQ(store_.runs()[0].ingested, "name");
    EXPECT_EQ(store_.runs()[0].records, 12);
    EXPECT_EQ(store_.runs()[0].quarantined, 3);

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
