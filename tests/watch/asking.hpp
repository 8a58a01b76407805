#pragma once

#include "indexer/watch/page_asker.hpp"
#include "matcher/domain/date.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <string>

namespace asking {

inline const domain::Date today = domain::parse_date("2026-11-16").value();

inline const std::string posting_page = R"html(<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Welder (fictional)",
 "datePosted": "2026-11-02"}
</script></head><body><h1>Welder</h1></body></html>)html";

/// A page whose text these lines are.
inline std::string page(const std::string& lines) {
    return "<html><head><title>Jobs (fictional)</title></head><body>" + lines + "</body></html>";
}

}  // namespace asking

/// Pages asked of a real server on this machine.
class Asking : public testing::Test {
protected:
    watch::PageAsker asker(const std::size_t per_host_max = 100) {
        return watch::PageAsker{
            {.folder = folder_.path() / "pages",
             .per_host_max = per_host_max,
             .addresses = fetch::Addresses::private_at_origin,
             .crawl_delay = std::chrono::milliseconds{0},
             .page_time_max = std::chrono::seconds{2}}};
    }

    static domain::Posting at(const std::string& url) {
        domain::Posting posting;
        posting.url = url;
        return posting;
    }

    /// What is said of a page that is answered so, by a host whose robots.txt allows all.
    verification::Liveness ask(const int status, const std::string& body) {
        const support::HttpServer server{
            [&](const support::HttpRequest& request, support::HttpConnection& to) {
                const bool robots = request.target == "/robots.txt";
                to.respond(robots ? 404 : status, robots ? "" : body, {"Content-Type: text/html"});
            }};
        return asker().ask(at(server.url("/jobs/1")), asking::today).value();
    }

    support::TemporaryFolder folder_;
};
