#include "indexer/commands/command_line.hpp"

#include "indexer/commands/import_command.hpp"
#include "indexer/commands/option_kinds.hpp"
#include "indexer/search/location.hpp"

namespace commands {
void define(CLI::App& app, Settings& settings) {
    app.add_option("--database", settings.database, "libpq connection string")
        ->envname("JOBSCOUT_DATABASE")
        ->capture_default_str();
    app.add_option("--index", settings.index, "Folder of the search index")
        ->envname("JOBSCOUT_INDEX")
        ->capture_default_str();
    app.add_option(
           "--index-shards",
           settings.index_shards,
           "Databases that the index is divided into; 0: as it is, one where there is none"
    )
        ->envname("JOBSCOUT_INDEX_SHARDS")
        ->check(CLI::Range(std::size_t{0}, search::shards_max))
        ->capture_default_str();
    app.add_flag("--json", settings.json, "Report as JSON");

    const auto add = [&](const char* name, const char* what) {
        return app.add_subcommand(name, what);
    };
    add("migrate", "Bring the database to this program's schema, making it if need be")
        ->add_flag("--dry-run", settings.dry_run, "Say what would be applied and change nothing");
    CLI::App* taking_in = add("ingest", "Take in sources, then update the index");
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
        ->check(is_day());
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
    CLI::App* rounds = add("import-rounds", "Take in the government's rounds of invitations");
    rounds->add_option("file", settings.rounds_file, "Its JSON (ee_rounds_123_en.json)")
        ->required();
    rounds->add_flag("--dry-run", settings.dry_run, "Read and report, and write nothing");
    CLI::App* importing = add("import", "Take in a list that others publish");
    importing->add_option("kind", settings.kind, commands::import_kinds())->required();
    importing->add_option("file", settings.list_file, "The list as published")->required();
    importing
        ->add_option(
            "--published",
            settings.published,
            "The publisher's date, YYYY-MM-DD; default the one in the file or its name"
        )
        ->check(is_day());
    importing->add_flag("--dry-run", settings.dry_run, "Read and report, and write nothing");
    add("imports", "List what was imported, and what of it is active");
    CLI::App* reverting = add("revert", "Take an import away; the one before it is active again");
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
    add_list(add("fetch", "Fetch sources of a list and take them in, once"))
        ->add_option("name", settings.source_names, "Which ones; default all");
    CLI::App* watching = add_list(add("watch", "Run the sources of a list at their times"));
    watching->add_option("--status", settings.status_file, "File for the status, JSON");
    watching->add_option("--metrics", settings.metrics_file, "File for metrics, Prometheus text");
    add("reindex", "Build the index anew from the database");
    add("status", "Tell what is stored, indexed and kept aside");

    CLI::App* verifying = add("verify", "Check stored postings again, then update the index");
    CLI::Option* due = verifying->add_flag(
        "--due",
        settings.due,
        "What has run out, rests on older lists, or was decided on (the default)"
    );
    CLI::Option* all = verifying->add_flag("--all", settings.all, "Every posting")->excludes(due);
    verifying->add_option("posting", settings.posting_id, "One posting, by its id")
        ->check(CLI::PositiveNumber)
        ->excludes(due)
        ->excludes(all);
    verifying->add_flag(
        "--ask",
        settings.ask,
        "Ask the pages of fetched postings whether they are still open, and employers' pages "
        "whether they show them"
    );
    verifying->add_option("--per-host", settings.per_host_max, "Pages of one host to ask, at most")
        ->capture_default_str();
    verifying->add_option("--fetched", settings.fetch_folder, "Folder of what is fetched")
        ->envname("JOBSCOUT_FETCHED")
        ->capture_default_str();
    verifying
        ->add_option("--as-of", settings.as_of, "The day asked, YYYY-MM-DD; default today, UTC")
        ->check(is_day());
    add("verdicts", "Tell how often each check has each verdict, by source");
    add("check", "Hold the database and the index against each other");
    CLI::App* telling = add("history", "Tell what became of a posting over time");
    telling->add_option("posting", settings.posting, "Its id, or its source's own id")->required();
    telling->add_option("--as-of", settings.as_of, "The day asked, YYYY-MM-DD; default today, UTC")
        ->check(is_day());
    add("runs", "Tell what each ingest has done, the latest first")
        ->add_option("--limit", settings.runs_max, "How many")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000));
}

}  // namespace commands
