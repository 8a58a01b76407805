// jobscout-worker: works off the jobs of the database, and asks for the one that tells people of
// new postings, and for the one that sends mail. Any number of workers may run; each job is done by
// one at a time. Exit status: 0 stopped by SIGTERM or SIGINT, or, under --once, nothing left to do;
// 1 under
// --once, a job failed; 2 wrong usage or the surroundings failed.

#include "indexer/commands/option_kinds.hpp"
#include "matcher/fit/weights.hpp"
#include "services/auth/email.hpp"
#include "services/logging/log.hpp"
#include "services/matching/rule_folder.hpp"
#include "services/worker/alerts.hpp"
#include "services/worker/outgoing_mail.hpp"
#include "services/worker/retention.hpp"
#include "services/worker/stop_signals.hpp"
#include "sql/store/database.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index = "var/index";
    std::string index_remote;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    std::string as_of;
    int lease_ms = 15'000;
    int poll_interval_ms = 1'000;
    int alert_interval_s = 900;
    std::string mail_from = "job-scout@localhost.localdomain";
    std::string mail_folder = "var/mail";
    std::string smtp_url;
    std::string smtp_user;
    std::string smtp_password_file;
    bool smtp_without_tls = false;
    int candidate_months = 24;
    int view_months = 24;
    bool once = false;
};

using commands::add_option;

std::string refuse_unless_address(const std::string& text) {
    return auth::email_address(text) ? "" : "'" + text + "' is not an e-mail address";
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
    app.add_option("--as-of", options.as_of, "Day for which jobs are done (today, UTC)")
        ->check(commands::is_day());
    app.add_flag("--once", options.once, "Work off what is due, and end");
}

std::string_view name_of(const worker::Ended ended) {
    switch (ended) {
        case worker::Ended::done:
            return "done";
        case worker::Ended::stopped:
            return "stopped";
        case worker::Ended::failed:
            return "failed";
        case worker::Ended::lost:
            return "taken_over";
    }
    return "";
}

class Loop {
public:
    Loop(const worker::Workshop& workshop, const Options& options, matching::FactsKeeper& facts)
        : workshop_{workshop},
          options_{options},
          facts_{facts},
          patience_{.lease = milliseconds{options.lease_ms}} {}

    /// True unless a job has failed.
    bool run() {
        while (!worker::stop_asked()) {
            try {
                ask_for_alerts();
                ask_for_mail();
                ask_for_retention();
                if (work_off_one()) {
                    continue;
                }
                if (options_.once) {
                    break;
                }
            } catch (const std::exception& error) {
                if (options_.once) {
                    throw;
                }
                const std::string text = error.what();
                logging::line(
                    logging::Level::error, "loop", {{"failure", text.substr(0, text.find('\n'))}}
                );
            }
            rest();
        }
        return !failed_;
    }

private:
    void ask_for_alerts() {
        const auto now = Clock::now();
        if (options_.alert_interval_s == 0 || now < next_alerts_) {
            return;
        }
        next_alerts_ = now + std::chrono::seconds{options_.alert_interval_s};
        const store::AlertStore::Totals totals = workshop_.alerts.totals();
        if (totals.searches > 0 && totals.revision_seen_min < workshop_.postings.revision()) {
            workshop_.jobs.add(
                std::string{worker::alerts_kind},
                worker::to_json(worker::AlertArguments{.as_of = day(), .since = std::nullopt})
            );
        }
    }

    void ask_for_mail() {
        if (workshop_.outbox->mails.due() > 0) {
            workshop_.jobs.add(std::string{worker::mail_kind}, "{}");
        }
    }

    /// Once a day, and at the beginning.
    void ask_for_retention() {
        const auto now = Clock::now();
        if (now < next_retention_) {
            return;
        }
        next_retention_ = now + std::chrono::days{1};
        const worker::RetentionArguments arguments{
            .as_of = day(),
            .candidate_months = options_.candidate_months,
            .view_months = options_.view_months};
        const auto outlived = workshop_.retention.outlived(worker::limits_of(arguments));
        if (outlived.candidates > 0 || outlived.views > 0) {
            workshop_.jobs.add(std::string{worker::retention_kind}, worker::to_json(arguments));
        }
    }

    domain::Date day() const {
        return options_.as_of.empty()
                   ? std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
                   : domain::parse_date(options_.as_of).value();
    }

    bool work_off_one() {
        facts_.refresh();
        const auto job = workshop_.jobs.take(worker::kinds(), patience_.lease);
        if (!job) {
            return false;
        }
        const auto started = Clock::now();
        const worker::Ended ended =
            worker::run(workshop_, *job, patience_, {.stop = worker::stop_asked});
        failed_ = failed_ || ended == worker::Ended::failed;
        const auto status = workshop_.jobs.find(job->id);
        boost::json::object members{
            {"id", std::to_string(job->id)},
            {"kind", job->kind},
            {"ended", name_of(ended)},
            {"duration_ms",
             std::chrono::duration_cast<milliseconds>(Clock::now() - started).count()}};
        if (status && !status->error.empty()) {
            members["failure"] = status->error;
        }
        logging::line(
            ended == worker::Ended::failed ? logging::Level::error : logging::Level::info,
            "job",
            std::move(members)
        );
        return true;
    }

    /// In short naps, so that a signal is heard soon.
    void rest() const {
        const auto until = Clock::now() + milliseconds{options_.poll_interval_ms};
        while (!worker::stop_asked() && Clock::now() < until) {
            std::this_thread::sleep_for(milliseconds{std::min(options_.poll_interval_ms, 50)});
        }
    }

    const worker::Workshop& workshop_;
    const Options& options_;
    matching::FactsKeeper& facts_;
    worker::Patience patience_;
    Clock::time_point next_alerts_;
    Clock::time_point next_retention_;
    bool failed_ = false;
};

mail::Delivery delivery(const Options& options) {
    const mail::Sender sender{.address = options.mail_from};
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
    const worker::Outbox outbox{.mails = mails, .deliver = delivery(options)};
    store::RetentionStore retention{database};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, fit::built_in_weights().value()};
    const worker::Workshop workshop{
        .rule_book = *book,
        .facts = facts,
        .alert_rules = alert_rules,
        .jobs = jobs,
        .alerts = alerts,
        .postings = postings,
        .retention = retention,
        .index = search::location_of(options.index, options.index_remote).value(),
        .outbox = &outbox};
    worker::stop_on_signals();
    logging::line(logging::Level::info, "started");
    const bool well = Loop{workshop, options, facts}.run();
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
