// Whether the page of an employer shows a posting: asked of a real server. It is believed where it
// shows it or says that it is over, and nothing follows from what it leaves out.

#include "indexer/watch/posting_page.hpp"
#include "tests/watch/asking.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace {

using asking::page;
using asking::posting_page;
using asking::today;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::HasSubstr;
using testing::SizeIs;
using verification::Liveness;
using State = Liveness::State;

/// Of a board: its employer's page is somewhere else.
domain::Posting titled(const std::string& title, const std::string& original = "") {
    domain::Posting posting;
    posting.url = "https://ca.indeed.com/viewjob/7";
    posting.title = title;
    posting.original_title = original;
    posting.hiring_organization = "Localhost Ltd.";
    return posting;
}

/// The page of a JobPosting, as data that nobody sees.
std::string in_data(const std::string& title, const std::string& more = "") {
    return R"(<script type="application/ld+json">{"@context": "https://schema.org",
        "@type": "JobPosting", "title": ")" +
           title + "\"" + more + "}</script>";
}

class AskingEmployers : public Asking {
protected:
    /// What the page at `target` says, answered so.
    Liveness ask_at(
        const std::string& target,
        const int status,
        const std::string& body,
        const domain::Posting& posting = titled("Welder")
    ) {
        const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
            const bool robots = request.target == "/robots.txt";
            to.respond(robots ? 404 : status, robots ? "" : body, {"Content-Type: text/html"});
        }};
        return asker().ask_employer(posting, server.url(target), today).value();
    }
};

TEST_F(AskingEmployers, finds_live_what_its_data_show_under_a_title_alike) {
    for (const std::string title :
         {"Welder", "WELDER", "Welder (night shift)", "Senior welder, Calgary"}) {
        const auto said = ask_at("/jobs/7", 200, page(in_data(title)));
        EXPECT_EQ(said.state, State::live) << title;
        EXPECT_EQ(said.day, today);
        EXPECT_EQ(said.evidence, "its page still shows it");
    }
    const auto listed = page(in_data("Cook") + in_data("Welder") + in_data("Nurse"));
    EXPECT_EQ(ask_at("/careers", 200, listed).state, State::live);
    for (const std::string title : {"Cook", "Welders", "Spotwelder", ""}) {
        EXPECT_EQ(ask_at("/jobs/7", 200, page(in_data(title))).state, State::uncertain) << title;
    }
}

TEST_F(AskingEmployers, finds_live_what_a_line_or_a_link_names) {
    for (const std::string shown :
         {"<h1>Welder</h1>",
          "<ul><li>Cook</li><li>WELDER</li></ul>",
          "<p>We seek: <a href='/jobs/7'> Welder </a> and others</p>"}) {
        EXPECT_EQ(ask_at("/careers", 200, page(shown)).state, State::live) << shown;
    }
    for (const std::string shown :
         {"<p>We have no need of a welder today.</p>",
          "<h1>Welder II</h1>",
          "<script>var title = 'Welder';</script>",
          "<!-- Welder -->"}) {
        const auto said = ask_at("/jobs/7", 200, page(shown));
        EXPECT_EQ(said.state, State::uncertain) << shown;
        EXPECT_EQ(said.evidence, "its page does not show it");
    }
    EXPECT_EQ(
        ask_at("/jobs/7", 200, "<html><head><title>Welder</title></head><body>Gone</body></html>")
            .state,
        State::uncertain
    ) << "nobody sees it on the page";
}

TEST_F(AskingEmployers, compares_titles_without_accents_and_by_the_employers_own_words_as_well) {
    const auto posting = titled("welder", "Soudeur-monteur expérimenté");
    for (const std::string shown :
         {"<h1>SOUDEUR-MONTEUR EXPERIMENTE</h1>",
          "<h1>Soudeur\u2011monteur expérimenté</h1>",
          "<a href='/7'>soudeur-monteur  expérimenté</a>"}) {
        EXPECT_EQ(ask_at("/emplois", 200, page(shown), posting).state, State::live) << shown;
    }
    EXPECT_EQ(
        ask_at("/emplois", 200, page("<h1>Soudeur-monteur</h1>"), posting).state, State::uncertain
    );
    EXPECT_EQ(
        ask_at("/emplois", 200, page(in_data("Soudeur-monteur expérimenté (H/F)")), posting).state,
        State::live
    );
    EXPECT_EQ(ask_at("/", 200, page("<p></p>"), titled("")).state, State::uncertain);
}

TEST_F(AskingEmployers, finds_closed_what_is_gone_or_says_so) {
    for (const int status : {404, 410}) {
        const auto said = ask_at("/jobs/7", status, "");
        EXPECT_EQ(said.state, State::closed);
        EXPECT_EQ(said.evidence, "HTTP " + std::to_string(status));
    }
    for (const std::string banner :
         {"This position has been filled.", "Cette offre d'emploi n'est plus disponible."}) {
        const auto said =
            ask_at("/careers/welder", 200, page("<h1>Welder</h1><p>" + banner + "</p>"));
        EXPECT_EQ(said.state, State::closed);
        EXPECT_EQ(said.evidence, banner);
    }
}

