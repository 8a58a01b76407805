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
//   package   résumé, letter and all else for one posting, ready to send
//   search    verified postings by words and fields
//   batch     all saved searches against new postings, for alerts
// Exit status: 0 done, 1 the document was refused, 2 wrong usage or the surroundings failed.

#include "indexer/commands/option_kinds.hpp"
#include "matcher/fit/weights.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/cli/batch_command.hpp"
#include "services/cli/crs_command.hpp"
#include "services/cli/documents.hpp"
#include "services/cli/engine_commands.hpp"
#include "services/cli/match_command.hpp"
#include "services/cli/noc_command.hpp"
#include "services/cli/options.hpp"
#include "services/cli/package_command.hpp"
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

using cli::Options;

/// Colours for a person at a terminal who has not declined them (https://no-color.org).
bool wants_colour() {
    // NOLINTBEGIN(concurrency-mt-unsafe): one thread
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    // NOLINTEND(concurrency-mt-unsafe)
    return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0') &&
           terminal != nullptr && std::string{terminal} != "dumb";
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
        {.index = cli::index_of(options),
         .as_of = cli::day_of(options),
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
    matching::Shelf shelf{postings, trust};
    store::RoundStore rounds{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, rounds, fit::built_in_weights().value()};
    facts.refresh();
    return cli::match(
        rule_book,
        *facts.current(),
        {.postings = postings, .trust = trust, .shelf = shelf, .words = cli::index_of(options)},
        {.as_of = cli::day_of(options),
         .order = options.order,
         .count = options.top,
         .rules = options.rules,
         .snapshot = options.snapshot,
         .json = options.json,
         .colour = wants_colour(),
         .language = options.language},
        in,
        std::cout,
        std::cerr
    );
}

int run_package(const Options& options, const rules::RuleBook& rule_book, std::istream& in) {
    store::Database database = open_database(options);
    store::PostingStore postings{database};
    store::TrustStore trust{database};
    matching::Shelf shelf{postings, trust};
    store::RoundStore rounds{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, rounds, fit::built_in_weights().value()};
    facts.refresh();
    return cli::package(
        rule_book,
        *facts.current(),
        {.postings = postings, .trust = trust, .shelf = shelf, .words = cli::index_of(options)},
        {.posting = options.posting,
         .as_of = cli::day_of(options),
         .rules = options.rules,
         .out = options.out,
         .own_words = options.letter,
         .sent = options.documents_language,
         .language = options.language,
         .json = options.json},
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
    store::RetentionStore retention{database};
    store::ProgramStore programs{database};
    store::RoundStore rounds{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, rounds, fit::built_in_weights().value()};
    facts.refresh();
    worker::stop_on_signals();
    return cli::batch(
        {.rule_book = rule_book,
         .facts = facts,
         .alert_rules = alert_rules,
         .jobs = jobs,
         .alerts = alerts,
         .postings = postings,
         .retention = retention,
         .programs = programs,
         .index = cli::index_of(options)},
        {.arguments = {.as_of = cli::day_of(options), .since = options.since},
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
         .as_of = cli::day_of(options),
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
            {.as_of = cli::day_of(options),
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
    if (app.got_subcommand("package")) {
        return run_package(options, *rule_book, in);
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
        {.as_of = cli::day_of(options),
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
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    commands::add_configuration(app, std::getenv(commands::configuration_variable));
    cli::add_options(app, options);
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
