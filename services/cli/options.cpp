#include "services/cli/options.hpp"

#include "indexer/commands/option_kinds.hpp"
#include "services/cli/engine_commands.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/vocabulary.hpp"

#include <chrono>

namespace cli {
namespace {

void add_answer_options(CLI::App& command, Options& options) {
    command.add_option("--as-of", options.as_of, "Day to answer for, YYYY-MM-DD (today, UTC)")
        ->check(commands::is_day());
    command.add_flag("--json", options.json, "Print JSON instead of a table");
}

void add_common(CLI::App& command, Options& options) {
    command.add_option("FILE", options.file, "Document to read; - is standard input")
        ->check(CLI::ExistingFile | CLI::IsMember({"-"}))
        ->option_text("FILE|-");
    command.add_option("--rules", options.rules, "Rule set to show as well, such as 2025-03-25");
    add_answer_options(command, options);
}

void define_package(CLI::App& app, Options& options) {
    CLI::App* package =
        app.add_subcommand("package", "Make what a candidate sends for a posting, ready to send");
    package->add_option("--candidate,FILE", options.file, "Candidate document; - is standard input")
        ->check(CLI::ExistingFile | CLI::IsMember({"-"}))
        ->option_text("FILE|-")
        ->required();
    package->add_option("--posting", options.posting, "Number of the posting, as search tells it")
        ->check(CLI::PositiveNumber)
        ->option_text("ID")
        ->required();
    package
        ->add_option("--out", options.out, "Folder for the files, or one archive that ends in .zip")
        ->option_text("FOLDER|FILE.zip")
        ->required();
    package
        ->add_option(
            "--letter", options.letter, "Parts of the letter in your own words, as a JSON document"
        )
        ->check(CLI::ExistingFile);
    package
        ->add_option(
            "--documents-lang",
            options.documents_language,
            "Language of what is sent (the posting's)"
        )
        ->transform(commands::one_of(wire::language_names))
        ->option_text("en|fr");
    package->add_option("--rules", options.rules, "Rule set to show as well, such as 2025-03-25");
    add_answer_options(*package, options);
}

}  // namespace

void add_options(CLI::App& app, Options& options) {
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--database", options.database, "PostgreSQL connection string")
        ->envname("JOBSCOUT_DATABASE")
        ->capture_default_str();
    app.add_option("--index", options.index, "Folder of the search index")
        ->envname("JOBSCOUT_INDEX")
        ->capture_default_str();
    app.add_option(
           "--index-remote", options.index_remote, "Shards behind xapian-tcpsrv, in their order"
    )
        ->envname("JOBSCOUT_INDEX_REMOTE")
        ->check(commands::is_remotes())
        ->option_text("HOST:PORT,...");
    app.add_option(
           "--snapshot",
           options.snapshot,
           "File of ranking columns that jobscout-api keeps; without it all postings are read"
    )
        ->envname("JOBSCOUT_SNAPSHOT")
        ->option_text("FILE");
    app.add_option("--basis", options.basis, "Rule set by which offers are scored")
        ->envname("JOBSCOUT_BASIS")
        ->capture_default_str();
    app.add_option(
           "--rules-folder", options.rules_folder, "Folder of rule sets beside those that ship"
    )
        ->envname("JOBSCOUT_RULES_FOLDER")
        ->option_text("FOLDER");
    app.add_option("--lang", options.language, "Language of the answer (en)")
        ->transform(commands::one_of(wire::language_names))
        ->option_text("en|fr");

    CLI::App* match = app.add_subcommand("match", "Rank verified postings for a candidate");
    add_common(*match, options);
    match->get_option("FILE")->required();
    match->add_option("--top", options.top, "How many postings")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    match
        ->add_option(
            "--order", options.order, "fit, lift, pay, newest, distance or best_chance (fit)"
        )
        ->transform(commands::one_of(wire::order_names))
        ->option_text("ORDER");

    CLI::App* crs = app.add_subcommand("crs", "Score a candidate document or a CRS input");
    add_common(*crs, options);
    crs->add_flag("--ndjson", options.ndjson, "Answer {id, ruleset, input} line by line");

    CLI::App* rules = app.add_subcommand("rules", "Show the rule sets, or one of them");
    rules->add_option("ID", options.rules, "Rule set to show, such as 2025-03-25")
        ->option_text("ID");
    rules->add_option("--diff", options.diff, "Rule set to compare it with")->option_text("ID");
    add_answer_options(*rules, options);

    add_answer_options(define_search(app, options.search), options);

    CLI::App* noc = app.add_subcommand("noc", "Find the occupation (NOC 2021) of a job title");
    noc->add_option("TITLE", options.title, "Job title, in English or French")
        ->option_text("TITLE");
    noc->add_flag("--ndjson", options.ndjson, "Answer {id, title, duties?} line by line");

    CLI::App* batch = app.add_subcommand("batch", "Hold all saved searches against new postings");
    batch->add_option("--since", options.since, "Look again from this revision on")
        ->check(CLI::NonNegativeNumber)
        ->option_text("REVISION");
    batch->add_option("--lease-ms", options.lease_ms, "Silence after which a worker counts as dead")
        ->check(CLI::Range(100, 3'600'000))
        ->capture_default_str();
    add_answer_options(*batch, options);

    define_package(app, options);

    for (const EngineCommand& command : engine_commands) {
        add_common(*app.add_subcommand(command.name, command.description), options);
    }
    app.get_subcommand("clb")->add_flag(
        "--ndjson", options.ndjson, "Answer {id, test, ability, score} line by line"
    );
    app.get_subcommand("programs")
        ->add_flag("--ndjson", options.ndjson, "Answer {id, grid, input} line by line");
    app.get_subcommand("offer")
        ->add_option("--offer", options.offer_file, "Offer to judge, else the one in the document")
        ->check(CLI::ExistingFile);
    CLI::App* rounds = app.get_subcommand("rounds");
    rounds
        ->add_option(
            "--rounds", options.rounds_file, "The government's rounds as JSON, else those that ship"
        )
        ->check(CLI::ExistingFile);
    rounds->add_option("--months", options.rounds_months, "How far to look back")
        ->check(CLI::Range(1, 240))
        ->capture_default_str();
    CLI::App* project = app.get_subcommand("project");
    project->add_option("--plan", options.plan_file, "Plan to follow, else nothing changes")
        ->check(CLI::ExistingFile);
    project->add_option("--months", options.project_months, "How far to look ahead")
        ->check(CLI::Range(1, 120))
        ->capture_default_str();
}

search::IndexLocation index_of(const Options& options) {
    return search::location_of(options.index, options.index_remote).value();
}

domain::Date day_of(const Options& options) {
    return options.as_of.empty()
               ? std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
               : domain::parse_date(options.as_of).value();
}

}  // namespace cli
