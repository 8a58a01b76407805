#include "indexer/watch/status.hpp"

#include "matcher/document/named.hpp"

#include <boost/json.hpp>

#include <array>
#include <functional>

namespace watch {
namespace {

namespace bj = boost::json;
using document::Named;
using domain::Instant;

constexpr std::array doing_names{
    Named{"waiting_for_next", Doing::waiting_for_next},
    Named{"running", Doing::running},
    Named{"waiting_for_database", Doing::waiting_for_database},
    Named{"stopped", Doing::stopped},
};

bj::value said(const std::optional<Instant>& moment) {
    return moment ? bj::value(domain::to_string(*moment)) : bj::value(nullptr);
}

std::int64_t seconds(const store::SourceRun& run) {
    return (run.finished_at - run.started_at).count();
}

bj::object json_of(const SourceStatus& source) {
    bj::object object{
        {"name", source.source.name},
        {"next_run", domain::to_string(source.next_run)},
        {"runs", source.counters.runs},
        {"last_run", nullptr},
        {"last_success", nullptr},
        {"failures_in_a_row", 0},
        {"last_error", nullptr}};
    if (source.last) {
        const store::SourceRun& last = *source.last;
        object["last_run"] = domain::to_string(last.started_at);
        object["last_run_seconds"] = seconds(last);
        object["last_success"] = said(last.succeeded_at);
        object["failures_in_a_row"] = last.failures;
        object["last_error"] = last.error.empty() ? bj::value(nullptr) : bj::value(last.error);
        object["records"] = last.records;
        object["quarantined"] = last.quarantined;
    }
    return object;
}

/// A value in quotes, as the text format has it. Names of sources hold nothing that needs it, but
/// this is not the place that knows.
std::string label(const std::string& name) {
    std::string text = "{source=\"";
    for (const char c : name) {
        if (c == '\\' || c == '"') {
            text += '\\';
        }
        text += c == '\n' ? ' ' : c;
    }
    return text + "\"}";
}

enum class Kind { counter, gauge };

/// One metric: what it says of each source, where it says anything.
struct Metric {
    const char* name;
    Kind kind;
    const char* help;
    std::function<std::optional<std::int64_t>(const SourceStatus&)> value;
};

std::optional<std::int64_t> unix_time(const std::optional<Instant>& moment) {
    return moment ? std::optional<std::int64_t>{moment->time_since_epoch().count()} : std::nullopt;
}

const std::vector<Metric>& metrics_of_sources() {
    using Source = const SourceStatus&;
    using Value = std::optional<std::int64_t>;
    static const std::vector<Metric> all{
        {"jobscout_source_runs_total",
         Kind::counter,
         "Runs of a source since the start.",
         [](Source source) -> Value { return source.counters.runs; }},
        {"jobscout_source_errors_total",
         Kind::counter,
         "Runs that failed.",
         [](Source source) -> Value { return source.counters.failures; }},
        {"jobscout_source_unchanged_total",
         Kind::counter,
         "Runs that found nothing new.",
         [](Source source) -> Value { return source.counters.unchanged; }},
        {"jobscout_ingest_records_total",
         Kind::counter,
         "Records read.",
         [](Source source) -> Value { return source.counters.records; }},
        {"jobscout_ingest_quarantined_total",
         Kind::counter,
         "Records kept aside.",
         [](Source source) -> Value { return source.counters.quarantined; }},
        {"jobscout_source_failures_in_a_row",
         Kind::gauge,
         "Failures since the last success.",
         [](Source source) -> Value { return source.last ? source.last->failures : 0; }},
        {"jobscout_source_last_run_timestamp_seconds",
         Kind::gauge,
         "Start of the last run.",
         [](Source source) -> Value {
             return source.last ? unix_time(source.last->started_at) : std::nullopt;
         }},
        {"jobscout_source_last_success_timestamp_seconds",
         Kind::gauge,
         "End of the last run that succeeded.",
         [](Source source) -> Value {
             return source.last ? unix_time(source.last->succeeded_at) : std::nullopt;
         }},
        {"jobscout_source_last_run_duration_seconds",
         Kind::gauge,
         "How long the last run took.",
         [](Source source) -> Value {
             return source.last ? Value{seconds(*source.last)} : std::nullopt;
         }},
        {"jobscout_source_next_run_timestamp_seconds",
         Kind::gauge,
         "When it is to run next.",
         [](Source source) -> Value { return unix_time(source.next_run); }},
    };
    return all;
}

std::string head(const char* name, const Kind kind, const char* help) {
    return std::string{"# HELP "} + name + ' ' + help + "\n# TYPE " + name +
           (kind == Kind::counter ? " counter\n" : " gauge\n");
}

std::string gauge(const char* name, const char* help, const std::int64_t value) {
    return head(name, Kind::gauge, help) + name + ' ' + std::to_string(value) + '\n';
}

std::string counter(const char* name, const char* help, const std::int64_t value) {
    return head(name, Kind::counter, help) + name + ' ' + std::to_string(value) + '\n';
}

std::string metrics_of(const Rechecks& rechecks) {
    std::string text =
        counter("jobscout_rechecks_total", "Looks at what has run out.", rechecks.runs) +
        counter("jobscout_recheck_postings_total", "Looked at.", rechecks.looked_at) +
        counter("jobscout_recheck_asked_total", "Whose page was asked.", rechecks.asked) +
        counter(
            "jobscout_recheck_employers_asked_total",
            "Whose employer's page was asked beside those.",
            rechecks.employers_asked
        ) +
        counter("jobscout_recheck_closed_total", "Closed by that.", rechecks.closed) +
        counter("jobscout_recheck_lapsed_total", "No longer served.", rechecks.lapsed) +
        counter("jobscout_recheck_renewed_total", "Served again.", rechecks.renewed);
    if (rechecks.last) {
        text += gauge(
            "jobscout_recheck_last_timestamp_seconds",
            "When it was last looked at.",
            rechecks.last->time_since_epoch().count()
        );
    }
    return text;
}

}  // namespace

void account(
    SourceStatus& source, const Turn& turn, const Instant started_at, const Instant finished_at
) {
    store::SourceRun run = source.last.value_or(store::SourceRun{});
    run.source = source.source.name;
    run.started_at = started_at;
    run.finished_at = finished_at;
    run.not_before =
        turn.retry_after ? std::optional{finished_at + *turn.retry_after} : std::nullopt;
    const bool failed = turn.outcome == TurnOutcome::failed;
    run.failures = failed ? run.failures + 1 : 0;
    run.error = failed ? turn.error : "";
    if (!failed) {
        run.succeeded_at = finished_at;
    }
    if (!turn.ingested.empty()) {
        run.ingested = turn.ingested;
    }
    if (!turn.files.empty()) {
        run.records = run.quarantined = 0;
        for (const ingest::FileReport& file : turn.files) {
            if (file.outcome) {
                run.records += file.outcome->counts.records;
                run.quarantined += file.outcome->counts.quarantined;
                run.posting_source = file.outcome->source.name;
            }
        }
        source.counters.records += run.records;
        source.counters.quarantined += run.quarantined;
    }
    ++source.counters.runs;
    source.counters.failures += failed ? 1 : 0;
    source.counters.unchanged += turn.outcome == TurnOutcome::unchanged ? 1 : 0;
    source.last = std::move(run);
}

void account(Rechecks& rechecks, const ingest::VerifyCounts& counts, const Instant at) {
    ++rechecks.runs;
    rechecks.looked_at += counts.looked_at;
    rechecks.asked += counts.asked;
    rechecks.employers_asked += counts.employers_asked;
    rechecks.closed += counts.closed;
    rechecks.lapsed += counts.lapsed;
    rechecks.renewed += counts.renewed;
    rechecks.last = at;
}

std::string json(const Status& status) {
    bj::array sources;
    for (const SourceStatus& source : status.sources) {
        sources.push_back(json_of(source));
    }
    bj::object object{
        {"as_of", domain::to_string(status.as_of)},
        {"started_at", domain::to_string(status.started_at)},
        {"doing", document::name_of<Doing>(doing_names, status.doing)},
        {"running", status.running.empty() ? bj::value(nullptr) : bj::value(status.running)},
        {"index", nullptr},
        {"sources", std::move(sources)}};
    if (status.index) {
        object["index"] = {
            {"revision", status.index->revision}, {"documents", status.index->documents}};
    }
    return bj::serialize(object) + '\n';
}

std::string metrics(const Status& status) {
    std::string text = gauge(
        "jobscout_watch_updated_timestamp_seconds",
        "When these metrics were written.",
        status.as_of.time_since_epoch().count()
    );
    text += gauge(
        "jobscout_watch_database_reachable",
        "0 while the watch waits for PostgreSQL.",
        status.doing == Doing::waiting_for_database ? 0 : 1
    );
    if (status.index) {
        text += gauge("jobscout_index_revision", "Of the search index.", status.index->revision);
        text += gauge("jobscout_index_postings", "In the search index.", status.index->documents);
    }
    text += metrics_of(status.rechecks);
    for (const Metric& metric : metrics_of_sources()) {
        text += head(metric.name, metric.kind, metric.help);
        for (const SourceStatus& source : status.sources) {
            if (const auto value = metric.value(source)) {
                text +=
                    metric.name + label(source.source.name) + ' ' + std::to_string(*value) + '\n';
            }
        }
    }
    return text;
}

}  // namespace watch
