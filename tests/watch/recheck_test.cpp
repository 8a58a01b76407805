#include "indexer/watch/recheck.hpp"

#include "indexer/run.hpp"
#include "indexer/trust/trust.hpp"
#include "indexer/verification/check.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"
#include "tests/watch/stand.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;

/// How long the word of a source counts.
const std::chrono::days evidence_counts{
    verification::rule_of(verification::CheckKind::liveness).days};

domain::Date today_by_the_clock() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

/// One posting whose own page stands at `url`, as a line of a feed.
std::string line(const std::string& url, const std::string& description = "") {
    const std::string posted = domain::to_string(today_by_the_clock() - std::chrono::days{2});
    return R"({"@context":"https://schema.org","@type":"JobPosting","title":"Welder","url":")" +
           url + R"(","identifier":"7","datePosted":")" + posted +
           R"(","hiringOrganization":{"@type":"Organization","name":"Prairie Example Ltd."},)"
           R"("jobLocation":{"@type":"Place","address":{"@type":"PostalAddress",)"
           R"("addressLocality":"Calgary","addressRegion":"AB","addressCountry":"CA"}},)"
           R"("occupationalCategory":"72106","description":")" +
           description + "\"}\n";
}

class Recheck : public testing::Test {
protected:
    /// What each day brings, from the last on which a posting counts that was fetched today, while
    /// its page answers so.
    std::vector<ingest::VerifyCounts> last_days(
        const int days, const unsigned status, const std::string& page
    ) {
        const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
            if (request.target == "/robots.txt") {
                to.respond(404, "");
            } else {
                to.respond(status, page);
            }
        }};
        const domain::Date last = today_by_the_clock() + evidence_counts;
        std::vector<domain::Date> on{last - std::chrono::days{1}};
        for (int day = 0; day < days; ++day) {
            on.push_back(last + std::chrono::days{day});
        }
        auto counts = look(line(server.url("/jobs/7")), on);
        EXPECT_EQ(counts.at(0).looked_at, 0) << "the day before its last";
        counts.erase(counts.begin());
        return counts;
    }

    /// Takes the posting of a feed in today, and looks again on each of these days.
    std::vector<ingest::VerifyCounts> look(
        const std::string& posting, const std::vector<domain::Date>& days
    ) {
        std::ofstream{folder_.path() / "feed.ndjson"} << posting;
        const ingest::Reference reference = ingest::load_reference(database_);
        ingest::RunSource source;
        source.file.path = folder_.path() / "feed.ndjson";
        source.fetched = true;
        const auto report = ingest::run(
            {source}, database_, reference, {.day = today_by_the_clock(), .index_folder = index()}
        );
        EXPECT_EQ(report.files.at(0).outcome.value().counts.stored, 1);
        fetch::Fetcher fetcher{{}};
        watch::Tools tools{
            .database = database_,
            .fetcher = fetcher,
            .fetch_folder = folder_.path(),
            .index = index(),
            .log = [](const std::string&) {}};
        watch::PageAsker pages{
            {.folder = folder_.path() / "pages",
             .addresses = fetch::Addresses::private_at_origin,
             .crawl_delay = std::chrono::milliseconds{0}}};
        const std::stop_source never;
        std::vector<ingest::VerifyCounts> counts;
        for (const domain::Date day : days) {
            counts.push_back(watch::recheck(tools, pages, day, never.get_token()).value());
        }
        return counts;
    }

    /// What the card says of the employer's page.
    trust::UnpackedCheck employer_page() {
        const auto card = store::TrustStore{database_}.card(1).value();
        return trust::unpack(card.verdicts.value())
            .at(static_cast<std::size_t>(verification::CheckKind::employer_page));
    }

    std::int64_t documents() { return search::status(index()).documents; }
    std::string index() const { return (folder_.path() / "index").string(); }

    const support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo(), .connections_max = 2}};
    support::TemporaryFolder folder_;
};

TEST_F(Recheck, keeps_what_its_page_still_shows_before_anything_has_run_out) {
    const auto counts = last_days(
        2,
        200,
        R"html(<script type="application/ld+json">{"@context": "https://schema.org",
        "@type": "JobPosting", "title": "Welder"}</script>)html"
    );
    EXPECT_EQ(counts.at(0).asked, 1);
    EXPECT_EQ(counts.at(0).lapsed, 0);
    EXPECT_EQ(counts.at(1).looked_at, 0);
    EXPECT_EQ(documents(), 1);
}

TEST_F(Recheck, closes_what_is_gone) {
    const auto counts = last_days(1, 410, "");
    EXPECT_EQ(counts.at(0).closed, 1);
    EXPECT_EQ(counts.at(0).lapsed, 0);
}

TEST_F(Recheck, takes_off_what_nobody_can_tell_when_what_proved_it_has_run_out) {
    const auto counts = last_days(2, 200, "<p>Welcome</p>");
    EXPECT_EQ(counts.at(0).asked, 1);
    EXPECT_EQ(counts.at(0).lapsed, 0) << "its last day";
    EXPECT_EQ(counts.at(1).asked, 1);
    EXPECT_EQ(counts.at(1).lapsed, 1);
    EXPECT_EQ(documents(), 0) << "and out of the index";
}

TEST_F(Recheck, asks_the_page_of_the_employer_once_and_again_when_its_answer_has_run_out) {
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        const bool shows = request.target == "/careers/welder";
        to.respond(shows ? 200 : 404, "<body><h1>Welder</h1></body>", {"Content-Type: text/html"});
    }};
    std::string page = server.url("/careers/welder");
    page.replace(page.find("127.0.0.1"), 9, "prairie-example.localhost");
    const auto today = today_by_the_clock();
    const auto counts = look(
        line("https://jobs.example/7", "Apply: " + page), {today, today + std::chrono::days{1}}
    );
    EXPECT_EQ(counts.at(0).employers_asked, 1);
    EXPECT_EQ(counts.at(1).employers_asked, 0);
    EXPECT_EQ(counts.at(0).asked + counts.at(1).asked, 0) << "its feed still proves it";
    EXPECT_EQ(employer_page().verdict, verification::Verdict::pass);
    EXPECT_EQ(employer_page().code, "live");
    EXPECT_EQ(employer_page().evidence, page);
    EXPECT_EQ(server.requests().size(), 2U) << "robots.txt and the page";
}

}  // namespace
