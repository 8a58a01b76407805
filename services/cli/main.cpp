// jobscout: what a person asks of Job Scout at the command line.
//   match     the best postings for a candidate, with fit and lift
//   crs       the Comprehensive Ranking System score of a candidate
//   clb       the levels of language tests
//   programs  which programs and categories a candidate is eligible for
//   offer     whether an offer of employment counts, and what it would add
//   rounds    how the score stands among past rounds of invitations
//   project   the score month by month
//   advise    which single changes would raise the score
//   noc       the occupation (NOC 2021) of a job title
//   search    verified postings by words and fields
//   batch     all saved searches against new postings, for alerts
// Exit status: 0 done, 1 the document was refused, 2 wrong usage or the surroundings failed.

#include "matcher/fit/weights.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/cli/batch_command.hpp"
#include "services/cli/crs_command.hpp"
#include "services/cli/documents.hpp"
#include "services/cli/engine_commands.hpp"
#include "services/cli/match_command.hpp"
#include "services/cli/noc_command.hpp"
#include "services/cli/option_kinds.hpp"
#include "services/cli/rules_command.hpp"
#include "services/cli/search_command.hpp"
#include "services/matching/facts.hpp"
#include "services/matching/rule_folder.hpp"
#include "services/wire/crs_lines.hpp"
#include "services/wire/engine_lines.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/vocabulary.hpp"
#include "services/worker/stop_signals.hpp"
#include "sql/store/database.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <unistd.h>

namespace {

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index = "var/index";
    std::string index_remote;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::string as_of;
    std::string file;
    cli::SearchOptions search;
    std::string title;
    std::string rules;
    std::string diff;
    bool json = false;
    bool ndjson = false;
    ranking::Order order = ranking::Order::fit;
    std::size_t top = 20;
    std::string offer_file;
    std::string plan_file;
    std::string rounds_file;
    int rounds_months = 12;
    int project_months = 36;
    std::optional<std::int64_t> since;
    int lease_ms = 15'000;
};

void add_answer_options(CLI::App& command, Options& options) {
    command.add_option("--as-of", options.as_of, "Day to answer for, YYYY-MM-DD (today, UTC)")
        ->check(cli::is_day());
    command.add_flag("--json", options.json, "Print JSON instead of a table");
}

void add_common(CLI::App& command, Options& options) {
    command.add_option("FILE", options.file, "Document to read; - is standard input")
        ->check(CLI::ExistingFile | CLI::IsMember({"-"}))
        ->option_text("FILE|-");
    command.add_option("--rules", options.rules, "Rule set to show as well, such as 2025-03-25");
    add_answer_options(command, options);
}

