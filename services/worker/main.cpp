// jobscout-worker: works off the jobs of the database, and asks for the one that tells people of
// new postings, for those that write and send mail, and for the one that removes what has had its
// time; builds the packages that people ask for. Any number of workers may run; each job is done by
// one at a time. Exit status: 0 stopped by SIGTERM or SIGINT, or, under --once, nothing left to do;
// 1 under --once, a job failed; 2 wrong usage or the surroundings failed.

#include "indexer/commands/option_kinds.hpp"
#include "indexer/logging/log.hpp"
#include "matcher/domain/instant.hpp"
#include "matcher/fit/weights.hpp"
#include "services/auth/email.hpp"
#include "services/matching/rule_folder.hpp"
#include "services/worker/loop.hpp"
#include "services/worker/stop_signals.hpp"
#include "sql/store/database.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using std::chrono::milliseconds;

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index = "var/index";
    std::string index_remote;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    std::string as_of;
    std::string at;
    int lease_ms = 15'000;
    int poll_interval_ms = 1'000;
    int alert_interval_s = 900;
    std::string mail_from = "job-scout@localhost.localdomain";
    std::string mail_from_name = "Job Scout";
    std::string mail_postal_address;
    std::string public_url;
    std::string mail_folder = "var/mail";
    std::string smtp_url;
    std::string smtp_user;
    std::string smtp_password_file;
    bool smtp_without_tls = false;
    int candidate_months = 24;
    int view_months = 24;
    int unconfirmed_days = 30;
    int mail_months = 24;
    bool once = false;
};

using commands::add_option;

std::string refuse_unless_address(const std::string& text) {
    return auth::email_address(text) ? "" : "'" + text + "' is not an e-mail address";
}

std::string refuse_unless_instant(const std::string& text) {
    return domain::parse_instant(text) ? "" : "'" + text + "' is not an instant";
}

