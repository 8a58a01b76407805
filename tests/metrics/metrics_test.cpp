// What Prometheus reads, as text.

#include "services/metrics/page.hpp"
#include "services/metrics/process.hpp"
#include "services/metrics/requests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

TEST(Page, writes_a_family_with_its_kind_and_meaning) {
    metrics::Page page;
    page.counters(
        "seen_total",
        "Seen.",
        {{.labels = {{"by", "a"}}, .value = 1}, {.labels = {{"by", "b"}}, .value = 2.5}}
    );
    page.gauge("open", "Open.", 1'795'994'105);
    EXPECT_EQ(
        page.text(),
        "# HELP seen_total Seen.\n# TYPE seen_total counter\n"
        "seen_total{by=\"a\"} 1\nseen_total{by=\"b\"} 2.5\n"
        "# HELP open Open.\n# TYPE open gauge\nopen 1795994105\n"
    );
}

TEST(Page, lets_no_label_end_its_line_or_its_quotes) {
    metrics::Page page;
    page.gauges("open", "Open.", {{.labels = {{"by", "a\"} 7\nfalse 1\\"}}, .value = 1}});
    EXPECT_THAT(page.text(), HasSubstr("open{by=\"a\\\"} 7\\nfalse 1\\\\\"} 1\n"));
}

http::Exchange exchange(const std::string_view route, const unsigned status) {
    http::Exchange seen;
    seen.method = "GET";
    seen.route = route;
    seen.status = status;
    return seen;
}

std::string text(const metrics::Requests& requests) {
    metrics::Page page;
    page.add(requests.collect());
    return page.text();
}

TEST(Requests, are_counted_by_route_and_status_in_buckets_of_seconds) {
    metrics::Requests requests;
    for (const auto duration : {3ms, 30ms, 11'000ms}) {
        http::Exchange seen = exchange("/v1/matches", 200);
        seen.duration = duration;
        requests.observe(seen);
    }
    http::Exchange secure = exchange("/v1/matches", 503);
    secure.secure = true;
    requests.observe(secure);
    const std::string told = text(requests);
    const std::string ok =
        R"({http_request_method="GET",http_response_status_code="200",http_route="/v1/matches",url_scheme="http")";
    const std::string name = "http_server_request_duration_seconds";
    EXPECT_THAT(told, HasSubstr("# TYPE " + name + " histogram\n"));
    EXPECT_THAT(told, HasSubstr(name + "_bucket" + ok + ",le=\"0.005\"} 1\n"));
    EXPECT_THAT(told, HasSubstr(name + "_bucket" + ok + ",le=\"0.05\"} 2\n"));
    EXPECT_THAT(told, HasSubstr(name + "_bucket" + ok + ",le=\"10\"} 2\n"));
    EXPECT_THAT(told, HasSubstr(name + "_bucket" + ok + ",le=\"+Inf\"} 3\n"));
    EXPECT_THAT(told, HasSubstr(name + "_count" + ok + "} 3\n"));
    EXPECT_THAT(
        told,
        HasSubstr(
            R"(http_response_status_code="503",http_route="/v1/matches",url_scheme="https"} 1)"
        )
    );
}

TEST(Requests, that_reached_no_route_name_none) {
    metrics::Requests requests;
    requests.observe(exchange("", 404));
    EXPECT_THAT(text(requests), Not(HasSubstr("http_route")));
    EXPECT_THAT(text(requests), HasSubstr("http_response_status_code=\"404\""));
}

TEST(Process, tells_what_linux_tells_of_it) {
    metrics::Page page;
    metrics::add_process(page);
    for (const char* const name :
         {"process_cpu_seconds_total",
          "process_start_time_seconds",
          "process_resident_memory_bytes",
          "process_open_fds",
          "process_max_fds"}) {
        EXPECT_THAT(page.text(), HasSubstr(std::string{"\n"} + name + ' '));
    }
}

}  // namespace
