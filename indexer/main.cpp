// jobscout-indexer: migrates the database, takes in what sources offer, keeps the search index up
// to date, and tells how things stand. The report goes to standard output, all else to standard
// error. Exit status: 0 done, 1 refused or failed, 2 not called properly. Records kept aside are
// part of a feed's life and no failure; a round refused is, for rounds are few and each one counts.

#include "indexer/commands/database_command.hpp"
#include "indexer/commands/ingest_command.hpp"
#include "indexer/commands/lifecycle_command.hpp"
#include "indexer/report.hpp"
#include "indexer/watch/command.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <thread>

namespace {

enum Exit : int { done = 0, failed = 1, not_called_properly = 2 };

struct Settings {
    std::string database = "dbname=jobscout";
    std::string index = "var/index";
    std::vector<std::string> sources;
    sources::FeedFacts facts;
    std::string as_of;
    std::string rounds_file;
    std::string posting;
    std::size_t runs_max = 50;
    double missing_percent_max = 100 * ingest::missing_share_max;
    std::size_t batch_size = ingest::RunOptions{}.batch_size;
    bool complete = false;
    std::string kind;
    std::string list_file;
    std::string published;
    std::int64_t import_id = 0;
    std::string source_list;
    std::vector<std::string> source_names;
    std::string fetch_folder = "var/fetch";
    std::string status_file;
    std::string metrics_file;
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

domain::Date day_of(const Settings& settings) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return settings.as_of.empty() ? today : domain::parse_date(settings.as_of).value();
}

int ingest_sources(const Settings& settings) {
    using Feed = ingest::RunSource::Feed;
    const auto sources = commands::sources_of(
        settings.sources, settings.facts, settings.complete ? Feed::complete : Feed::partial
    );
    if (!sources) {
        refuse(sources.error());
        return not_called_properly;
    }
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = settings.dry_run ? std::nullopt : lock(postings);
    if (!settings.dry_run && !held) {
        return failed;
    }
    const ingest::RunReport report = commands::take_in(
        *sources,
        database,
        {.day = day_of(settings),
         .dry_run = settings.dry_run,
         .index_folder = settings.index,
         .batch_size = settings.batch_size,
         .missing_share_max = settings.missing_percent_max / 100}
    );
    for (const ingest::FileReport& file : report.files) {
        if (!file.outcome) {
            refuse(file.outcome.error());
        }
    }
    std::cout << (settings.json ? ingest::json(report) : ingest::text(report)) << std::flush;
    const auto is_refused = [](const ingest::FileReport& file) { return !file.outcome; };
    return std::ranges::any_of(report.files, is_refused) ? failed : done;
}

/// Runs a command that changes the reference data, alone unless it only rehearses.
int change_reference_data(const Settings& settings, const auto& command) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = settings.dry_run ? std::nullopt : lock(postings);
    if (!settings.dry_run && !held) {
        return failed;
    }
    const auto report = command(database);
    if (!report) {
        return refuse(report.error());
    }
    std::cout << report->text << std::flush;
    return report->complete ? done : failed;
}

commands::ReportForm report_form(const Settings& settings) {
    return {
        .format = settings.json ? commands::Format::json : commands::Format::text,
        .commit = settings.dry_run ? store::Commit::rehearsed : store::Commit::real};
}

int migrate(const Settings& settings) {
    // Making roles and databases takes a superuser.
    const auto report = commands::migrate(
        store::with_default_role(settings.database, "postgres"), report_form(settings)
    );
    if (!report) {
        return refuse(report.error());
    }
    std::cout << report->text << std::flush;
    return done;
}

int reindex(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    std::cout << commands::reindex(database, settings.index, report_form(settings)) << std::flush;
    return done;
}

int status(const Settings& settings) {
    store::Database database = open_database(settings);
    std::cout << commands::status(database, settings.index, report_form(settings)) << std::flush;
    return done;
}

int check(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    const auto report = commands::check(postings, settings.index, report_form(settings));
    std::cout << report.text << std::flush;
    return report.complete ? done : failed;
}

