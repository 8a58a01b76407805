// jobscout-api: the HTTP API of Job Scout, over TLS, or on loopback with a proxy in front.
// Exit status: 0 stopped by SIGTERM or SIGINT, 2 wrong usage or the surroundings failed.

#include "indexer/commands/option_kinds.hpp"
#include "indexer/logging/log.hpp"
#include "matcher/fit/weights.hpp"
#include "services/api/admin.hpp"
#include "services/api/log.hpp"
#include "services/api/metrics.hpp"
#include "services/api/options.hpp"
#include "services/api/routes.hpp"
#include "services/auth/password.hpp"
#include "services/breaches/breached_passwords.hpp"
#include "services/http/server.hpp"
#include "services/http/static_files.hpp"
#include "services/matching/rule_folder.hpp"
#include "sql/store/database.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace {

using api::Options;

rules::DroppedRules dropped_rules(const Options& options) {
    return options.rules_folder.empty() ? rules::DroppedRules{}
                                        : matching::read_rule_folder(options.rules_folder);
}

rules::RuleBook rule_book(const Options& options, const rules::DroppedRules& dropped) {
    auto book = rules::load(dropped, options.basis);
    if (!book) {
        throw std::runtime_error{matching::refusal_line(book.error())};
    }
    return *std::move(book);
}

auth::Tokens tokens(const Options& options) {
    if (options.tokens.empty()) {
        return {};
    }
    std::ifstream file{options.tokens};
    auto read = auth::Tokens::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
    if (!read) {
        const domain::Error& error = read.error();
        throw std::runtime_error{options.tokens + ": " + error.field + ": " + error.message};
    }
    return *std::move(read);
}

std::optional<auth::SecretKey> account_key(const Options& options) {
    if (options.account_key.empty()) {
        return std::nullopt;
    }
    std::ifstream file{options.account_key};
    auto key = auth::SecretKey::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
    // Made now, so that the first address without an account is answered as fast as any other.
    auth::decoy_hash();
    if (!key) {
        throw std::runtime_error{options.account_key + ": " + key.error().message};
    }
    return *key;
}

auth::IsBreached breached_passwords(const Options& options) {
    if (options.breached_passwords.empty()) {
        return {};
    }
    auto known = breaches::Passwords::open(options.breached_passwords);
    if (!known) {
        throw std::runtime_error{known.error().message};
    }
    return [known = *std::move(known)](const std::string_view password) {
        return known.contains(password);
    };
}

domain::Date today_utc() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

store::Instant now_utc() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Keeps what is held in memory of the database and of the index in step with them until the object
/// goes.
class Refresher {
public:
    Refresher(
        matching::SnapshotKeeper& snapshots,
        api::NocKeeper& nocs,
        matching::FactsKeeper& facts,
        const search::SearchedIndex& index,
        const std::chrono::milliseconds interval
    )
        : snapshots_{snapshots},
          nocs_{nocs},
          facts_{facts},
          index_{index},
          interval_{interval},
          thread_{[this](const std::stop_token& stop) { run(stop); }} {}

private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock{mutex_};
        while (!stop.stop_requested()) {
            refresh();
            stopped_.wait_for(lock, stop, interval_, [] { return false; });
        }
    }

    void refresh() {
        attempt([this] {
            nocs_.refresh();
            facts_.refresh();
        });
        attempt([this] { index_.refresh(); });
        attempt([this] { snapshots_.refresh(); });  // Last: they can take long.
    }

    template <class Work>
    void attempt(const Work& work) {
        try {
            work();
        } catch (const std::exception& error) {
            logging::line(logging::Level::error, "refresh", {{"failure", error.what()}});
        }
    }

    matching::SnapshotKeeper& snapshots_;
    api::NocKeeper& nocs_;
    matching::FactsKeeper& facts_;
    const search::SearchedIndex& index_;
    std::chrono::milliseconds interval_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;  // Last, so that it ends before what it uses does.
};

std::string address_of(const http::ServerOptions& settings, const std::uint16_t port) {
    const bool ipv6 = settings.address.find(':') != std::string::npos;
    const std::string host = ipv6 ? "[" + settings.address + "]" : settings.address;
    return (settings.tls ? "https://" : "http://") + host + ':' + std::to_string(port);
}

