#include "services/api/metrics.hpp"

#include "indexer/search/search.hpp"
#include "services/api/try_to.hpp"
#include "services/metrics/page.hpp"
#include "services/metrics/process.hpp"
#include "sql/store/migrations.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace api {
namespace {

using metrics::Page;
using metrics::Sample;
using Figures = std::vector<store::OperationStore::Figure>;

/// What a figure of the store is called as a metric.
struct Named {
    std::string_view figure;
    const char* metric;
    const char* label;  ///< Empty: it has none.
    const char* help;
};

constexpr std::array named{
    Named{
        "program_seen",
        "jobscout_program_seen_timestamp_seconds",
        "program",
        "When a program of the background last said that it runs."},
    Named{
        "source_failures",
        "jobscout_source_failures_in_a_row",
        "source",
        "Failures since the last success."},
    Named{
        "source_run",
        "jobscout_source_last_run_timestamp_seconds",
        "source",
        "End of the last run."},
    Named{
        "source_success",
        "jobscout_source_last_success_timestamp_seconds",
        "source",
        "End of the last run that succeeded."},
    Named{
        "source_due",
        "jobscout_source_next_run_timestamp_seconds",
        "source",
        "When it is to run next."},
    Named{"ingest_runs", "jobscout_ingest_runs", "outcome", "Files taken in, ever."},
    Named{
        "kept_aside", "jobscout_quarantine_records", "source", "Records and postings kept aside."},
    Named{
        "reported_postings",
        "jobscout_reported_postings",
        "",
        "Postings reported since a reviewer last decided."},
    Named{"jobs_waiting", "jobscout_jobs_waiting", "kind", "Jobs that wait for a worker."},
    Named{"jobs_running", "jobscout_jobs_running", "kind", "Jobs in the hands of a worker."},
    Named{"jobs_failed", "jobscout_jobs_failed", "kind", "Jobs given up in the last 30 days."},
    Named{
        "job_due",
        "jobscout_job_due_timestamp_seconds",
        "kind",
        "When the first job that waits was or is to be begun."},
    Named{"mail_waiting", "jobscout_mail_waiting", "", "Mail that waits to be sent."},
    Named{
        "mail_queued",
        "jobscout_mail_oldest_timestamp_seconds",
        "",
        "Since when the first of it waits."},
    Named{
        "list_published",
        "jobscout_list_published_timestamp_seconds",
        "kind",
        "The publisher's day of the newest list in use."},
    Named{"database_bytes", "jobscout_database_bytes", "", "Of the database on its disk."},
};

void add_figures(Page& page, const Figures& figures) {
    for (const Named& name : named) {
        std::vector<Sample> samples;
        for (const auto& figure : figures) {
            if (figure.name != name.figure) {
                continue;
            }
            Sample sample{.labels = {}, .value = figure.value};
            if (*name.label != '\0') {
                sample.labels.emplace_back(name.label, figure.label);
            }
            samples.push_back(std::move(sample));
        }
        page.gauges(name.metric, name.help, samples);
    }
}

void add_standing(Page& page, const http::Standing& standing) {
    const auto count = [](const std::size_t number) { return static_cast<double>(number); };
    page.gauge("jobscout_http_connections", "Open connections.", count(standing.connections));
    page.gauge(
        "jobscout_http_requests_running",
        "Requests in the hands of a worker.",
        count(standing.load.running)
    );
    page.gauge(
        "jobscout_http_requests_waiting",
        "Requests that wait for a worker.",
        count(standing.load.waiting)
    );
    page.gauge(
        "jobscout_http_longest_wait_seconds",
        "Of those that wait now.",
        std::chrono::duration<double>{standing.load.longest_wait}.count()
    );
}

void add_pool(Page& page, const store::Database::Use& use) {
    const auto gauge = [&](const char* name, const char* help, const std::size_t number) {
        page.gauge(name, help, static_cast<double>(number));
    };
    gauge("jobscout_database_connections_leased", "Of the pool, in use.", use.leased);
    gauge("jobscout_database_connections_waited_for", "Threads that want one.", use.waiting);
    gauge("jobscout_database_connections_max", "Of the pool.", use.connections_max);
}

void add_shelf(Page& page, const matching::Shelf::Use& use) {
    const auto count = [](const auto number) { return static_cast<double>(number); };
    page.gauge("jobscout_shelf_postings", "Postings kept as written.", count(use.postings));
    page.counter("jobscout_shelf_found_total", "Asked for and kept.", count(use.found));
    page.counter("jobscout_shelf_missed_total", "Asked for and read.", count(use.missed));
}

double unix_time(const domain::Date day) {
    return std::chrono::duration<double>{day.time_since_epoch()}.count();
}

void add_rules(Page& page, const Service& service) {
    std::vector<Sample> effective;
    for (const rules::RuleSet& set : service.rule_book.all()) {
        const std::string status{rules::name(rules::status_on(set, service.today()))};
        effective.push_back(
            {.labels = {{"rules", set.id}, {"status", status}},
             .value = unix_time(set.effective_from)}
        );
    }
    page.gauges(
        "jobscout_rules_effective_timestamp_seconds",
        "Day from which a rule set is in force.",
        effective
    );
    page.gauges(
        "jobscout_rules_basis",
        "The rule set by which offers are scored.",
        {Sample{.labels = {{"rules", service.rule_book.basis().id}}, .value = 1}}
    );
    page.gauge(
        "jobscout_rules_loaded_timestamp_seconds",
        "When rule sets were read.",
        std::chrono::duration<double>{service.rules_loaded_at.time_since_epoch()}.count()
    );
}

void add_revisions(Page& page, const Service& service) {
    const auto stored = try_to([&] { return service.postings.revision(); });
    const auto index = try_to([&] { return search::status(service.index.location()); });
    const auto columns = service.snapshots.current();
    const auto gauge = [&](const char* name, const char* help, const auto number) {
        page.gauge(name, help, static_cast<double>(number));
    };
    gauge("jobscout_columns_revision", "Of the ranking columns.", columns->revision());
    gauge("jobscout_columns_postings", "In the ranking columns.", columns->rows().size());
    gauge("jobscout_index_up", "1: the search index can be read.", index ? 1 : 0);
    if (index) {
        gauge("jobscout_index_revision", "Of the search index.", index->revision);
        gauge("jobscout_index_postings", "In the search index.", index->documents);
    }
    if (stored) {
        gauge("jobscout_stored_revision", "Of the postings in the database.", *stored);
        gauge(
            "jobscout_columns_lag_revisions",
            "Changes that the ranking columns have not taken up.",
            *stored - columns->revision()
        );
    }
    if (stored && index) {
        gauge(
            "jobscout_index_lag_revisions",
            "Changes that the search index has not taken up.",
            *stored - index->revision
        );
    }
}

void add_migrations(Page& page, const Service& service) {
    page.gauge(
        "jobscout_migration_known",
        "The last migration that this program knows.",
        store::migrations().back().number
    );
    if (const auto number = try_to([&] { return service.programs.migration(); })) {
        page.gauge("jobscout_migration_applied", "The last that the database has.", *number);
    }
}

}  // namespace

std::string Metrics::text(const http::Standing& standing) const {
    Page page;
    page.add(requests_.collect());
    add_standing(page, standing);
    add_pool(page, database_.use());
    add_shelf(page, service_.shelf.use());
    add_rules(page, service_);
    const auto figures = try_to([&] { return service_.operation.figures(); });
    page.gauge("jobscout_database_up", "1: the database answers.", figures ? 1 : 0);
    if (figures) {
        add_figures(page, *figures);
    }
    add_migrations(page, service_);
    add_revisions(page, service_);
    metrics::add_process(page);
    return page.text();
}

}  // namespace api