int history(const Settings& settings) {
    store::Database database = open_database(settings);
    const auto report =
        commands::history(database, settings.posting, day_of(settings), report_form(settings));
    if (!report) {
        return refuse(report.error());
    }
    std::cout << report->text << std::flush;
    return done;
}

int runs(const Settings& settings) {
    store::Database database = open_database(settings);
    std::cout << commands::list_runs(database, settings.runs_max, report_form(settings))
              << std::flush;
    return done;
}

int import_rounds(const Settings& settings) {
    return change_reference_data(settings, [&](store::Database& database) {
        return commands::import_rounds(database, settings.rounds_file, report_form(settings));
    });
}

int import_list(const Settings& settings) {
    return change_reference_data(settings, [&](store::Database& database) {
        const auto stated = domain::parse_date(settings.published);
        const auto published = stated ? std::optional{*stated} : std::nullopt;
        return commands::import_list(
            database,
            {.kind = settings.kind, .file = settings.list_file, .published_on = published},
            report_form(settings)
        );
    });
}

int revert_import(const Settings& settings) {
    return change_reference_data(settings, [&](store::Database& database) {
        return commands::revert_import(database, settings.import_id, report_form(settings));
    });
}

int list_imports(const Settings& settings) {
    store::Database database = open_database(settings);
    std::cout << commands::list_imports(database, report_form(settings)) << std::flush;
    return done;
}

watch::Asked asked(const Settings& settings) {
    const auto if_named = [](const std::string& file) {
        return file.empty() ? std::nullopt : std::optional<std::filesystem::path>{file};
    };
    return {
        .sources = settings.source_list,
        .names = settings.source_names,
        .fetch_folder = settings.fetch_folder,
        .index = settings.index,
        .status = if_named(settings.status_file),
        .metrics = if_named(settings.metrics_file)};
}

int fetch_sources(const Settings& settings) {
    store::Database database = open_database(settings);
    const auto answer = watch::fetch_command(database, asked(settings));
    if (!answer) {
        return refuse(answer.error());
    }
    std::cout << (settings.json ? answer->json : answer->text) << std::flush;
    return answer->complete ? done : failed;
}

int watch_sources(const Settings& settings) {
    store::Database database = open_database(settings);
    const auto ended = watch::watch_command(database, asked(settings));
    return ended ? done : refuse(ended.error());
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
    taking_in->add_option(
        "--employer", settings.facts.employer, "Of postings whose feed does not name one"
    );
    taking_in->add_option(
        "--address", settings.facts.address, "Where the feed was fetched from, if its links need it"
    );
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
    CLI::App* importing = add("import", "Take in a list that others publish", import_list);
    importing->add_option("kind", settings.kind, commands::import_kinds())->required();
    importing->add_option("file", settings.list_file, "The list as published")->required();
    importing
        ->add_option(
            "--published",
            settings.published,
            "The publisher's date, YYYY-MM-DD; default the one in the file or its name"
        )
        ->check(refuse_no_date);
    importing->add_flag("--dry-run", settings.dry_run, "Read and report, and write nothing");
    add("imports", "List what was imported, and what of it is active", list_imports);
    CLI::App* reverting =
        add("revert", "Take an import away; the one before it is active again", revert_import);
    reverting->add_option("import", settings.import_id, "Its number in `imports`")->required();
    reverting->add_flag("--dry-run", settings.dry_run, "Say what would happen, and write nothing");
    const auto add_list = [&](CLI::App* subcommand) {
        subcommand->add_option("--sources", settings.source_list, "The list of sources, JSON")
            ->envname("JOBSCOUT_SOURCES")
            ->required();
        subcommand->add_option("--fetched", settings.fetch_folder, "Folder of what is fetched")
            ->envname("JOBSCOUT_FETCHED")
            ->capture_default_str();
        return subcommand;
    };
    add_list(add("fetch", "Fetch sources of a list and take them in, once", fetch_sources))
        ->add_option("name", settings.source_names, "Which ones; default all");
    CLI::App* watching =
        add_list(add("watch", "Run the sources of a list at their times", watch_sources));
    watching->add_option("--status", settings.status_file, "File for the status, JSON");
    watching->add_option("--metrics", settings.metrics_file, "File for metrics, Prometheus text");
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