void serve(const Options& options) {
    using std::chrono::milliseconds;
    rules::DroppedRules dropped = dropped_rules(options);
    const rules::RuleBook known_rules = rule_book(options, dropped);
    const store::Instant rules_loaded_at = now_utc();
    const http::ServerOptions settings = options.server.server();
    const auto monitored = api::admin_server(options, settings);

    store::Database database{{
        .conninfo = store::with_default_role(options.database, "jobscout_api"),
        // One for the refresher, one for whoever asks whether the service is ready, and two for the
        // monitor's port.
        .connections_max = settings.queue.workers + 4,
        .statement_timeout = milliseconds{options.statement_timeout_ms},
    }};
    store::PostingStore postings{database};
    store::DuplicateStore duplicates{database};
    store::TrustStore trust{database};
    matching::Shelf shelf{postings, trust};
    store::ReviewStore reviews{database};
    store::CandidateStore candidates{database};
    store::RoundStore rounds{database};
    store::SavedSearchStore saved_searches{database};
    store::ConsentStore consents{database};
    store::AccountStore accounts{database};
    store::SessionStore sessions{database};
    store::ApiTokenStore api_tokens{database};
    store::AttemptStore attempts{database};
    store::FirmStore firms{database};
    store::MailConsentStore mail_consents{database};
    store::AccountClosingStore closings{database};
    const api::People people{
        .accounts = accounts,
        .sessions = sessions,
        .api_tokens = api_tokens,
        .attempts = attempts,
        .firms = firms,
        .mail_consents = mail_consents,
        .closings = closings,
        .key = account_key(options),
        .is_breached = breached_passwords(options),
        .public_url = options.public_url,
        .cookies = options.plain_cookies ? api::Cookies::plain : api::Cookies::secure,
        .now = now_utc,
    };
    store::FirmConsentStore firm_consents{database};
    store::AgreementStore agreements{database};
    store::ClaimStore claims{database};
    store::InterestStore interests{database};
    store::ApplicationStore applications{database};
    store::LetterStore letters{database};
    store::PackageStore packages{database};
    store::ApplicationOfferStore application_offers{database};
    store::MessageStore messages{database};
    store::InvitationStore invitations{database};
    store::AnsweredRequestStore answered_requests{database};
    store::OperationStore operation{database};
    store::AddedSourceStore added_sources{database};
    store::ImportStore imports{database};
    store::ProgramStore programs{database};
    matching::SnapshotKeeper snapshots{
        postings,
        {.path = options.snapshot,
         .access = matching::SnapshotKeeper::Access::read_and_write,
         .warn = [](const std::string& why) {
             logging::line(logging::Level::error, "snapshot", {{"failure", why}});
         }}};
    store::ReferenceStore reference{database};
    matching::FactsKeeper facts{reference, rounds, fit::built_in_weights().value()};
    api::NocKeeper nocs{reference};
    constexpr std::size_t accounts_max = 100'000;
    http::RateLimiter account_rate{options.server.account_rate(), accounts_max};
    const api::Service service{
        .rule_book = known_rules,
        .facts = facts,
        .snapshots = snapshots,
        .nocs = nocs,
        .postings = postings,
        .duplicates = duplicates,
        .trust = trust,
        .shelf = shelf,
        .reviews = reviews,
        .candidates = candidates,
        .rounds = rounds,
        .saved_searches = saved_searches,
        .consents = consents,
        .people = people,
        .firm_consents = firm_consents,
        .agreements = agreements,
        .claims = claims,
        .interests = interests,
        .applications = applications,
        .letters = letters,
        .packages = packages,
        .application_offers = application_offers,
        .messages = messages,
        .invitations = invitations,
        .answered_requests = answered_requests,
        .operation = operation,
        .added_sources = added_sources,
        .imports = imports,
        .programs = programs,
        .index =
            {search::location_of(options.index, options.index_remote).value(),
             search::SearchedIndex::Columns::kept},
        .tokens = tokens(options),
        .security_contact = options.security_contact,
        .dropped_rules = std::move(dropped),
        .rules_loaded_at = rules_loaded_at,
        .account_rate = &account_rate,
        .today = today_utc,
    };
    const http::Router router{api::routes(service)};
    const http::StaticFiles pages =
        options.web.empty() ? http::StaticFiles{} : http::StaticFiles::read(options.web);
    api::Metrics metrics{service, database};
    http::Server server{
        settings,
        {.handle =
             [&router, &pages](const http::Request& request) {
                 auto page = pages.answer(request);
                 return page ? *std::move(page) : router.answer(request);
             },
         .body_bytes_max = [&router](const http::Request& head
                           ) { return router.body_bytes_max(head); },
         .log =
             [&metrics](const http::Exchange& exchange) {
                 api::log_exchange(exchange);
                 metrics.observe(exchange);
             },
         .is_vital = [&router](const http::Request& head) { return router.is_vital(head); },
         .tell = api::log_event}};
    server.obey_signals();
    const Refresher refresher{
        snapshots, nocs, facts, service.index, milliseconds{options.refresh_interval_ms}};

    std::cout << address_of(settings, server.port()) << std::endl;
    std::optional<api::Admin> admin;
    if (monitored) {
        admin.emplace(*monitored, service, [&] { return metrics.text(server.standing()); });
        std::cout << "metrics: " << address_of(*monitored, admin->port()) << "/metrics"
                  << std::endl;
    }
    logging::line(logging::Level::info, "started");
    server.run();
    admin.reset();
    snapshots.save();
    logging::line(logging::Level::info, "stopped");
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    CLI::App app{"The HTTP API of Job Scout"};
    Options options;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    commands::add_configuration(app, std::getenv(commands::configuration_variable));
    api::add_options(app, options);
    try {
        commands::refuse_passwords(argument_count, arguments);
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    logging::start("api");
    serve(options);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "jobscout-api: " << error.what() << '\n';
    return 2;
}