void add_options(CLI::App& app, Options& options) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    commands::add_configuration(app, std::getenv(commands::configuration_variable));
    add_option(app, "database", "DATABASE", options.database, "PostgreSQL connection string");
    add_option(app, "index", "INDEX", options.index, "Folder of the search index");
    add_option(
        app,
        "index-remote",
        "INDEX_REMOTE",
        options.index_remote,
        "Shards behind xapian-tcpsrv, host:port,host:port in their order, in place of the folder"
    )
        ->check(commands::is_remotes());
    add_option(app, "basis", "BASIS", options.basis, "Rule set by which offers are scored");
    add_option(
        app,
        "rules-folder",
        "RULES_FOLDER",
        options.rules_folder,
        "Folder of rule sets beside those that ship; none: those alone"
    );
    add_option(
        app,
        "lease-ms",
        "LEASE_MS",
        options.lease_ms,
        "How long a worker may be silent before its job is taken over"
    )
        ->check(CLI::Range{100, 3'600'000});
    add_option(
        app,
        "poll-interval-ms",
        "POLL_INTERVAL_MS",
        options.poll_interval_ms,
        "Between looks for a job"
    )
        ->check(CLI::Range{10, 3'600'000});
    add_option(
        app,
        "alert-interval-s",
        "ALERT_INTERVAL_S",
        options.alert_interval_s,
        "Between looks for new postings to tell of; 0: none of its own accord"
    )
        ->check(CLI::Range{0, 604'800});
    add_option(app, "mail-from", "MAIL_FROM", options.mail_from, "Address that mail comes from")
        ->check(CLI::Validator{refuse_unless_address, "ADDRESS"});
    add_option(app, "mail-from-name", "MAIL_FROM_NAME", options.mail_from_name, "Whose mail it is");
    add_option(
        app,
        "mail-postal-address",
        "MAIL_POSTAL_ADDRESS",
        options.mail_postal_address,
        "Where whoever sends it can be written to; none: no digests are sent"
    );
    add_option(
        app,
        "public-url",
        "PUBLIC_URL",
        options.public_url,
        "Address of the API as its users see it, for links in digests; none: none are sent"
    );
    add_option(
        app,
        "mail-folder",
        "MAIL_FOLDER",
        options.mail_folder,
        "Where mail is written to, a file each, unless it is sent by SMTP"
    );
    add_option(
        app,
        "smtp-url",
        "SMTP_URL",
        options.smtp_url,
        "Server that sends mail, smtp://host:587 or smtps://host:465; none: it goes into the folder"
    );
    add_option(app, "smtp-user", "SMTP_USER", options.smtp_user, "Who signs in to the mail server");
    add_option(
        app,
        "smtp-password-file",
        "SMTP_PASSWORD_FILE",
        options.smtp_password_file,
        "File with the password for it"
    )
        ->check(CLI::ExistingFile);
    app.add_flag(
        "--smtp-without-tls",
        options.smtp_without_tls,
        "Go on where the mail server offers no TLS; for one on this machine"
    );
    const CLI::Range some_months{0, 1'200};
    add_option(
        app,
        "candidate-months",
        "CANDIDATE_MONTHS",
        options.candidate_months,
        "How long a candidate is kept that neither its owner nor an advisor uses; 0: for good"
    )
        ->check(some_months);
    add_option(
        app,
        "view-months",
        "VIEW_MONTHS",
        options.view_months,
        "How long is kept who has read a candidate; 0: as long as the candidate"
    )
        ->check(some_months);
    add_option(
        app,
        "unconfirmed-days",
        "UNCONFIRMED_DAYS",
        options.unconfirmed_days,
        "How long an account is kept whose address nobody confirms; 0: for good"
    )
        ->check(CLI::Range{0, 36'500});
    add_option(
        app,
        "mail-months",
        "MAIL_MONTHS",
        options.mail_months,
        "How long is kept that a digest was mailed; 0: as long as the account"
    )
        ->check(some_months);
    app.add_option("--as-of", options.as_of, "Day for which jobs are done (today, UTC)")
        ->check(commands::is_day());
    app.add_option("--at", options.at, "Instant for which mail is due (now), 2026-11-16T12:00:00Z")
        ->check(CLI::Validator{refuse_unless_instant, "INSTANT"});
    app.add_flag("--once", options.once, "Work off what is due, and end");
}

store::Instant instant_of(const Options& options) {
    return options.at.empty()
               ? std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
               : domain::parse_instant(options.at).value();
}

domain::Date day_of(const Options& options) {
    return options.as_of.empty() ? std::chrono::floor<std::chrono::days>(instant_of(options))
                                 : domain::parse_date(options.as_of).value();
}

mail::Delivery delivery(const Options& options) {
    const mail::Sender sender{.address = options.mail_from, .name = options.mail_from_name};
    if (options.smtp_url.empty()) {
        return mail::into_folder(options.mail_folder, sender);
    }
    std::string password;
    if (!options.smtp_password_file.empty()) {
        std::ifstream file{options.smtp_password_file};
        std::getline(file, password);
    }
    return mail::by_smtp(
        {.url = options.smtp_url,
         .user = options.smtp_user,
         .password = password,
         .tls_required = !options.smtp_without_tls},
        sender
    );
}

int work(const Options& options) {
    auto book = matching::rule_book(options.rules_folder, options.basis);
    if (!book) {
        throw std::runtime_error{matching::refusal_line(book.error())};
    }
    const ranking::AlertRules alert_rules = ranking::built_in_alert_rules().value();
    store::Database database{
        {.conninfo = store::with_default_role(options.database, "jobscout_worker"),
         .connections_max = 2,  // One says that the worker lives.
         .statement_timeout = milliseconds{0}}};
    store::JobStore jobs{database};
    store::AlertStore alerts{database};
    store::PostingStore postings{database};
    store::MailStore mails{database};
    const worker::Outbox outbox{.mails = mails, .deliver = delivery(options), .now = [&options] {
                                    return instant_of(options);
                                }};
    store::DigestMailStore digest_mails{database};
    store::RoundStore rounds{database};
    const worker::Digests digests{
        .mails = digest_mails,
        .rounds = rounds,
        .public_url = options.public_url,
        .from_name = options.mail_from_name,
        .postal_address = options.mail_postal_address};
    store::PackageWorkStore packages{database};
    store::TrustStore trust{database};
    const worker::PackageBuilds builds{
        .packages = packages,
        .trust = trust,
        .day = [&options] { return day_of(options); },
        .tools = {}};
    const bool may_write = !options.mail_postal_address.empty() && !options.public_url.empty();
    store::RetentionStore retention{database};
    store::ProgramStore programs{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, rounds, fit::built_in_weights().value()};
    const worker::Workshop workshop{
        .rule_book = *book,
        .facts = facts,
        .alert_rules = alert_rules,
        .jobs = jobs,
        .alerts = alerts,
        .postings = postings,
        .retention = retention,
        .programs = programs,
        .index = search::location_of(options.index, options.index_remote).value(),
        .outbox = &outbox,
        .digests = may_write ? &digests : nullptr,
        .packages = &builds};
    worker::stop_on_signals();
    logging::line(logging::Level::info, "started", {{"digests", may_write}});
    const bool well = worker::work_off(
        workshop,
        facts,
        {.day = [&options] { return day_of(options); },
         .at = [&options] { return instant_of(options); },
         .lease = milliseconds{options.lease_ms},
         .poll_interval = milliseconds{options.poll_interval_ms},
         .alert_interval = std::chrono::seconds{options.alert_interval_s},
         .kept =
             {.as_of = day_of(options),
              .candidate_months = options.candidate_months,
              .view_months = options.view_months,
              .unconfirmed_days = options.unconfirmed_days,
              .mail_months = options.mail_months},
         .once = options.once}
    );
    logging::line(logging::Level::info, "stopped");
    return well || !options.once ? 0 : 1;
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    CLI::App app{"Works off the jobs of Job Scout"};
    Options options;
    add_options(app, options);
    try {
        commands::refuse_passwords(argument_count, arguments);
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    logging::start("worker");
    return work(options);
} catch (const std::exception& error) {
    std::cerr << "jobscout-worker: " << error.what() << '\n';
    return 2;
}
