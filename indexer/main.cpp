// jobscout-indexer: migrates the database, takes in what sources offer, keeps the search index up
// to date, and tells how things stand. The report goes to standard output, all else to standard
// error. Exit status: 0 done, 1 refused or failed, 2 not called properly. Records kept aside are
// part of a feed's life and no failure; a round refused is, for rounds are few and each one counts.

#include "indexer/lifecycle_report.hpp"
#include "indexer/progress_line.hpp"
#include "indexer/reference.hpp"
#include "indexer/report.hpp"
#include "indexer/run.hpp"
#include "indexer/search/writer.hpp"
#include "indexer/sources/rounds.hpp"
#include "sql/store/migrations.hpp"
#include "sql/store/round_store.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <thread>

namespace {

enum Exit : int { done = 0, failed = 1, not_called_properly = 2 };

struct Settings {
    std::string database = "dbname=jobscout";
    std::string index = "var/index";
    std::vector<std::string> sources;
    std::string as_of;
    std::string rounds_file;
    std::string posting;
    std::size_t runs_max = 50;
    double missing_percent_max = 100 * ingest::missing_share_max;
    std::size_t batch_size = ingest::RunOptions{}.batch_size;
    bool complete = false;
    bool dry_run = false;
    bool json = false;
};

store::Database open_database(const Settings& settings) {
    // An ingest may take as long as it takes, so no statement has a time limit.
    return store::Database{
        {.conninfo = store::with_default_role(settings.database, "jobscout_owner"),
         .connections_max = 1,
         .statement_timeout = std::chrono::milliseconds{0}}};
}

void print(const Settings& settings, const auto& report) {
    std::cout << (settings.json ? ingest::json(report) : ingest::text(report)) << std::flush;
}

int refuse(const domain::Error& error) {
    std::cerr << "jobscout-indexer: " << (error.field.empty() ? "" : error.field + ": ")
              << error.message << '\n';
    return failed;
}

std::optional<store::PostingStore::WriterLock> lock(store::PostingStore& postings) {
    // That of a program just killed goes as soon as PostgreSQL sees that it is gone.
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{2};
    auto taken = postings.try_writer_lock();
    while (!taken && std::chrono::steady_clock::now() < patience) {
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        taken = postings.try_writer_lock();
    }
    if (!taken) {
        std::cerr << "jobscout-indexer: another jobscout-indexer is writing to this database; "
                     "try again when it has finished\n";
    }
    return taken;
}

int migrate(const Settings& settings) {
    boost::json::object report;
    // Making roles and databases takes a superuser.
    const std::string database = store::with_default_role(settings.database, "postgres");
    if (settings.dry_run) {
        const auto pending = store::pending(database);
        if (!pending) {
            return refuse(pending.error());
        }
        report["pending"] = boost::json::value_from(*pending);
    } else {
        const auto migrated = store::migrate(database);
        if (!migrated) {
            return refuse(migrated.error());
        }
        report["applied"] = boost::json::value_from(migrated->applied);
        report["loaded"] = boost::json::value_from(migrated->loaded);
        report["current"] = migrated->current;
    }
    if (settings.json) {
        std::cout << boost::json::serialize(report) << '\n';
        return done;
    }
    for (const auto& [name, value] : report) {
        std::cout << name << ": " << boost::json::serialize(value) << '\n';
    }
    return done;
}

/// Nothing where an argument names no file, which is told.
std::optional<std::vector<ingest::RunSource>> sources_of(const Settings& settings) {
    using Feed = ingest::RunSource::Feed;
    std::vector<ingest::RunSource> named_sources;
    for (const std::string& argument : settings.sources) {
        const auto named = sources::source_file_from(argument);
        if (!named) {
            refuse(named.error());
            return std::nullopt;
        }
        for (sources::SourceFile& file : sources::expand(*named)) {
            named_sources.push_back(
                {.file = std::move(file),
                 .feed = settings.complete ? Feed::complete : Feed::partial}
            );
        }
    }
    return named_sources;
}

int ingest_sources(const Settings& settings) {
    const auto named_sources = sources_of(settings);
    if (!named_sources) {
        return not_called_properly;
    }
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = settings.dry_run ? std::nullopt : lock(postings);
    if (!settings.dry_run && !held) {
        return failed;
    }
    store::ReferenceStore reference_store{database};
    const ingest::Reference reference = ingest::load_reference(reference_store);

    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    std::map<std::string, ingest::ProgressLine> lines;
    const ingest::RunOptions options{
        .day = settings.as_of.empty() ? today : domain::parse_date(settings.as_of).value(),
        .dry_run = settings.dry_run,
        .index_folder = settings.index,
        .batch_size = settings.batch_size,
        .missing_share_max = settings.missing_percent_max / 100,
        .progress =
            [&](const sources::SourceFile& file, const ingest::Progress& progress) {
                const std::string name = file.path.filename().string();
                const auto total = static_cast<double>(progress.bytes_total);
                lines.try_emplace(name, name, "records")
                    .first->second.update(
                        progress.records, static_cast<double>(progress.bytes_read) / total
                    );
            },
        .index_progress =
            [&](const std::int64_t count) {
                lines.try_emplace("index", "index", "postings").first->second.update(count, {});
            }};
    const ingest::RunReport report = ingest::run(*named_sources, database, reference, options);
    lines.clear();
    for (const ingest::FileReport& file : report.files) {
        if (!file.outcome) {
            refuse(file.outcome.error());
        }
    }
    print(settings, report);
    const auto is_refused = [](const ingest::FileReport& file) { return !file.outcome; };
    return std::ranges::any_of(report.files, is_refused) ? failed : done;
}

ingest::Status status_of(const Settings& settings, store::PostingStore& postings) {
    return {
        .totals = postings.totals(),
        .reasons = postings.quarantine_reasons(),
        .index = search::status(settings.index)};
}

int reindex(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    {
        ingest::ProgressLine line{"index", "postings"};
        const auto progress = [&](const std::int64_t count) { line.update(count, {}); };
        const auto unit_groups = store::ReferenceStore{database}.noc_unit_groups();
        search::rebuild_index(settings.index, postings, progress, unit_groups);
    }
    print(settings, status_of(settings, postings));
    return done;
}

int status(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    print(settings, status_of(settings, postings));
    return done;
}

int check(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    const search::CrossCheck found = search::cross_check(settings.index, postings);
    print(settings, found);
    return found.faults_found == 0 ? done : failed;
}

domain::Date day_of(const Settings& settings) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return settings.as_of.empty() ? today : domain::parse_date(settings.as_of).value();
}

