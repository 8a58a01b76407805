// Whether a page says that its posting is open: asked of a real server, and only what is plain is
// believed.

#include "indexer/watch/posting_page.hpp"
#include "tests/support/content.hpp"
#include "tests/support/shared.hpp"
#include "tests/watch/asking.hpp"

#include <gmock/gmock.h>

namespace {

using asking::page;
using asking::posting_page;
using asking::today;
using State = verification::Liveness::State;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::HasSubstr;
using testing::SizeIs;

std::string fixture(const std::string& name) {
    return support::content_of(REPOSITORY_ROOT "/tests/sources/fixtures/" + name);
}

TEST_F(Asking, finds_live_what_still_shows_its_posting) {
    const auto said = ask(200, posting_page);
    EXPECT_EQ(said.state, State::live);
    EXPECT_EQ(said.day, today);
    EXPECT_EQ(said.evidence, "its page still shows it");
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path() / "pages")) << "nothing is kept";
}

TEST_F(Asking, finds_closed_what_is_no_longer_there) {
    for (const int status : {404, 410}) {
        const auto said = ask(status, "");
        EXPECT_EQ(said.state, State::closed);
        EXPECT_EQ(said.evidence, "HTTP " + std::to_string(status));
    }
}

TEST_F(Asking, finds_closed_what_says_so) {
    const auto english = ask(200, fixture("job_bank_closed_en.html"));
    EXPECT_EQ(english.state, State::closed);
    EXPECT_THAT(english.evidence, HasSubstr("no longer advertised"));
    const auto french = ask(200, fixture("job_bank_closed_fr.html"));
    EXPECT_EQ(french.state, State::closed);
    EXPECT_THAT(french.evidence, HasSubstr("n'est plus annoncée"));
}

TEST_F(Asking, finds_uncertain_what_answers_badly) {
    for (const int status : {403, 500, 503}) {
        const auto said = ask(status, "");
        EXPECT_EQ(said.state, State::uncertain) << status;
        EXPECT_THAT(said.evidence, HasSubstr(std::to_string(status)));
    }
    for (const std::string body : {"", "   ", "<html></html>", "{}"}) {
        const auto said = ask(200, body);
        EXPECT_EQ(said.state, State::uncertain) << body;
        EXPECT_EQ(said.evidence, "its page does not tell");
    }
}

TEST_F(Asking, finds_uncertain_what_does_not_answer_in_time) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/robots.txt") {
            to.respond(404, "");
        } else {
            to.wait(std::chrono::seconds{20});
        }
    }};
    const auto start = std::chrono::steady_clock::now();
    const auto said = asker().ask(at(server.url("/jobs/1")), today).value();
    EXPECT_EQ(said.state, State::uncertain);
    EXPECT_FALSE(said.evidence.empty());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{10});
}

TEST_F(Asking, does_not_ask_what_robots_txt_disallows) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        to.respond(
            200,
            request.target == "/robots.txt" ? "User-agent: *\nDisallow: /jobs/\n" : posting_page
        );
    }};
    const auto said = asker().ask(at(server.url("/jobs/1")), today).value();
    EXPECT_EQ(said.state, State::uncertain);
    EXPECT_THAT(said.evidence, HasSubstr("robots.txt disallows"));
    EXPECT_THAT(server.requests(), SizeIs(1));
}

TEST_F(Asking, does_not_ask_a_link_that_is_none) {
    auto one = asker();
    for (const std::string url : {"", "ftp://jobs.example/1", "jobs"}) {
        const auto said = one.ask(at(url), today).value();
        EXPECT_EQ(said.state, State::uncertain);
        EXPECT_THAT(said.evidence, HasSubstr("cannot be asked"));
    }
}

TEST_F(Asking, reaches_no_private_address_unless_it_is_told_to) {
    const HttpServer server{
        [](const HttpRequest&, HttpConnection& to) { to.respond(200, posting_page); }};
    watch::PageAsker careful{
        {.folder = folder_.path() / "pages", .page_time_max = std::chrono::seconds{2}}};
    EXPECT_EQ(careful.ask(at(server.url("/jobs/1")), today)->state, State::uncertain);
    EXPECT_THAT(server.requests(), SizeIs(0));
}

TEST_F(Asking, keeps_to_the_budget_of_each_host) {
    const auto answer = [](const HttpRequest& request, HttpConnection& to) {
        to.respond(request.target == "/robots.txt" ? 404 : 200, posting_page);
    };
    const HttpServer server{answer};
    auto one = asker(2);
    EXPECT_TRUE(one.ask(at(server.url("/jobs/1")), today));
    EXPECT_TRUE(one.ask(at(server.url("/jobs/2")), today));
    EXPECT_FALSE(one.ask(at(server.url("/jobs/3")), today));
    EXPECT_THAT(server.requests(), SizeIs(3)) << "robots.txt and two pages";
    EXPECT_TRUE(one.ask(at("http://localhost:1/jobs/4"), today)) << "another host";
}