void add_options(CLI::App& app, Options& options) {
    app.require_subcommand(1);
    app.fallthrough();
    // CLI11 reads the file before it looks at the environment, so that an envname() comes too late.
    const char* config =
        std::getenv("JOBSCOUT_CONFIG");  // NOLINT(concurrency-mt-unsafe): one thread
    const bool has_config = config != nullptr && *config != '\0';
    app.set_config(
        "--config", has_config ? config : "", "Configuration file (Env:JOBSCOUT_CONFIG)", has_config
    );
    // The file has keys of other programs as well. (`true` would also pass over unknown options.)
    app.allow_config_extras(CLI::config_extras_mode::ignore_all);
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
        ->check(cli::is_remotes())
        ->option_text("HOST:PORT,...");
    app.add_option("--basis", options.basis, "Rule set by which offers are scored")
        ->envname("JOBSCOUT_BASIS")
        ->capture_default_str();
    app.add_option(
           "--rules-folder", options.rules_folder, "Folder of rule sets beside those that ship"
    )
        ->envname("JOBSCOUT_RULES_FOLDER")
        ->option_text("FOLDER");
    app.add_option("--lang", options.language, "Language of the answer (en)")
        ->transform(cli::one_of(wire::language_names))
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
        ->transform(cli::one_of(wire::order_names))
        ->option_text("fit|lift");

    CLI::App* crs = app.add_subcommand("crs", "Score a candidate document or a CRS input");
    add_common(*crs, options);
    crs->add_flag("--ndjson", options.ndjson, "Answer {id, ruleset, input} line by line");

    CLI::App* rules = app.add_subcommand("rules", "Show the rule sets, or one of them");
    rules->add_option("ID", options.rules, "Rule set to show, such as 2025-03-25")
        ->option_text("ID");
    rules->add_option("--diff", options.diff, "Rule set to compare it with")->option_text("ID");
    add_answer_options(*rules, options);

    add_answer_options(cli::define_search(app, options.search), options);

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

    for (const cli::EngineCommand& command : cli::engine_commands) {
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

domain::Date day_of(const Options& options) {
    return options.as_of.empty()
               ? std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
               : domain::parse_date(options.as_of).value();
}

/// Colours for a person at a terminal who has not declined them (https://no-color.org).
bool wants_colour() {
    // NOLINTBEGIN(concurrency-mt-unsafe): one thread
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    // NOLINTEND(concurrency-mt-unsafe)
    return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0') &&
           terminal != nullptr && std::string{terminal} != "dumb";
}

/// What was checked when it was read.
search::IndexLocation index_of(const Options& options) {
    search::IndexLocation index{options.index};
    index.remotes = search::parse_remotes(options.index_remote).value();
    return index;
}

store::Database open_database(const Options& options) {
    return store::Database{
        {.conninfo = store::with_default_role(options.database, "jobscout_api"),
         .connections_max = 1}};
}

int run_search(const Options& options, const rules::RuleBook& rule_book) {
    store::Database database = open_database(options);
    return cli::search(
        options.search,
        {.index = index_of(options),
         .as_of = day_of(options),
         .json = options.json,
         .language = options.language,
         .colour = wants_colour()},
        rule_book,
        database,
        std::cout,
        std::cerr
    );
}

int run_match(const Options& options, const rules::RuleBook& rule_book, std::istream& in) {
    store::Database database = open_database(options);
    store::PostingStore postings{database};
    store::TrustStore trust{database};
    store::RoundStore rounds{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, fit::built_in_weights().value()};
    facts.refresh();
    return cli::match(
        rule_book,
        *facts.current(),
        {.postings = postings, .trust = trust, .rounds = rounds, .index = index_of(options)},
        {.as_of = day_of(options),
         .order = options.order,
         .count = options.top,
         .rules = options.rules,
         .json = options.json,
         .colour = wants_colour(),
         .language = options.language},
        in,
        std::cout,
        std::cerr
    );
}

int run_batch(const Options& options, const rules::RuleBook& rule_book) {
    const ranking::AlertRules alert_rules = ranking::built_in_alert_rules().value();
    store::Database database{
        {.conninfo = store::with_default_role(options.database, "jobscout_worker"),
         .connections_max = 2,
         .statement_timeout = std::chrono::milliseconds{0}}};
    store::JobStore jobs{database};
    store::AlertStore alerts{database};
    store::PostingStore postings{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, fit::built_in_weights().value()};
    facts.refresh();
    worker::stop_on_signals();
    return cli::batch(
        {.rule_book = rule_book,
         .facts = facts,
         .alert_rules = alert_rules,
         .jobs = jobs,
         .alerts = alerts,
         .postings = postings,
         .index = index_of(options)},
        {.arguments = {.as_of = day_of(options), .since = options.since},
         .lease = std::chrono::milliseconds{options.lease_ms},
         .json = options.json,
         .language = options.language},
        std::cout,
        std::cerr
    );
}

int run_engine(
    const cli::EngineCommand& command,
    const Options& options,
    const rules::RuleBook& rule_book,
    std::istream& in
) {
    const rules::RuleSet* asked = rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        return cli::refuse_rules(std::cerr, options.rules);
    }
    cli::EngineOptions engine{
        .json = options.json,
        .months = command.question == cli::Question::rounds ? options.rounds_months
                                                            : options.project_months,
        .offer = options.offer_file.empty() ? "" : cli::content_of(options.offer_file),
        .plan = options.plan_file.empty() ? "" : cli::content_of(options.plan_file),
        .rounds = {},
    };
    if (command.question == cli::Question::rounds) {
        auto rounds = cli::read_rounds(options.rounds_file, std::cerr);
        if (!rounds) {
            return 1;
        }
        engine.rounds = *std::move(rounds);
    }
    return cli::ask(
        command.question,
        {.rule_book = rule_book,
         .asked = asked,
         .as_of = day_of(options),
         .language = options.language},
        engine,
        in,
        std::cout,
        std::cerr
    );
}

int run_lines(const CLI::App& app, const rules::RuleBook& rule_book, std::istream& in) {
    if (app.got_subcommand("clb")) {
        return cli::answer_lines(wire::clb_line, in, std::cout);
    }
    if (app.got_subcommand("programs")) {
        return cli::answer_lines(wire::programs_line, in, std::cout);
    }
    return cli::crs_ndjson(rule_book, in, std::cout);
}

int run(const CLI::App& app, const Options& options) {
    if (app.got_subcommand("noc")) {
        return cli::noc(
            {.title = options.title, .ndjson = options.ndjson, .language = options.language},
            std::cin,
            std::cout,
            std::cerr
        );
    }
    auto rule_book = matching::rule_book(options.rules_folder, options.basis);
    if (!rule_book) {
        std::cerr << "jobscout: " << matching::refusal_line(rule_book.error()) << '\n';
        return 2;
    }
    if (app.got_subcommand("batch")) {
        return run_batch(options, *rule_book);
    }
    if (app.got_subcommand("rules")) {
        return cli::show_rules(
            *rule_book,
            {.as_of = day_of(options),
             .id = options.rules,
             .diff = options.diff,
             .json = options.json,
             .language = options.language},
            std::cout,
            std::cerr
        );
    }
    if (app.got_subcommand("search")) {
        return run_search(options, *rule_book);
    }
    std::ifstream file;
    if (!options.file.empty() && options.file != "-") {
        file.open(options.file);
    }
    std::istream& in = file.is_open() ? static_cast<std::istream&>(file) : std::cin;
    if (app.got_subcommand("match")) {
        return run_match(options, *rule_book, in);
    }
    if (options.ndjson) {
        return run_lines(app, *rule_book, in);
    }
    for (const cli::EngineCommand& command : cli::engine_commands) {
        if (app.got_subcommand(command.name)) {
            return run_engine(command, options, *rule_book, in);
        }
    }
    return cli::crs(
        *rule_book,
        {.as_of = day_of(options),
         .rules = options.rules,
         .json = options.json,
         .language = options.language},
        in,
        std::cout,
        std::cerr
    );
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    std::ios::sync_with_stdio(false);
    CLI::App app{"Job Scout: which Canadian postings suit a candidate, and what each would add"};
    Options options;
    add_options(app, options);
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return run(app, options);
} catch (const std::exception& error) {
    std::cerr << "jobscout: " << error.what() << '\n';
    return 2;
}