int history(const Settings& settings) {
    store::Database database = open_database(settings);
    const ingest::HistoryReport report{
        .postings = store::PostingStore{database}.history(settings.posting),
        .as_of = day_of(settings)};
    if (report.postings.empty()) {
        return refuse(domain::invalid("posting", "'" + settings.posting + "' is no posting's id"));
    }
    print(settings, report);
    return done;
}

int runs(const Settings& settings) {
    store::Database database = open_database(settings);
    print(
        settings, ingest::RunsReport{.runs = store::RunStore{database}.latest(settings.runs_max)}
    );
    return done;
}

/// Takes in the government's rounds. What is refused is said by its place; the rest goes on.
int import_rounds(const Settings& settings) {
    auto feed = sources::read_rounds_file(settings.rounds_file);
    if (!feed) {
        return refuse(feed.error());
    }
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = settings.dry_run ? std::nullopt : lock(postings);
    if (!settings.dry_run && !held) {
        return failed;
    }
    store::RoundStore rounds{database};
    using Run = ingest::RoundsReport::Run;
    const ingest::RoundsReport report{
        .run = settings.dry_run ? Run::dry : Run::real,
        .done =
            settings.dry_run ? rounds.rehearse_import(feed->rounds) : rounds.import(feed->rounds),
        .refused = std::move(feed->refused)};
    print(settings, report);
    return report.refused.empty() ? done : failed;
}