TEST_F(AskingEmployers, closes_nothing_by_what_is_not_of_this_posting_alone) {
    const std::string other_job = "<p>Cook: this position has been filled.</p>";
    for (const std::string target : {"", "/", "/careers", "/fr/emplois/"}) {
        EXPECT_EQ(ask_at(target, 404, "").state, State::uncertain) << target;
        EXPECT_THAT(ask_at(target, 404, "").evidence, HasSubstr("404"));
        EXPECT_EQ(ask_at(target, 200, page(other_job)).state, State::uncertain) << target;
        EXPECT_EQ(ask_at(target, 200, page(other_job + "<li>Welder</li>")).state, State::live)
            << target;
    }
}

TEST_F(AskingEmployers, finds_uncertain_what_answers_badly_or_shows_it_as_over) {
    for (const int status : {403, 500, 503}) {
        const auto said = ask_at("/jobs/7", status, page("<h1>Welder</h1>"));
        EXPECT_EQ(said.state, State::uncertain) << status;
        EXPECT_THAT(said.evidence, HasSubstr(std::to_string(status)));
    }
    const auto until = [](const std::string& last) {
        return page("<h1>Welder</h1>" + in_data("Welder", R"(, "validThrough": ")" + last + "\""));
    };
    EXPECT_EQ(ask_at("/jobs/7", 200, until("2026-11-16")).state, State::live) << "its last day";
    const auto over = ask_at("/jobs/7", 200, until("2026-11-15T23:59:00Z"));
    EXPECT_EQ(over.state, State::uncertain);
    EXPECT_EQ(over.evidence, "its page shows it until 2026-11-15");
}

TEST_F(AskingEmployers, learns_nothing_from_a_home_page_to_which_it_is_sent_on) {
    std::string home;
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/jobs/7") {
            to.respond(302, "", {"Location: /"});
        } else {
            to.respond(request.target == "/" ? 200 : 404, home, {"Content-Type: text/html"});
        }
    }};
    const auto ask_employer = [&] {
        return asker().ask_employer(titled("Welder"), server.url("/jobs/7"), today)->state;
    };
    home = page("<h1>Welcome</h1><p>Cook: this position has been filled.</p>");
    EXPECT_EQ(ask_employer(), State::uncertain);
    home = page("<h1>Welcome</h1><a href='/jobs/8'>Welder</a>");
    EXPECT_EQ(ask_employer(), State::live);
}

TEST_F(AskingEmployers, keeps_to_robots_txt_and_away_from_private_addresses) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        to.respond(
            200,
            request.target == "/robots.txt" ? "User-agent: *\nDisallow: /jobs/\n" : posting_page
        );
    }};
    const auto disallowed = asker().ask_employer(titled("Welder"), server.url("/jobs/7"), today);
    EXPECT_EQ(disallowed->state, State::uncertain);
    EXPECT_THAT(disallowed->evidence, HasSubstr("robots.txt disallows"));
    EXPECT_THAT(server.requests(), SizeIs(1));
    EXPECT_EQ(
        asker().ask_employer(titled("Welder"), server.url("/careers"), today)->state, State::live
    );
    watch::PageAsker careful{
        {.folder = folder_.path() / "pages", .page_time_max = std::chrono::seconds{2}}};
    EXPECT_EQ(
        careful.ask_employer(titled("Welder"), server.url("/careers"), today)->state,
        State::uncertain
    );
    EXPECT_THAT(server.requests(), SizeIs(3)) << "robots.txt, robots.txt and a page";
    EXPECT_THAT(
        careful.ask_employer(titled("Welder"), "granitecove.example", today)->evidence,
        HasSubstr("cannot be asked")
    );
}

TEST_F(AskingEmployers, shares_the_budget_of_a_host_with_pages_of_sources) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        to.respond(request.target == "/robots.txt" ? 404 : 200, posting_page);
    }};
    auto one = asker(2);
    EXPECT_TRUE(one.ask(at(server.url("/jobs/1")), today));
    EXPECT_TRUE(one.ask_employer(titled("Welder"), server.url("/jobs/2"), today));
    EXPECT_FALSE(one.ask_employer(titled("Welder"), server.url("/jobs/3"), today));
    EXPECT_FALSE(one.ask(at(server.url("/jobs/4")), today));
    EXPECT_THAT(server.requests(), SizeIs(3)) << "robots.txt and two pages";
}

TEST_F(AskingEmployers, asks_the_employers_own_link_once_for_both) {
    const HttpServer server{[](const HttpRequest& request, HttpConnection& to) {
        const bool robots = request.target == "/robots.txt";
        to.respond(robots ? 404 : 200, page("<h1>Welder</h1>"), {"Content-Type: text/html"});
    }};
    auto posting = titled("Welder");
    posting.url = server.url("/jobs/7");
    EXPECT_EQ(asker().ask(posting, today)->evidence, "its page does not tell");
    posting.url.replace(posting.url.find("127.0.0.1"), 9, "localhost");
    EXPECT_EQ(asker().ask(posting, today)->state, State::live) << "the host carries its name";
}

}  // namespace