TEST_F(Asking, counts_the_host_that_it_is_sent_on_to_as_well) {
    std::string elsewhere;
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/robots.txt") {
            to.respond(404, "");
        } else if (request.target == "/link") {
            to.respond(302, "", {"Location: " + elsewhere});
        } else {
            to.respond(200, posting_page, {"Content-Type: text/html"});
        }
    }};
    elsewhere = server.url("/jobs/1");
    elsewhere.replace(elsewhere.find("127.0.0.1"), 9, "localhost");
    watch::PageAsker sent_on_first = asker(1);
    EXPECT_TRUE(sent_on_first.ask(at(server.url("/link")), today));
    EXPECT_FALSE(sent_on_first.ask(at(elsewhere), today)) << "its budget is spent";
    watch::PageAsker sent_on_last = asker(1);
    EXPECT_TRUE(sent_on_last.ask(at(elsewhere), today));
    EXPECT_FALSE(sent_on_last.ask(at(server.url("/link")), today));
}

TEST_F(Asking, believes_no_list_of_other_postings_to_which_it_is_sent_on) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/jobs/1") {
            to.respond(302, "", {"Location: /jobs"});
        } else if (request.target == "/jobs") {
            to.respond(200, posting_page + posting_page);
        } else {
            to.respond(404, "");
        }
    }};
    EXPECT_EQ(asker().ask(at(server.url("/jobs/1")), today)->state, State::uncertain);
}

struct Banner {
    std::string line;
    bool closes = true;
};

TEST(Page, is_closed_by_a_banner_in_either_language_and_by_nothing_that_only_sounds_so) {
    const std::string prose(300, 'x');
    const std::vector<Banner> all{
        {"This job is no longer available."},
        {"Sorry, this position has been filled."},
        {"THIS POSTING IS NO LONGER OPEN"},
        {"This position is closed."},
        {"We are no longer accepting applications."},
        {"This job has expired"},
        {"Ce poste a été pourvu."},
        {"Cette offre d\u2019emploi n\u2019est plus disponible."},
        {"Cette offre a expiré."},
        {"L'affichage est fermé."},
        {"Nous n'acceptons plus de candidatures", false},
        {"Cet employeur n'accepte plus de candidatures"},
        {"Flash is no longer available in your browser.", false},
        {"La brochure n'est plus disponible.", false},
        {"Apply now: this position is open.", false},
        {"Our closed-toe shoe policy applies.", false},
        {prose + " our old job board is no longer available " + prose, false},
        {prose + " le poste a été pourvu " + prose, false},
    };
    for (const Banner& banner : all) {
        const auto said = watch::liveness_of_page(
            page("<h1>Welder</h1><p>" + banner.line + "</p>"), "https://jobs.example/1", today
        );
        EXPECT_EQ(said.has_value(), banner.closes) << banner.line;
        if (said) {
            EXPECT_EQ(said->state, State::closed);
            EXPECT_EQ(said->evidence, banner.line);
        }
    }
}

TEST(Page, is_not_closed_by_what_nobody_reads) {
    for (const std::string hidden :
         {"<script>var text = 'this job is no longer available';</script>",
          "<style>/* this job is no longer available */</style>",
          "<!-- this job is no longer available -->"}) {
        EXPECT_FALSE(watch::liveness_of_page(page(hidden), "https://jobs.example/1", today))
            << hidden;
    }
}

TEST(Page, that_shows_its_posting_is_live_whatever_stands_beside_it) {
    const std::string url = "https://jobs.example/1";
    const auto said = watch::liveness_of_page(
        posting_page + "<p>Similar jobs: this job is no longer available</p>", url, today
    );
    ASSERT_TRUE(said);
    EXPECT_EQ(said->state, State::live);
    // Among others, its own link names it.
    const std::string named = R"html(<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Cook (fictional)", "url": ")html" +
                              url + R"html(", "datePosted": "2026-11-02"}</script>)html";
    EXPECT_EQ(watch::liveness_of_page(posting_page + named, url, today)->state, State::live);
    EXPECT_FALSE(watch::liveness_of_page(posting_page + posting_page, url, today));
}

TEST(Page, in_an_old_encoding_gives_words_that_can_be_stored) {
    const auto said = watch::liveness_of_page(
        "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Ce poste a \xe9t\xe9 "
        "pourvu.</p></body></html>",
        "https://jobs.example/1",
        today
    );
    ASSERT_TRUE(said);
    EXPECT_EQ(said->evidence, "Ce poste a été pourvu.");
}

}  // namespace