std::string refuse_no_date(const std::string& text) {
    const auto date = domain::parse_date(text);
    return date ? "" : date.error().message;
}

int run(const int argc, char** argv) {
    Settings settings;
    CLI::App app{
        "Takes in job postings and keeps the search index up to date.", "jobscout-indexer"};
    app.require_subcommand(1);
    app.fallthrough();
    // The file holds settings of the other programs as well.
    app.allow_config_extras(CLI::config_extras_mode::ignore_all);
    // CLI11 reads the file before it looks at the environment, so that an envname() comes too late.
    const char* config =
        std::getenv("JOBSCOUT_CONFIG");  // NOLINT(concurrency-mt-unsafe): one thread
    const bool has_config = config != nullptr && *config != '\0';
    app.set_config(
        "--config",
        has_config ? config : "",
        "File of settings, `name = value` (Env:JOBSCOUT_CONFIG)",
        has_config
    );
    app.add_option("--database", settings.database, "libpq connection string")
        ->envname("JOBSCOUT_DATABASE")
        ->capture_default_str();
    app.add_option("--index", settings.index, "Folder of the search index")
        ->envname("JOBSCOUT_INDEX")
        ->capture_default_str();
    app.add_flag("--json", settings.json, "Report as JSON");

    std::function<int(const Settings&)> command;
    const auto add = [&](const char* name, const char* what, auto action) {
        CLI::App* subcommand = app.add_subcommand(name, what);
        subcommand->callback([&command, action] { command = action; });
        return subcommand;
    };
    add("migrate", "Bring the database to this program's schema, making it if need be", migrate)
        ->add_flag("--dry-run", settings.dry_run, "Say what would be applied and change nothing");
    CLI::App* taking_in = add("ingest", "Take in sources, then update the index", ingest_sources);
    taking_in
        ->add_option(
            "source",
            settings.sources,
            "PATH, or MAPPING.json=PATH for a table; a folder "
            "is all of its files"
        )
        ->required();
    taking_in
        ->add_option(
            "--as-of", settings.as_of, "Day of this ingest, YYYY-MM-DD; default today, UTC"
        )
        ->check(refuse_no_date);
    taking_in->add_flag("--dry-run", settings.dry_run, "Read and report, and write nothing");
    taking_in->add_flag(
        "--complete",
        settings.complete,
        "The files hold all that their sources offer: close what they have no longer"
    );
    taking_in
        ->add_option(
            "--missing-max",
            settings.missing_percent_max,
            "Close nothing where more than this percentage of a source's open postings is missing"
        )
        ->capture_default_str()
        ->check(CLI::Range(0, 100));
    taking_in->add_option("--batch-size", settings.batch_size, "Records of one transaction")
        ->capture_default_str()
        ->check(CLI::Range(1, 10'000));
    CLI::App* rounds =
        add("import-rounds", "Take in the government's rounds of invitations", import_rounds);
    rounds->add_option("file", settings.rounds_file, "Its JSON (ee_rounds_123_en.json)")
        ->required();
    rounds->add_flag("--dry-run", settings.dry_run, "Read and report, and write nothing");
    add("reindex", "Build the index anew from the database", reindex);
    add("status", "Tell what is stored, indexed and kept aside", status);

    add("check", "Hold the database and the index against each other", check);
    CLI::App* telling = add("history", "Tell what became of a posting over time", history);
    telling->add_option("posting", settings.posting, "Its id, or its source's own id")->required();
    telling->add_option("--as-of", settings.as_of, "The day asked, YYYY-MM-DD; default today, UTC")
        ->check(refuse_no_date);
    add("runs", "Tell what each ingest has done, the latest first", runs)
        ->add_option("--limit", settings.runs_max, "How many")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000));

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : not_called_properly;
    }
    return command(settings);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "jobscout-indexer: " << error.what() << '\n';
        return failed;
    }
}
