// jobscout-indexer: migrates the database, takes in what sources offer, keeps the search index up
// to date, and tells how things stand. The report goes to standard output, all else to standard
// error. Exit status: 0 done, 1 refused or failed, 2 not called properly. Records kept aside are
// part of a feed's life and no failure; a round refused is, for rounds are few and each one counts.

#include "indexer/commands/command_line.hpp"
#include "indexer/commands/database_command.hpp"
#include "indexer/commands/ingest_command.hpp"
#include "indexer/commands/lifecycle_command.hpp"
#include "indexer/commands/option_kinds.hpp"
#include "indexer/commands/verify_command.hpp"
#include "indexer/logging/log.hpp"
#include "indexer/report.hpp"
#include "indexer/watch/command.hpp"
#include "indexer/watch/page_asker.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <thread>
#include <unistd.h>

namespace {

enum Exit : int { done = 0, failed = 1, not_called_properly = 2 };

using commands::Settings;

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

search::IndexLocation location(const Settings& settings) {
    return {settings.index, settings.index_shards};
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
         .index_folder = location(settings),
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
    std::cout << commands::reindex(database, location(settings), report_form(settings))
              << std::flush;
    return done;
}

int status(const Settings& settings) {
    store::Database database = open_database(settings);
    std::cout << commands::status(database, location(settings), report_form(settings))
              << std::flush;
    return done;
}

int check(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    const auto report = commands::check(postings, location(settings), report_form(settings));
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
        .index = location(settings),
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
    logging::start("watch");
    store::Database database = open_database(settings);
    const auto ended = watch::watch_command(database, asked(settings));
    return ended ? done : refuse(ended.error());
}

int verify(const Settings& settings) {
    store::Database database = open_database(settings);
    store::PostingStore postings{database};
    const auto held = lock(postings);
    if (!held) {
        return failed;
    }
    using Which = commands::VerifyRequest::Which;
    commands::VerifyRequest request{
        .which = settings.all              ? Which::all
                 : settings.posting_id > 0 ? Which::one
                                           : Which::due,
        .id = settings.posting_id,
        .day = day_of(settings),
        .index_folder = location(settings)};
    std::optional<watch::PageAsker> asker;
    if (settings.ask) {
        asker.emplace(watch::PageAsker::Options{
            .folder = settings.fetch_folder, .per_host_max = settings.per_host_max});
        request.ask = [&](const domain::Posting& posting) {
            return asker->ask(posting, day_of(settings));
        };
        request.ask_employer = [&](const domain::Posting& posting, const std::string& page) {
            return asker->ask_employer(posting, page, day_of(settings));
        };
    }
    if (isatty(STDERR_FILENO) != 0) {
        request.progress = [](const std::int64_t count) {
            std::cerr << '\r' << count << " postings" << std::flush;
        };
    }
    const auto report = commands::verify(database, request, report_form(settings));
    if (!report) {
        return refuse(report.error());
    }
    std::cout << report->text << std::flush;
    return done;
}

int verdicts(const Settings& settings) {
    store::Database database = open_database(settings);
    std::cout << commands::list_verdicts(database, report_form(settings)) << std::flush;
    return done;
}

/// What each command of the command line does.
int (*command_of(const std::string& name))(const Settings&) {
    static const std::map<std::string, int (*)(const Settings&)> commands{
        {"check", check},
        {"fetch", fetch_sources},
        {"history", history},
        {"import", import_list},
        {"import-rounds", import_rounds},
        {"imports", list_imports},
        {"ingest", ingest_sources},
        {"migrate", migrate},
        {"reindex", reindex},
        {"revert", revert_import},
        {"runs", runs},
        {"status", status},
        {"watch", watch_sources},
        {"verdicts", verdicts},
        {"verify", verify},
    };
    return commands.at(name);
}

int run(const int argc, char** argv) {
    Settings settings;
    CLI::App app{
        "Takes in job postings and keeps the search index up to date.", "jobscout-indexer"};
    app.require_subcommand(1);
    app.fallthrough();
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    commands::add_configuration(app, std::getenv(commands::configuration_variable));
    commands::define(app, settings);
    try {
        commands::refuse_passwords(argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : not_called_properly;
    }
    return command_of(app.get_subcommands().front()->get_name())(settings);
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
